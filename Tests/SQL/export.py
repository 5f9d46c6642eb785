"""Looks at exports as their readers do: Datasette at the database, Frictionless at the folder. export.py DIXIT CORPUS"""

import asyncio
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from datasette.app import Datasette
from frictionless import Package

failures = []


def check(is_right, what):
    print(("ok    " if is_right else "WRONG ") + what)
    if not is_right:
        failures.append(what)


def export(dixit, corpus, target):
    subprocess.run([dixit, "export", corpus, "-o", target, "--today", "2016-05-12", "-q"], check=True)


async def database(path):
    """Each table is shown, keys lead to the rows they name, words are found, sets that are parts are views."""
    datasette = Datasette([path])
    await datasette.invoke_startup()

    async def get(url):
        answer = await datasette.client.get(url, follow_redirects=True)
        return answer

    tables = (await get("/news.json")).json()
    names = [table["name"] for table in tables["tables"]]
    for name in names:
        answer = await get(f"/news/{name}")
        check(answer.status_code == 200, f"Datasette shows {name}")
    views = [view["name"] if isinstance(view, dict) else view for view in tables["views"]]
    check(sorted(views) == ["organisations", "people"], f"views: {views}")
    for view in views:
        check((await get(f"/news/{view}")).status_code == 200, f"Datasette shows the view {view}")
    statements = next(table for table in tables["tables"] if table["name"] == "statements")
    check(statements["fts_table"] == "statements_fts", "full-text search of statements is known")
    keys = {key["column"]: key["other_table"] for key in statements["foreign_keys"]["outgoing"]}
    check(keys.get("speaker") == "actors" and keys.get("document") == "documents", f"keys of statements: {keys}")
    page = (await get("/news/statements")).text
    link = re.search(r'<a href="(/news/actors/[^"]+)">([^<]+)</a>', page)
    check(link is not None, "a statement links to its speaker")
    if link:
        check((await get(link[1])).status_code == 200, f"{link[1]} is there, shown as {link[2]}")
    found = (await get("/news/statements.json?_search=SOCIETE+civile&_shape=array")).json()
    check(len(found) >= 1 and all("société" in row["text"].lower() for row in found), f"{len(found)} statements found by words")
    facets = (await get("/news/statements.json?_facet=speaker")).json()
    check("speaker" in json.dumps(facets["facet_results"]), "facets by speaker")
    joined = (
        await get(
            "/news.json?_shape=array&sql=select+a.name,+count(*)+c+from+statements+s+join+actors+a+on+a.id=s.speaker"
            "+group+by+a.id+order+by+c+desc"
        )
    ).json()
    check(len(joined) >= 1, f"SQL over the tables: {joined[:2]}")


def folder(path):
    """Each file has the columns, the types and the keys that datapackage.json says."""
    package = Package(str(pathlib.Path(path) / "datapackage.json"))
    report = package.validate()
    for task in report.tasks:
        check(task.valid, f"Frictionless reads {task.place}: {task.stats.get('rows')} rows")
        for error in task.errors[:3]:
            print("      " + error.message)


def main():
    dixit, corpus = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as scratch:
        export(dixit, corpus, scratch + "/news.db")
        export(dixit, corpus, scratch + "/news/")
        first = pathlib.Path(scratch, "news.db").read_bytes()
        export(dixit, corpus, scratch + "/news.db")
        check(pathlib.Path(scratch, "news.db").read_bytes() == first, "the same corpus gives the same bytes")
        asyncio.run(database(scratch + "/news.db"))
        folder(scratch + "/news")
    print(f"{len(failures)} wrong")
    sys.exit(1 if failures else 0)


main()
