#!/usr/bin/env python3
"""Ranks statements by BM25 in full precision, straight from the JSON Lines, and writes DATA/ranked.json.

usage: ranking.py DATA

For q7 and q7b: the ten best scores, and the ids of all statements that have at least the tenth. No engine has a part in it: peers
store the length of a text in a byte, or print no score, so that their ten are not always the ten best. k1 = 1.2, b = 0.75,
idf = ln(1 + (N - n + 0.5) / (n + 0.5)); a word is a run of letters and digits without its accents.
"""
import json
import math
import re
import sys
import unicodedata

WORD = re.compile(r"[^\W_]+")


class Folding(dict):
    """What each character becomes, found when it is met first."""

    def __missing__(self, code):
        letters = unicodedata.normalize("NFD", chr(code).lower().replace("œ", "oe").replace("æ", "ae"))
        self[code] = "".join(c for c in letters if not unicodedata.combining(c))
        return self[code]


def main():
    data = sys.argv[1]
    meta = json.load(open(f"{data}/meta.json"))
    folding = Folding()
    questions = {q: [w.translate(folding) for w in meta[q]] for q in ("q7", "q7b")}
    wanted = {w for words in questions.values() for w in words}
    candidates = {q: [] for q in questions}
    frequency = dict.fromkeys(wanted, 0)
    rows = words = 0
    for line in open(f"{data}/statements.jsonl", encoding="utf-8"):
        statement = json.loads(line)
        found = WORD.findall(statement["text"].translate(folding))
        rows += 1
        words += len(found)
        here = wanted.intersection(found)
        if not here:
            continue
        for word in here:
            frequency[word] += 1
        for question, both in questions.items():
            if here.issuperset(both):
                candidates[question].append((statement["id"], len(found), [found.count(w) for w in both]))
    average = words / rows
    result = {}
    for question, both in questions.items():
        idf = [math.log(1 + (rows - frequency[w] + 0.5) / (frequency[w] + 0.5)) for w in both]
        scores = []
        for number, length, counts in candidates[question]:
            norm = 1.2 * (1 - 0.75 + 0.75 * length / average)
            scores.append((sum(i * c * 2.2 / (c + norm) for i, c in zip(idf, counts)), number))
        scores.sort(reverse=True)
        tenth = scores[:10][-1][0]
        result[question] = {
            "rows": len(scores), "scores": [s for s, _ in scores[:10]],
            "above": sorted(n for s, n in scores if s > tenth + 1e-9),
            "tenth": sorted(n for s, n in scores if abs(s - tenth) <= 1e-9),
        }
    json.dump(result, open(f"{data}/ranked.json", "w"))


main()
