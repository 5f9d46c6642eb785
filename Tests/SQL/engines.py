"""Asks DuckDB, chdb (ClickHouse), PostgreSQL and Spark the questions of a folder of cases, and compares the rows with Dixit's.

engines.py FOLDER ENGINE…      the folder is written by EngineCaseTests with DIXIT_SQL_CASES=FOLDER
"""

import decimal
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile


def written(value):
    """A value of an engine as the cases have it."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, (bool, int, float, decimal.Decimal)):
        return f"{float(value):.4f}"
    return str(value)


def rows_of(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def insert(tables, connection, place):
    """Row by row, so that each value has the type that the engine reads; `place` stands for one."""
    for name, rows in tables:
        for row in rows:
            places = ", ".join(place for _ in row)
            columns = ", ".join(f'"{column}"' for column in row)
            connection.execute(f'INSERT INTO "{name}" ({columns}) VALUES ({places})', list(row.values()))


class DuckDB:
    def __init__(self, scratch):
        self.connection = None

    def load(self, definitions, tables):
        import duckdb

        self.connection = duckdb.connect()
        for definition in definitions:
            self.connection.execute(definition)
        insert(tables, self.connection, "?")

    def ask(self, sql):
        return self.connection.execute(sql).fetchall()

    def close(self):
        self.connection.close()


class ClickHouse:
    def __init__(self, scratch):
        from chdb import session

        self.session = session.Session(scratch + "/chdb")

    def load(self, definitions, tables):
        self.session.query("DROP DATABASE IF EXISTS cases")
        self.session.query("CREATE DATABASE cases ENGINE = Atomic")
        self.session.query("USE cases")
        for definition in definitions:
            self.session.query(definition)
        for name, rows in tables:
            if rows:
                lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
                self.session.query(f'INSERT INTO "{name}" FORMAT JSONEachRow {lines}')

    def ask(self, sql):
        answer = self.session.query(sql, "JSONCompactEachRow")
        text = (answer.bytes() or b"").decode()
        return [json.loads(line) for line in text.splitlines()]

    def close(self):
        self.session.close()


class PostgreSQL:
    """A server of its own in a folder, on a socket there."""

    def __init__(self, scratch):
        import psycopg

        self.folder = tempfile.mkdtemp(prefix="dixit-pg-")
        self.as_user = []
        if os.getuid() == 0:
            # It does not run as root.
            shutil.chown(self.folder, "postgres")
            os.chmod(self.folder, 0o755)
            self.as_user = ["runuser", "-u", "postgres", "--"]
        self.programs = self.find()
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/"}
        data = self.folder + "/data"
        subprocess.run([*self.as_user, self.programs + "initdb", "-D", data, "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust"],
                       check=True, **quiet)
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off"
        subprocess.run([*self.as_user, self.programs + "pg_ctl", "-D", data, "-w", "-o", options, "start"], check=True, **quiet)
        user = "postgres" if self.as_user else os.environ.get("USER", "postgres")
        self.connection = psycopg.connect(f"host={self.folder} user={user} dbname=postgres", autocommit=True)

    @staticmethod
    def find():
        """The folder of the programs, with the slash."""
        for folder in sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
            if (folder / "initdb").exists():
                return str(folder) + "/"
        return str(pathlib.Path(shutil.which("initdb")).resolve().parent) + "/"

    def load(self, definitions, tables):
        self.connection.execute("DROP SCHEMA IF EXISTS cases CASCADE; CREATE SCHEMA cases; SET search_path = cases")
        for definition in definitions:
            self.connection.execute(definition)
        insert(tables, self.connection, "%s")

    def ask(self, sql):
        return self.connection.execute(sql).fetchall()

    def close(self):
        self.connection.close()
        subprocess.run([*self.as_user, self.programs + "pg_ctl", "-D", self.folder + "/data", "-m", "immediate", "stop"],
                       check=True, stdout=subprocess.DEVNULL, cwd="/")
        shutil.rmtree(self.folder, ignore_errors=True)


class Spark:
    def __init__(self, scratch):
        from pyspark.sql import SparkSession

        self.spark = (
            SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.shuffle.partitions", "1").config("spark.default.parallelism", "1")
            .config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.warehouse.dir", scratch + "/warehouse")
            .getOrCreate()
        )
        self.spark.sparkContext.setLogLevel("OFF")

    def load(self, definitions, tables):
        import re

        for definition in definitions:
            found = re.match(r"CREATE TABLE `(.+?)` \(\n(.*)\n\)$", definition, re.S)
            if not found:
                self.spark.sql(definition.replace("CREATE VIEW", "CREATE OR REPLACE TEMP VIEW", 1))
                continue
            rows = dict(tables)[found[1]]
            # As JSON Lines are read on a cluster: with the columns that the definition says.
            columns = found[2].replace(" NOT NULL", "")
            lines = self.spark.sparkContext.parallelize([json.dumps(row, ensure_ascii=False) for row in rows], 1)
            frame = self.spark.read.schema(columns).json(lines)
            frame.cache().createOrReplaceTempView(found[1])

    def ask(self, sql):
        return [tuple(row) for row in self.spark.sql(sql).collect()]

    def close(self):
        self.spark.stop()


ENGINES = {"duckdb": DuckDB, "clickhouse": ClickHouse, "postgres": PostgreSQL, "spark": Spark}


def main():
    folder = pathlib.Path(sys.argv[1])
    names = sys.argv[2:] or ["duckdb", "clickhouse", "postgres"]
    limit = int(os.environ.get("DIXIT_SQL_LIMIT", "1000000"))
    wrong = {}
    for name in names:
        asked = 0
        wrong[name] = 0
        with tempfile.TemporaryDirectory() as scratch:
            engine = ENGINES[name](scratch)
            try:
                for corpus in sorted(folder.glob("corpus-*")):
                    definitions = json.loads((corpus / "tables.json").read_text(encoding="utf-8"))[name]
                    paths = sorted((corpus / "tables").glob("*.jsonl"))
                    engine.load(definitions, [(path.stem, rows_of(path)) for path in paths])
                    for case in rows_of(corpus / "cases.jsonl")[:limit]:
                        asked += 1
                        try:
                            found = [[written(value) for value in row] for row in engine.ask(case["sql"][name])]
                        except Exception as error:  # noqa: BLE001 each engine has errors of its own
                            found = str(error)
                        if found != case["rows"]:
                            wrong[name] += 1
                            if wrong[name] <= 5:
                                print(f"{name}, {corpus.name}: {case['script']}\nDixit: {case['rows'][:3]}\n"
                                      f"{name}: {found[:3] if isinstance(found, list) else found[:800]}\n{case['sql'][name]}\n")
            finally:
                engine.close()
        print(f"{name}: {asked - wrong[name]} of {asked} questions have the same rows in the same order")
    print(f"{sum(wrong.values())} wrong")
    sys.exit(1 if any(wrong.values()) else 0)


main()
