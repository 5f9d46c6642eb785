// E5: what stops a query that is right. N6: what accompanies an answer.

extension Message {
    /// `param $who` without a value
    package static func missingParameter(_ name: String) -> Message {
        Message("E501", ["name": .text(name)])
    }

    /// `--timeout 10s`
    package static func outOfTime(milliseconds: Int) -> Message {
        Message("E502", ["limit": .number(milliseconds)])
    }

    /// A budget of rows that may be looked at.
    package static func outOfRows(limit: Int) -> Message {
        Message("E503", ["limit": .number(limit)])
    }

    /// `--max-memory 2G`
    package static func outOfMemory(bytes: Int) -> Message {
        Message("E504", ["limit": .number(bytes)])
    }

    /// Ctrl-C, or a cancelled task.
    package static var cancelled: Message { Message("E505") }

    /// `1,204 rows`, beside one of two readings.
    static func rowCount(_ rows: Int) -> Message { Message("label.rows", ["rows": .number(rows)]) }

    /// A record whose `speaker` is `p9`, where no row of `people` has that id.
    package static func unknownReference(_ id: String, set: String, field: String) -> Message {
        Message("E510", ["id": .text(id), "set": .text(set), "field": .text(field)])
    }

    /// Two records of `people` with the id `p1`.
    package static func duplicateId(_ id: String, set: String) -> Message {
        Message("E511", ["id": .text(id), "set": .text(set)])
    }

    /// `.whynot statment-3`, where no statement has that id
    package static func noSuchRow(_ id: String, set: String, suggestion: String?) -> Message {
        Message("E512", ["id": .text(id), "set": .text(set), "suggestion": .text(suggestion)])
    }

    /// Documents for a corpus of records, which has no place for them.
    package static var notMadeOfDocuments: Message { Message("E513") }

    /// Sets of a program's own that take a name of the news, or lead to no set.
    package static func unfitSets(_ defect: String) -> Message { Message("E514", ["defect": .text(defect)]) }

    // MARK: Snapshots

    /// `dixit letter.pdf` where the file has the name of a snapshot and is none.
    package static func noSnapshot(_ name: String) -> Message { Message("E520", ["name": .text(name)]) }

    /// A snapshot of a program that is older or newer.
    package static func snapshotVersion(_ name: String, found: Int, known: Int) -> Message {
        Message("E521", ["name": .text(name), "found": .number(found), "known": .number(known)])
    }

    /// Numbers are written from the other end.
    package static func foreignSnapshot(_ name: String) -> Message { Message("E522", ["name": .text(name)]) }

    /// A copy that was cut off; `expected` is nil where even the length is missing.
    package static func truncatedSnapshot(_ name: String, bytes: Int, expected: Int?) -> Message {
        Message(
            expected == nil ? "E523.header" : "E523",
            ["name": .text(name), "bytes": .number(bytes), "expected": expected.map { .number($0) }])
    }

    /// A byte is not what was written; `part` is the name of the section that it is in.
    package static func alteredSnapshot(_ name: String, part: String) -> Message {
        Message("E524", ["name": .text(name), "part": .text(part)])
    }

    /// A snapshot that no corpus was written as, though all its sums are right: `part` contradicts the rest.
    package static func impossibleSnapshot(_ name: String, part: String) -> Message {
        Message("E525", ["name": .text(name), "part": .text(part)])
    }

    /// A schema in which two sets have one name, or a field leads nowhere.
    package static func unfitSchema(_ defect: String) -> Message { Message("E526", ["defect": .text(defect)]) }

    /// A dictionary of two gigabytes.
    package static func oversizedSnapshot(part: String) -> Message { Message("E526.size", ["part": .text(part)]) }

    /// `reason` is the system's.
    package static func unreadableSnapshot(_ name: String, reason: String) -> Message {
        Message("E527", ["name": .text(name), "reason": .text(reason)])
    }

    /// A disk that is full, a folder that is not there.
    package static func unwritableSnapshot(_ name: String, reason: String) -> Message {
        Message("E528", ["name": .text(name), "reason": .text(reason)])
    }

    // MARK: Tables

    /// Records that say `members` of a group, where the members say another group of themselves.
    package static func endsDiffer(_ field: String, _ inverse: String) -> Message {
        Message("E529", ["field": .text(field), "inverse": .text(inverse)])
    }

    // MARK: Notes

    /// `speaker = "El Kalfi"`, where `set` are those who could be called so; `isPerson` chooses “nobody”.
    /// The suggestion has `rows` of `counted`: “did you mean "El Khalfi" (37 statements)?”
    package static func nobodyCalled(
        _ name: String, in set: String, isPerson: Bool, suggestion: String?, rows: Int?, of counted: String
    ) -> Message {
        Message(
            isPerson ? "N601.person" : "N601.other",
            [
                "name": .text(name), "set": .text(set), "suggestion": .text(suggestion),
                "rows": rows.map { .number($0) }, "counted": .text(counted),
            ])
    }

    /// `outlet = "Le Mnde"`: no row has that value.
    package static func noSuchValue(_ value: String, field: String, suggestion: String?, set: String) -> Message {
        Message(
            "N601.value",
            ["value": .text(value), "field": .text(field), "suggestion": .text(suggestion), "set": .text(set)])
    }

    /// Each condition of a query without rows, with the number of rows it would have alone.
    package static func conditionsAlone(_ conditions: [Counted]) -> Message {
        Message("N602", ["conditions": .counts(conditions, marksNone: true)])
    }

    /// `speaker = "Macr*"`: a star ends a word only after `contains`.
    package static func starIsNoLetter(_ value: String, field: String) -> Message {
        Message("N601.star", ["value": .text(value), "field": .text(field)])
    }

    /// `date between 2024 and 2020`
    package static func nothingBetween(_ low: String, _ high: String) -> Message {
        Message("N612", ["low": .text(low), "high": .text(high)])
    }

    /// `speaker = "Benkirane"` where two people have that name
    package static func severalMatches(_ name: String, _ matches: [Counted]) -> Message {
        Message("N603", ["name": .text(name), "count": .number(matches.count), "matches": .counts(matches)])
    }

    /// `speaker != "El Khalfi"`: `rows` of the answer have no speaker.
    package static func missingValues(_ rows: Int, field: String) -> Message {
        Message("N604", ["rows": .number(rows), "field": .text(field)])
    }

    /// `speaker = "Mustapha El Khalfi"`: further statements name only “El Khalfi”.
    package static func shorterName(_ name: String, rows: Int, set: String) -> Message {
        Message("N605", ["name": .text(name), "rows": .number(rows), "set": .text(set)])
    }

    /// `not text contains "a" or date > 2016`
    package static func readAs(_ text: String) -> Message {
        Message("N606", ["text": .text(text)])
    }

    /// `count documents by people`: one document is in several groups.
    package static func overlappingGroups(_ paths: [String]) -> Message {
        Message("N607", ["paths": .some(paths)])
    }

    /// `speaker = "El Khalfi"`
    package static func nameResolved(_ name: String, to entity: String) -> Message {
        Message("N608", ["name": .text(name), "entity": .text(entity)])
    }

    /// `speaker in @names`, where hundreds of the names are nobody's.
    package static func moreNotes(_ count: Int) -> Message {
        Message("N609", ["count": .number(count)])
    }

    /// `count statements by speaker, mode limit 6 as pivot`
    package static func pivotOfSome(without clause: String) -> Message {
        Message("N610", ["clause": .text(clause)])
    }

    /// `text contains "C++"`: looked for as `c`.
    package static func signsDropped(_ text: String, words: String) -> Message {
        Message("N611", ["text": .text(text), "words": .text(words)])
    }
}
