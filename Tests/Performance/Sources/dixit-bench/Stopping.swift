// How long a question goes on after it was told to stop.

import Dixit
import Foundation

/// Questions that take long, each for another reason: orders, groups, samples, texts.
private let longQuestions = [
    "find statements sort by text", "find statements sort by verb desc, place, speaker",
    "find statements sort by speaker.name", "count statements by text", "count statements by speaker, verb, place",
    "count statements by date.weekday, kind", "count distinct text in statements",
    "count distinct speaker in statements by place", "find statements where text matches /(a|e)+ss?.*(t|d)e/",
    "find statements where text contains \"de\" near \"la\"", "find statements where date = event.date",
    "find statements sample 700000 seed 3 sort by place", "find people where count of statements > 40 sort by name",
    "find statements where text contains exactly \"de\" sort by relevance", "count statements by speaker.name",
]

/// Stops each question at several moments and prints the longest time that one went on.
func measureStopping(_ corpus: Corpus) throws {
    let clock = ContinuousClock()
    var figures: [(String, JSON)] = []
    var longest = 0.0
    for question in longQuestions {
        var worst = 0.0
        var stopped = 0
        for milliseconds in [1, 5, 20, 60, 150, 400, 900] {
            var session = Session(corpus)
            let end = clock.now + .milliseconds(milliseconds)
            session.budget = Budget(isCancelled: { ContinuousClock.now >= end })
            do {
                try session.run(Query(text: question))
            } catch {
                guard error.code == "E505" else { throw error }
                stopped += 1
                worst = max(worst, (clock.now - end) / .milliseconds(1))
            }
        }
        figures.append((question, .object([("stopped", .number(stopped)), ("longest_ms", .decimal(worst))])))
        longest = max(longest, worst)
    }
    print("RESULT " + JSON.object(figures + [("longest_ms", .decimal(longest))]).description)
}
