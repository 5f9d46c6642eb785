"""Builds a corpus on two executors, kills one of them twice on the way, and compares everything with the corpus of one machine.

check.py --dixit PROGRAM DOCUMENTS.jsonl SCRATCH [--costs]
"""

import argparse
import decimal
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time

import corpus as on_spark

HERE = os.path.dirname(os.path.abspath(__file__))


def executors():
    """The processes of Spark's executors."""
    lines = subprocess.run(["ps", "-eo", "pid,args"], capture_output=True, text=True, check=True).stdout.splitlines()
    return [int(line.split()[0]) for line in lines if "CoarseGrainedExecutorBackend" in line and "java" in line]


class Killer(threading.Thread):
    """Kills one executor, once two tasks of the stage that is running have ended and others run."""

    def __init__(self, spark, what):
        super().__init__(daemon=True)
        self.tracker = spark.sparkContext.statusTracker()
        self.what = what
        self.killed = None
        self.over = False

    def run(self):
        while not self.over:
            for number in self.tracker.getActiveStageIds():
                stage = self.tracker.getStageInfo(number)
                if stage and stage.numTasks > 4 and stage.numCompletedTasks >= 2 and stage.numActiveTasks:
                    self.killed = executors()[0]
                    os.kill(self.killed, signal.SIGKILL)
                    print(f"{self.what}: killed executor {self.killed} after {stage.numCompletedTasks} of {stage.numTasks} tasks", flush=True)
                    return
            time.sleep(0.02)


class Checked(on_spark.Corpus):
    """A corpus whose executors do not live long."""

    def stage(self, name, make):
        killer = Killer(self.spark, name) if name in ("records", "rows") else None
        if killer:
            killer.start()
        super().stage(name, make)
        if killer:
            killer.over = True
            killer.join()
            if killer.killed is None:
                raise SystemExit(f"{name} was over before an executor could be killed: give more documents")


def written(value):
    """A value as both print it."""
    if isinstance(value, (bool, int, float, decimal.Decimal)):
        return f"{float(value):.4f}"
    if isinstance(value, list):
        return "; ".join(value) or None
    return value if value is None else str(value)


def queries():
    with open(HERE + "/questions.dixit", encoding="utf-8") as lines:
        return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def compare_answers(spark_corpus, snapshot, dixit):
    wrong = 0
    spark_corpus.open()
    for query in queries():
        asked = subprocess.run([dixit, snapshot, "-c", query, "-F", "jsonl", "--limit", "1000000", "--quiet"],
                               capture_output=True, text=True, check=True).stdout
        here = [[written(value) for value in json.loads(line).values()] for line in asked.splitlines()]
        start = time.time()
        rows = spark_corpus.ask(query).collect()
        there = [[written(value) for value in row] for row in rows]
        same = here == there
        wrong += not same
        print(f"{'same' if same else 'DIFFERENT'}  {len(here):6d} rows  {time.time() - start:5.1f} s  {query}", flush=True)
        if not same:
            print(f"  one machine: {here[:2]}\n  Spark:       {there[:2]}")
    return wrong


def compare_tables(spark_corpus, folder):
    """Each table as a whole: the same rows, in the same order where they have one."""
    wrong = 0
    for table in spark_corpus.definitions["tables"]:
        with open(f"{folder}/{table}.jsonl", encoding="utf-8") as lines:
            here = [json.loads(line) for line in lines]
        there = [row.asDict() for row in spark_corpus.spark.read.parquet(f"{spark_corpus.path('tables')}/{table}").collect()]
        if here and "n" in here[0]:
            there.sort(key=lambda row: row["n"])
            numbers = [row.pop("n") for row in there]
            if len(set(numbers)) < len(numbers):
                print(f"DIFFERENT {table}: two rows have one number")
                wrong += 1
            for row in here:
                del row["n"]
        else:
            here, there = (sorted(rows, key=lambda row: json.dumps(row, sort_keys=True)) for rows in (here, there))
        if here != there:
            wrong += 1
            differing = next((pair for pair in zip(here, there) if pair[0] != pair[1]), None)
            print(f"DIFFERENT {table}: {len(here)} rows on one machine, {len(there)} on Spark; first: {str(differing)[:600]}")
    print(f"{len(spark_corpus.definitions['tables']) - wrong} of {len(spark_corpus.definitions['tables'])} tables have the same rows", flush=True)
    return wrong


def costs(documents, scratch, dixit):
    """Seconds of each stage with one and with two executors, each in a process of its own, and of one process without Spark."""
    with open(documents, encoding="utf-8") as lines:
        count = sum(1 for _ in lines)
    for masters in ("local-cluster[1,1,1024]", "local-cluster[2,1,1024]") * 2:
        folder = scratch + "/costs"
        shutil.rmtree(folder, ignore_errors=True)
        start = time.time()
        done = subprocess.run([sys.executable, HERE + "/corpus.py", "--master", masters, "--dixit", dixit, documents, folder],
                              capture_output=True, text=True, check=True)
        seconds = json.loads(re.findall(r"^\{.*\}$", done.stdout, re.M)[-1])
        work = sum(seconds.values())
        print(f"{masters}: {seconds}  {count / work:.0f} documents/s, with start and end of Spark {time.time() - start:.1f} s", flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--dixit", required=True)
    options.add_argument("--costs", action="store_true")
    options.add_argument("documents")
    options.add_argument("scratch")
    given = options.parse_args()
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    dixit, scratch = os.path.abspath(given.dixit), os.path.abspath(given.scratch)
    shutil.rmtree(scratch, ignore_errors=True)
    os.makedirs(scratch)
    start = time.time()
    with open(given.documents, "rb") as lines:
        subprocess.run([dixit, "export", "-", "--keep-duplicates", "--today", on_spark.TODAY, "-o", scratch + "/whole/"], stdin=lines, check=True)
    print(f"one machine: tables after {time.time() - start:.1f} s", flush=True)
    with open(given.documents, "rb") as lines:
        subprocess.run([dixit, "index", "-", "--keep-duplicates", "--today", on_spark.TODAY, "-o", scratch + "/whole.corpus"], stdin=lines, check=True)
    spark = on_spark.session("local-cluster[2,1,1024]")
    try:
        print(f"executors: {executors()}", flush=True)
        corpus = Checked(spark, scratch + "/spark", dixit)
        corpus.build(given.documents)
        wrong = compare_tables(corpus, scratch + "/whole") + compare_answers(corpus, scratch + "/whole.corpus", dixit)
    finally:
        spark.stop()
    print(f"{wrong} wrong")
    if wrong:
        sys.exit(1)
    if given.costs:
        costs(given.documents, scratch, dixit)


if __name__ == "__main__":
    main()
