#!/usr/bin/env python3
"""Runs Dixit and its peers in turn, prints how many times faster or slower each is, and fails where answers differ.

usage: compare.py BENCH CACHE PROGRAM N... [--rounds 3] [--peers dixit,tantivy,...]

BENCH has gen.py and bench.py; CACHE keeps data, what peers have built, and results; PROGRAM is dixit-bench.
"""
import argparse
import json
import os
import subprocess
import sys
import time

# The same question with the texts read where they lie: what SQLite's C interface does.
IN_PLACE = "q1 in place"
QUESTIONS = ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q7b", "q8", "q9", "q10"]
# Ranked answers depend on how a peer stores lengths; ranking.py computes the formula in full precision, without an engine.
RANKED = ["q7", "q7b"]


def run(command, env):
    print("+", " ".join(command), file=sys.stderr, flush=True)
    subprocess.run(command, env=env, check=True)


def measure(args, n, env):
    data, work = f"{args.cache}/data-{n}", f"{args.cache}/work-{n}"
    python, bench = sys.executable, f"{args.bench}/bench.py"
    if not os.path.exists(f"{data}/meta.json"):
        run([python, f"{args.bench}/gen.py", str(n), data], env)
    build_file = f"{work}/build.json"
    built = json.load(open(build_file)) if os.path.exists(build_file) else {}
    # What peers built is kept; Dixit, which may have changed, builds each time.
    missing = [p for p in args.peers if p == "dixit" and not args.keep or p != "dixit" and not built.get(p) and p != "sqlite_c"]
    if missing:
        run([python, bench, "build", data, work] + missing, env)
    if not os.path.exists(f"{data}/ranked.json"):
        run([python, os.path.join(os.path.dirname(os.path.abspath(__file__)), "ranking.py"), data], env)
    out = f"{args.cache}/result-{n}.json"
    run([python, bench, "run", data, work, out] + args.peers + ["--rounds", str(args.rounds)], env)
    return json.load(open(out)), json.load(open(build_file)), json.load(open(f"{data}/ranked.json"))


def microseconds(value):
    return f"{value:.2f}" if value < 10 else f"{value:.0f}" if value < 10_000 else f"{value / 1000:.1f} ms"


def table(results, built, peers):
    base = results["dixit"]["q"]
    others = [p for p in peers if p != "dixit" and p in results]
    lines = ["| | Dixit µs | from text µs | best peer | " + " | ".join(others) + " |", "|---" * (len(others) + 4) + "|"]
    for q in QUESTIONS:
        own = base[q]["med_us"]
        text = base.get(f"{q} from text", {}).get("med_us")
        ratios = {p: results[p]["q"][q]["med_us"] / own for p in others if "med_us" in results[p]["q"].get(q, {})}
        best = min(ratios, key=ratios.get) if ratios else None
        cells = [f"{ratios[p]:.1f}×" if p in ratios else "–" for p in others]
        lines.append(
            f"| {q} | {microseconds(own)} | {microseconds(text) if text else '–'} | "
            f"{f'{best} {ratios[best]:.1f}×' if best else '–'} | " + " | ".join(cells) + " |")
        if q == "q1" and IN_PLACE in base:
            own = base[IN_PLACE]["med_us"]
            ratios = {p: results[p]["q"][q]["med_us"] / own for p in ratios}
            best = min(ratios, key=ratios.get)
            cells = [f"{ratios[p]:.1f}×" if p in ratios else "–" for p in others]
            lines.append(f"| {IN_PLACE} | {microseconds(own)} | – | {best} {ratios[best]:.1f}× | " + " | ".join(cells) + " |")

    def row(name, value):
        lines.append(f"| {name} | {value('dixit')} | | | " + " | ".join(value(p) for p in others) + " |")

    row("resident MiB", lambda p: f"{results[p]['rss_mib']:.0f}" if results[p]["rss_mib"] else "–")
    row("open and first answer, cold, ms", lambda p: f"{results[p]['cold_first_ms']:.1f}" if results[p].get("cold_first_ms") else "–")
    row("build s", lambda p: f"{built[p]['build_s']:.1f}" if built.get(p) else "–")
    row("on disk MiB", lambda p: f"{built[p]['disk_mib']}" if built.get(p) and built[p]["disk_mib"] else "–")
    return "\n".join(lines)


def differences(results, ranked):
    own = results["dixit"]["dig"]
    found = []
    for q in RANKED:
        answer, best = set(own[q]), ranked[q]
        # Of statements that have the tenth score any will do.
        if not (answer >= set(best["above"]) and answer <= set(best["above"] + best["tenth"]) and len(answer) == len(best["scores"])):
            found.append(f"{q}: dixit {own[q]} … the best are {best['above']} and of {best['tenth'][:20]} those that are missing to ten")
    for q in QUESTIONS:
        for peer in [p for p in results if p != "dixit" and q not in RANKED]:
            answer = results.get(peer, {}).get("dig", {}).get(q)
            if answer is not None and answer != own[q]:
                found.append(f"{q}: dixit {str(own[q])[:120]} … {peer} {str(answer)[:120]}")
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bench")
    parser.add_argument("cache")
    parser.add_argument("program")
    parser.add_argument("n", type=int, nargs="+")
    parser.add_argument("--keep", action="store_true", help="measure what Dixit built last time")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers", default="dixit,tantivy,sqlite_c,sqlite,duckdb,xapian,polars,chdb")
    args = parser.parse_args()
    args.peers = args.peers.split(",")
    env = dict(os.environ, PEER_BIN_dixit=args.program, PEER_PY_xapian="/usr/bin/python3", POLARS_MAX_THREADS="1")
    sqlite_c = f"{args.cache}/sqlite_c"
    if os.path.exists(sqlite_c):
        env["PEER_BIN_sqlite_c"] = sqlite_c
    else:
        args.peers = [p for p in args.peers if p != "sqlite_c"]
    for module in ("tantivy", "duckdb", "polars", "chdb"):
        if module in args.peers and subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True).returncode:
            print(f"{module} is left out: there is no such package here", file=sys.stderr)
            args.peers.remove(module)
    if "xapian" in args.peers and subprocess.run(["/usr/bin/python3", "-c", "import xapian"], capture_output=True).returncode:
        print("xapian is left out: apt-get install python3-xapian", file=sys.stderr)
        args.peers.remove("xapian")
    wrong = []
    for n in args.n:
        results, built, ranked = measure(args, n, env)
        print(f"\n{n:,} statements, {time.strftime('%Y-%m-%d')}; times of others are multiples of Dixit's\n")
        print(table(results, built, args.peers), flush=True)
        wrong += [f"{n:,}: {line}" for line in differences(results, ranked)]
    if wrong:
        sys.exit("answers differ:\n" + "\n".join(wrong))


if __name__ == "__main__":
    main()
