// Snapshots that are cut off, altered, made up, or none: an error or the right answer, never a trap.

import Dixit
import TestSupport
import Testing

/// A corpus with every kind of column in as few bytes as that takes.
private func tinyCorpus() throws -> Corpus {
    func field(_ name: String, _ type: FieldType) -> FieldSchema {
        FieldSchema(name, type, documentation: LocalizedText(english: "", french: ""))
    }
    let schema = Schema(sets: [
        SetSchema(
            "people", singular: "person", label: "name", namesPeople: true,
            documentation: LocalizedText(english: "", french: ""),
            fields: [field("id", .number), field("name", .name()), field("said", .many("words", inverse: "from"))]),
        SetSchema(
            "words", singular: "word", isSearchedByText: true, documentation: LocalizedText(english: "", french: ""),
            fields: [
                field("id", .keyword()), field("from", .one("people", inverse: "said")), field("text", .text),
                field("date", .date), field("tags", .keyword(many: true)), field("size", .number),
                field("sure", .boolean),
            ]),
    ])
    var records = RecordBuilder(schema: schema)
    try records.add(["id": .integer(8), "name": .text("Samira Haddad")], to: "people")
    try records.add(["id": .integer(7), "name": .text("Ali")], to: "people")
    try records.add(
        [
            "id": .text("a"), "from": .integer(8), "text": .text("Le pays a un accord. L’accord tient."),
            "date": .text("2016-05-12"), "tags": .list([.text("x"), .text("y")]), "size": .integer(3),
            "sure": .boolean(true),
        ], to: "words")
    try records.add(
        [
            "id": .text("b"), "from": .integer(8), "text": .text("Un pays"), "date": .text("2016"),
            "tags": .list([.text("y")]),
        ],
        to: "words")
    try records.add(["id": .text("c"), "from": .integer(7), "size": .number(0.5)], to: "words")
    return try records.finish()
}

private let questions = [
    "find words where text contains \"un accord\" sort by date",
    "find words where text contains \"pays\" within 3 words of \"un\"",
    "find words where text contains \"a*\" sort by relevance",
    "find words where from = \"Haddad\" sort by from.name desc",
    "find people where some said has (text contains \"pays\") sort by count of said", "count words by from",
    "count words by date.month, tags", "count words by size", "find people where name contains \"samira\" sort by name",
    "find words where date >= 2016-05 or size > 1 or sure = true", "find words where tags = \"y\" and not id = \"a\"",
    "find words where text contains exactly \"L’accord\"", "count distinct from in words", "count people by name",
    "find people where id = 8", "find words where from.id >= 7",
]

/// Asks some questions; what is answered does not matter, only that it is, or that an error is thrown.
///
/// - Parameter number: of the first question, so that all are asked in the end.
private func ask(_ corpus: Corpus, from number: Int) {
    for question in (0..<4).map({ questions[(number + $0 * 4) % questions.count] }) {
        guard let answer = try? corpus.answer(to: Query(text: question)) else { continue }
        for row in answer.rows {
            _ = row.values.map(\.description)
            _ = corpus.record(of: row)
            _ = corpus.passage(of: row, context: 3)
        }
    }
}

@Suite struct SnapshotDamageTests {
    private let bytes: [UInt8]

    init() throws { bytes = try tinyCorpus().snapshotBytes() }

    /// The code of the error that opening gives; nil where it opens.
    private func code(_ bytes: [UInt8], _ verification: SnapshotVerification = .full) -> String? {
        do {
            _ = try Corpus(snapshot: bytes, verifying: verification)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func theQuestionsHaveAnswers() throws {
        let corpus = try tinyCorpus()
        for question in questions { #expect(throws: Never.self) { try corpus.answer(to: Query(text: question)) } }
        #expect(code(bytes) == nil && code(bytes, .whenRead) == nil)
    }

    @Test func everyAlteredByteIsNoticed() {
        var altered = bytes
        for place in bytes.indices {
            let change: UInt8 = 1 << UInt8(place % 8)
            altered[place] ^= change
            let code = code(altered)
            #expect(code?.hasPrefix("E52") == true, "byte \(place) of \(bytes.count)")
            altered[place] ^= change
        }
    }

    @Test func everyTruncationIsNoticed() {
        for length in bytes.indices {
            let code = code(Array(bytes[..<length]))
            #expect(code == (length < 2 ? "E520" : "E523"), "\(length) bytes")
        }
        #expect(code(bytes + [0]) == "E524")
    }

    /// Bytes that are not what was written, with sums that say they are: what stays inside its bounds opens and can be asked.
    @Test func everyForgedByteIsHarmless() {
        var opened = 0
        for (number, place) in (Forgery.tableEnd(bytes)..<bytes.count).enumerated() {
            var altered = bytes
            altered[place] ^= [0x01, 0xC0, 0x08][number % 3]
            Forgery.seal(&altered, at: place)
            if let corpus = try? Corpus(snapshot: altered) {
                opened += 1
                ask(corpus, from: number)
            }
        }
        #expect(opened > 0 && opened < bytes.count)
    }

    /// Numbers that somebody would try, in every place of four bytes, two at a time.
    @Test func everyForgedNumberIsHarmless() {
        var random = SeededGenerator(seed: 5)
        let numbers: [UInt32] = [0, 1, 2, 3, 7, 0x7FFF_FFFF, 0x8000_0000, .max - 1, .max, 0x7FF0_0000]
        let places = Array(stride(from: Forgery.tableEnd(bytes), to: bytes.count, by: 4))
        for place in places {
            var altered = bytes
            for place in [place, random.pick(places)] {
                withUnsafeBytes(of: random.pick(numbers)) { altered.replaceSubrange(place..<place + 4, with: $0) }
                Forgery.seal(&altered, at: place)
            }
            if let corpus = try? Corpus(snapshot: altered) { ask(corpus, from: place) }
        }
    }

    /// A header and a table that say something else, with the right sums.
    @Test func everyForgedTableIsHarmless() {
        for place in 8..<Forgery.tableEnd(bytes) {
            var altered = bytes
            altered[place] ^= 1 << UInt8(place % 8)
            Forgery.seal(&altered)
            if let corpus = try? Corpus(snapshot: altered) { ask(corpus, from: place) }
        }
    }

    /// What is checked when it is read: each question has the right answer or is an error, and both happen.
    @Test func everyAlteredByteIsNoticedOrNotRead() throws {
        let right = try questions.map { try tinyCorpus().answer(to: Query(text: $0)).tabbed }
        var refused = 0
        var opened = 0
        var answered = 0
        var altered = bytes
        for place in bytes.indices {
            let change: UInt8 = 1 << UInt8(place % 8)
            altered[place] ^= change
            defer { altered[place] ^= change }
            guard let corpus = try? Corpus(snapshot: altered, verifying: .whenRead) else {
                refused += 1
                continue
            }
            opened += 1
            for number in [place % questions.count, (place / 5) % questions.count] {
                do throws(DixitError) {
                    let answer = try corpus.answer(to: Query(text: questions[number]))
                    #expect(answer.tabbed == right[number], "byte \(place), \(questions[number])")
                    answered += 1
                } catch {
                    #expect(error.code == "E524", "byte \(place), \(questions[number])")
                }
            }
            expectNothingAltered(corpus)
        }
        #expect(refused > 0 && opened > 0 && answered > 0 && answered < 2 * opened)
        #expect(code(bytes, .whenRead) == nil)
    }

    /// What is read outside of questions is as it was, or left out.
    private func expectNothingAltered(_ corpus: Corpus) {
        guard let answer = try? corpus.answer(to: "find words show id") else { return }
        for row in answer.rows {
            guard case .text(let words)? = corpus.record(of: row).first(where: { $0.field.name == "text" })?.value
            else {
                continue
            }
            #expect(["Le pays a un accord. L’accord tient.", "Un pays"].contains(words))
        }
    }

    /// What is made of a corpus out of a file notices it too, and does not write it again with the right sums.
    @Test func anAlteredTextStaysAltered() throws {
        let corpus = Corpus(documents: [
            Document(id: "a", text: "M. Karim Benali a annoncé une réforme.", date: CalendarDate("2016-05-12"))
        ])
        var altered = try corpus.snapshotBytes()
        let words = Array("réforme".utf8)
        let place = try #require(altered.indices.first { altered[$0...].starts(with: words) })
        altered[place] ^= 1
        let opened = try Corpus(snapshot: altered, verifying: .whenRead)
        func code(_ body: () throws -> Void) -> String? {
            do {
                try body()
                return nil
            } catch {
                return (error as? DixitError)?.code
            }
        }
        #expect(code { _ = try opened.answer(to: "count documents") } == nil)
        #expect(code { _ = try opened.answer(to: "find documents show text") } == "E524")
        #expect(code { _ = try opened.snapshot() } == "E524")
        // What comes behind shares what was there, altered as it is; what comes in between copies it.
        let more = try opened.adding([Document(id: "b", text: "Rien.")]).adding([Document(id: "c", text: "Peu.")])
        #expect(code { _ = try more.answer(to: "find documents show id") } == nil)
        #expect(code { _ = try more.answer(to: "find documents show text") } == "E524")
        #expect(code { _ = try more.snapshot() } == "E524")
        let older = Document(id: "d", text: "Rien.", date: CalendarDate("2015-01-01"))
        #expect(code { _ = try opened.adding([older]) } == "E524")
        #expect(code { _ = try more.adding([older]) } == "E524")
        let notes = SetSchema(
            "notes", singular: "note", documentation: LocalizedText(english: "notes", french: "notes"),
            fields: [FieldSchema("id", .keyword(), documentation: LocalizedText(english: "id", french: "id"))])
        let extended = try RecordBuilder(extending: opened, with: [notes]).finish()
        #expect(code { _ = try extended.answer(to: "find documents show text") } == "E524")
        #expect(code { _ = try extended.snapshot() } == "E524")
        let row = try #require(try opened.answer(to: "find documents show id").rows.first)
        #expect(opened.passage(of: row) == nil)
    }

    /// Lists that are long enough to be packed.
    @Test func everyAlteredListIsNoticed() throws {
        let corpus = try SmallRecords(seed: 21, statements: 1500).corpus()
        let bytes = try corpus.snapshotBytes()
        let questions = [
            "count statements where text contains \"la\"", "count statements where text contains \"le pays\"",
            "find statements where text contains \"retrait*\" show id",
            "find statements where text contains \"école\" near \"la\" show id, text",
            "find statements where text contains \"réforme\" sort by relevance limit 5 show id",
        ]
        try expectAlterationsAreNoticed(
            in: bytes, from: Forgery.tableEnd(bytes), rounds: 300, seed: 77, asking: questions, of: corpus)
    }

    /// Packed lists that nothing was packed as, with sums that say they are right.
    @Test func everyForgedListIsHarmless() throws {
        let bytes = try SmallRecords(seed: 22, statements: 700).corpus().snapshotBytes()
        let places = Forgery.words(bytes)
        var random = SeededGenerator(seed: 6)
        let numbers: [UInt32] = [0, 1, 8, 255, 256, 264, 0x7FFF_FFFF, 0x8080_8080, .max]
        var asked = 0
        for _ in 0..<500 {
            var altered = bytes
            let place = random.pick(places)
            withUnsafeBytes(of: random.pick(numbers)) { altered.replaceSubrange(place..<place + 4, with: $0) }
            Forgery.sealLists(&altered)
            Forgery.seal(&altered, at: place)
            for verification in [SnapshotVerification.full, .whenRead] {
                guard let corpus = try? Corpus(snapshot: altered, verifying: verification) else { continue }
                asked += 1
                for query in [
                    "count statements where text contains \"la\"", "find statements where text contains \"la pays\"",
                ] {
                    _ = try? corpus.answer(to: Query(text: query)).rows.map(\.values)
                }
            }
        }
        #expect(asked > 0)
    }

    @Test func whatIsNoSnapshotIsSaid() {
        #expect(code([]) == "E520")
        #expect(code(Array("Les ministres se sont réunis à Rabat.".utf8)) == "E520")
        #expect(code([UInt8](repeating: 0, count: 4096)) == "E520")
        #expect(code(Array(bytes[..<8]) + [UInt8](repeating: 0, count: 4096)) == "E524")
    }

    @Test func anotherVersionIsSaid() throws {
        var other = bytes
        other[12] = 9
        Forgery.seal(&other)
        let error = try #require(throws: DixitError.self) { try Corpus(snapshot: other, name: "a.corpus") }
        #expect(error.code == "E521")
        #expect(error.message(in: .english) == "the snapshot “a.corpus” has version 9, and I read version 6")
        #expect(
            error.message(in: .french).contains("version\u{A0}9") || error.message(in: .french).contains("version 9"))
    }

    @Test func anotherByteOrderIsSaid() {
        var other = bytes
        other[8..<12].reverse()
        #expect(code(other) == "E522")
    }

    @Test func nothingIsReadBehindTheEndOfSmallFiles() {
        var random = SeededGenerator(seed: 1)
        for length in 0..<400 {
            var noise = bytes[..<8] + (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            if length > 60 {
                noise.replaceSubrange(8..<16, with: bytes[8..<16])
                var whole = Array(noise)
                withUnsafeBytes(of: UInt64(whole.count)) { whole.replaceSubrange(16..<24, with: $0) }
                withUnsafeBytes(of: UInt32(length % 7)) { whole.replaceSubrange(24..<28, with: $0) }
                withUnsafeBytes(of: UInt32(length % 100)) { whole.replaceSubrange(28..<32, with: $0) }
                Forgery.seal(&whole)
                #expect(code(whole)?.hasPrefix("E52") == true)
            } else {
                #expect(code(Array(noise))?.hasPrefix("E52") == true)
            }
        }
    }
}

/// Makes the sums of a header and a table right, as somebody would who knows the format, by the words of its description.
private enum Forgery {
    static func number(_ bytes: [UInt8], _ place: Int, _ size: Int) -> Int {
        bytes.withUnsafeBytes { bytes in
            size == 4
                ? Int(bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
                : Int(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        }
    }

    /// Where the sections begin.
    static func tableEnd(_ bytes: [UInt8]) -> Int {
        let size = number(bytes, 24, 4) * 32 + number(bytes, 28, 4)
        return min(bytes.count, 64 + (size + 63) / 64 * 64)
    }

    /// The sections with their names, and where they lie.
    static func sections(_ bytes: [UInt8]) -> [String: Range<Int>] {
        var sections: [String: Range<Int>] = [:]
        let count = number(bytes, 24, 4)
        var nameStart = 64 + 32 * count
        for entry in 0..<count {
            let start = 64 + 32 * entry
            let nameEnd = 64 + 32 * count + number(bytes, start, 4)
            let offset = number(bytes, start + 8, 8)
            sections[String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self)] =
                offset..<offset + number(bytes, start + 4, 4) * number(bytes, start + 16, 8)
            nameStart = nameEnd
        }
        return sections
    }

    /// The places of the words of packed lists.
    static func words(_ bytes: [UInt8]) -> [Int] {
        sections(bytes).filter {
            $0.key.hasSuffix(" words") && $0.value.count > 0 && sections(bytes)[lists($0.key, "sums")] != nil
        }
        .sorted { $0.key < $1.key }.flatMap { Array(stride(from: $0.value.lowerBound, to: $0.value.upperBound, by: 4)) }
    }

    private static func lists(_ words: String, _ other: String) -> String { words.dropLast(5) + other }

    /// Makes the sums of packed lists right.
    static func sealLists(_ bytes: inout [UInt8]) {
        let sections = sections(bytes)
        for (name, words) in sections where name.hasSuffix(" words") {
            guard let places = sections[lists(name, "places")], let sums = sections[lists(name, "sums")] else {
                continue
            }
            for list in 0..<sums.count / 4 {
                let start = words.lowerBound + 4 * number(bytes, places.lowerBound + 4 * list, 4)
                let end = words.lowerBound + 4 * number(bytes, places.lowerBound + 4 * list + 4, 4)
                let sum = listSum(stride(from: start, to: end, by: 4).map { UInt32(number(bytes, $0, 4)) })
                withUnsafeBytes(of: sum) {
                    bytes.replaceSubrange(sums.lowerBound + 4 * list..<sums.lowerBound + 4 * list + 4, with: $0)
                }
            }
            seal(&bytes, at: sums.lowerBound)
        }
    }

    /// Four running sums and the sums of these, after the words that are left over.
    private static func listSum(_ words: [UInt32]) -> UInt32 {
        var sums = [UInt32](repeating: 0, count: 4)
        var sumsOfSums = sums
        let whole = words.count / 4 * 4
        for (place, word) in words[..<whole].enumerated() {
            sums[place % 4] &+= word
            sumsOfSums[place % 4] &+= sums[place % 4]
        }
        var result = UInt64(words.count) &* 0x9E37_79B9_7F4A_7C15
        for word in words[whole...] + (0..<4).flatMap({ [sums[$0], sumsOfSums[$0]] }) {
            result = (result ^ UInt64(word)) &* 0xBF58_476D_1CE4_E5B9
            result ^= result >> 29
        }
        return UInt32(truncatingIfNeeded: result ^ result >> 32)
    }

    static func seal(_ bytes: inout [UInt8]) {
        let table = sum(Array(bytes[64..<max(64, tableEnd(bytes))]))
        withUnsafeBytes(of: table) { bytes.replaceSubrange(32..<40, with: $0) }
        withUnsafeBytes(of: sum(Array(bytes[..<56]))) { bytes.replaceSubrange(56..<64, with: $0) }
    }

    /// The same for all sections that a byte lies in, with the zeros behind them.
    static func seal(_ bytes: inout [UInt8], at place: Int) {
        for entry in 0..<number(bytes, 24, 4) {
            let start = 64 + 32 * entry
            let offset = number(bytes, start + 8, 8)
            let end = offset + (number(bytes, start + 4, 4) * number(bytes, start + 16, 8) + 63) / 64 * 64
            guard (offset..<end).contains(place) else { continue }
            withUnsafeBytes(of: sum(Array(bytes[offset..<end]))) {
                bytes.replaceSubrange(start + 24..<start + 32, with: $0)
            }
        }
        seal(&bytes)
    }

    /// Fletcher’s sums of the words of eight lanes: the even words first, then the odd ones, then the sums of both.
    private static func sum(_ bytes: [UInt8]) -> UInt64 {
        let bytes = bytes + [UInt8](repeating: 0, count: (64 - bytes.count % 64) % 64)
        var sums = [UInt64](repeating: 0, count: 8)
        var sumsOfSums = sums
        for step in stride(from: 0, to: bytes.count, by: 32) {
            for word in 0..<8 {
                let lane = word / 2 + word % 2 * 4
                sums[lane] &+= UInt64(number(bytes, step + 4 * word, 4))
                sumsOfSums[lane] &+= sums[lane]
            }
        }
        var result = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
        for sum in sums + sumsOfSums {
            result = (result ^ sum) &* 0xBF58_476D_1CE4_E5B9
            result ^= result >> 31
        }
        return result
    }
}
