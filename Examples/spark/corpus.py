"""A corpus on Apache Spark: documents in JSON Lines become tables in Parquet, which questions in Dixit's language are asked of.

corpus.py [--master URL] --dixit PROGRAM DOCUMENTS.jsonl FOLDER      reads, extracts, links and writes FOLDER/tables
corpus.py [--master URL] --dixit PROGRAM --ask QUERY FOLDER          asks the tables

Three passes, of which the middle one runs in one place:

1. Each partition goes through `dixit extract` on the executors. What is found is kept in FOLDER/records, and with it, for each document, what
   it says of those it names.
2. `dixit link` on the driver finds out from these lines alone who is who over all documents.
3. Each partition goes through `dixit export --identities`, which writes rows with the ids of the whole.

A partition is read by one process from the beginning; Spark takes its output when the process ended well and is done. So a lost executor or a
task that is run twice neither loses nor doubles anything.
"""

import argparse
import functools
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

from pyspark import SparkFiles
from pyspark.sql import SparkSession, functions as F

# What one process reads at a time: small enough for an executor's memory, large enough that starting the process costs nothing.
DOCUMENTS_OF_A_PART = 2_000
# A fixed day for `added`, so that a task that is run again writes the same rows.
TODAY = "2026-01-01"


def session(master, name="dixit"):
    spark = (
        SparkSession.builder.master(master).appName(name)
        .config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "8")
        # The warehouse would otherwise be where the program was started.
        .config("spark.sql.warehouse.dir", tempfile.gettempdir() + "/dixit-spark-warehouse")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    return spark


class Corpus:
    """The stages of a corpus in a folder; each is there whole or is made again, so that a run that broke off goes on."""

    def __init__(self, spark, folder, dixit):
        self.spark = spark
        self.folder = os.path.abspath(folder)
        self.dixit = os.path.abspath(dixit)
        self.definitions = definitions(self.dixit)
        self.seconds = {}
        os.makedirs(self.folder, exist_ok=True)
        # The executors get the program from the driver; what it is linked to has to be there (README).
        spark.sparkContext.addFile(self.dixit)

    def path(self, stage):
        return f"{self.folder}/{stage}"

    def build(self, documents):
        documents = os.path.abspath(documents)
        self.stage("records", lambda: self.extract(documents))
        self.stage("names", self.link)
        self.stage("rows", lambda: self.export(documents))
        self.stage("tables", self.write_tables)

    def stage(self, name, make):
        start = time.time()
        if not os.path.exists(f"{self.path(name)}/_SUCCESS"):
            shutil.rmtree(self.path(name), ignore_errors=True)
            make()
            open(f"{self.path(name)}/_SUCCESS", "w").close()
        self.seconds[name] = time.time() - start

    # 1. What is found, document by document.

    @functools.cache
    def parts(self, documents):
        """Documents with their ids, in parts of a size that one process reads. Which document is in which part depends on its id alone."""
        lines = self.spark.read.text(documents).where(F.trim("value") != "")
        with_ids = lines.select(F.get_json_object("value", "$.id").alias("id"), F.col("value").alias("document"))
        count, named, different = with_ids.agg(F.count("document"), F.count("id"), F.countDistinct("id")).first()
        if named < count:
            raise SystemExit(f"{count - named} of {count} lines have no id: rows are joined by it, so give each document one of its own")
        if different < count:
            raise SystemExit(f"{count - different} documents have an id that another one has: drop them (dropDuplicates) or give them others")
        return with_ids, count, max(2, -(-count // DOCUMENTS_OF_A_PART))

    def extract(self, documents):
        with_ids, count, parts = self.parts(documents)
        command = f"./{shlex.quote(os.path.basename(self.dixit))} extract --records all --records evidence --threads 1 --quiet"
        lines = with_ids.repartition(parts, "id").select("document").rdd.map(lambda row: row.document).pipe(command, checkCode=True)
        records = lines.map(lambda line: (line,)).toDF("line STRING")
        records.withColumn("record", F.get_json_object("line", "$.record")).write.partitionBy("record").parquet(self.path("records"))
        read = self.records("evidence").count()
        if read != count:
            shutil.rmtree(self.path("records"))
            raise SystemExit(f"{count - read} of {count} lines are no documents: see the executors' logs, or dixit extract < {documents}")

    def records(self, kind):
        return self.spark.read.parquet(f"{self.path('records')}/record={kind}")

    # 2. Who is who.

    def link(self):
        command = [self.dixit, "link", "--output", self.path("names") + "/", "--quiet"]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as link:
            # One partition after the other, so that the driver holds none but the one on its way.
            for row in self.records("evidence").toLocalIterator(prefetchPartitions=True):
                link.stdin.write(row.line.encode() + b"\n")
        if link.returncode:
            raise SystemExit(f"dixit link ended with {link.returncode}")

    # 3. The rows of all tables.

    def export(self, documents):
        with_ids, _, parts = self.parts(documents)
        lines = self.spark.read.text(f"{self.path('names')}/identities.jsonl")
        identities = lines.select(F.get_json_object("value", "$.document").alias("id"), F.col("value").alias("identity"))
        joined = with_ids.join(identities, "id").repartition(parts, "id")
        rows = joined.rdd.mapPartitions(exporter(os.path.basename(self.dixit))).toDF("table STRING, line STRING")
        rows.write.partitionBy("table").parquet(self.path("rows"))

    def write_tables(self):
        for table, columns in self.definitions["tables"].items():
            own = f"{self.path('names')}/{table}.jsonl"
            schema = columns.replace(" NOT NULL", "")
            if os.path.exists(own):
                rows = self.spark.read.schema(schema).option("mode", "FAILFAST").json(own)
            elif os.path.exists(f"{self.path('rows')}/table={table}"):
                lines = self.spark.read.parquet(f"{self.path('rows')}/table={table}")
                rows = lines.select(F.from_json("line", schema, {"mode": "FAILFAST"}).alias("row")).select("row.*")
            else:
                rows = self.spark.createDataFrame([], schema)
            if len(rows.columns) == 2:
                # A pair of people and organisations may be known in several parts.
                rows = rows.distinct()
            rows.write.parquet(f"{self.path('tables')}/{table}")

    # Questions.

    def open(self):
        for table in self.definitions["tables"]:
            self.spark.read.parquet(f"{self.path('tables')}/{table}").createOrReplaceTempView(table)
        for view in self.definitions["views"]:
            self.spark.sql(view.replace("CREATE VIEW", "CREATE OR REPLACE TEMP VIEW", 1))

    def ask(self, query):
        """The answer of the last statement of a query, as a DataFrame."""
        said = subprocess.run([self.dixit, "sql", "--dialect", "spark", query], check=True, capture_output=True, text=True).stdout
        return self.spark.sql(said.strip().removesuffix(";"))


def definitions(dixit):
    """The columns of each table as `dixit sql --tables` says them, and the views."""
    text = subprocess.run([dixit, "sql", "--dialect", "spark", "--tables"], check=True, capture_output=True, text=True).stdout
    statements = [statement.strip() for statement in text.split(";\n") if statement.strip()]
    tables = {}
    for statement in statements:
        found = re.match(r"CREATE TABLE `(.+?)` \(\n(.*)\n\)$", statement.removesuffix(";"), re.S)
        if found:
            tables[found[1]] = found[2]
    return {"tables": tables, "views": [s.removesuffix(";") for s in statements if s.startswith("CREATE VIEW")]}


def exporter(program):
    """What turns the documents of a partition into rows of tables, on an executor."""

    def rows(partition):
        with tempfile.TemporaryDirectory(prefix="dixit-part-") as scratch:
            documents, identities = scratch + "/documents.jsonl", scratch + "/identities.jsonl"
            count = 0
            with open(documents, "w", encoding="utf-8") as texts, open(identities, "w", encoding="utf-8") as names:
                for row in partition:
                    texts.write(row.document + "\n")
                    names.write(row.identity + "\n")
                    count += 1
            if count == 0:
                return
            command = [SparkFiles.get(program), "export", "-", "--identities", identities, "--today", TODAY,
                       "--output", scratch + "/part/", "--quiet"]
            with open(documents, "rb") as texts:
                done = subprocess.run(command, stdin=texts, stderr=subprocess.PIPE)
            if done.returncode:
                # The task fails, Spark runs it again, and says this where it fails for good.
                raise RuntimeError(f"dixit export ended with {done.returncode}: {done.stderr.decode(errors='replace')[-2000:]}")
            for name in sorted(os.listdir(scratch + "/part")):
                if name.endswith(".jsonl"):
                    with open(f"{scratch}/part/{name}", encoding="utf-8") as lines:
                        for line in lines:
                            yield name.removesuffix(".jsonl"), line.rstrip("\n")

    return rows


def main():
    options = argparse.ArgumentParser(description="A corpus on Apache Spark.")
    options.add_argument("--master", default="local-cluster[2,1,1024]")
    options.add_argument("--dixit", required=True)
    options.add_argument("--ask", action="append", metavar="QUERY", default=[])
    options.add_argument("paths", nargs="+")
    given = options.parse_args()
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    corpus = Corpus(session(given.master), given.paths[-1], given.dixit)
    try:
        if len(given.paths) == 2:
            corpus.build(given.paths[0])
            print(json.dumps({stage: round(seconds, 2) for stage, seconds in corpus.seconds.items()}))
        if given.ask:
            corpus.open()
            for query in given.ask:
                corpus.ask(query).show(truncate=80)
    finally:
        corpus.spark.stop()


if __name__ == "__main__":
    main()
