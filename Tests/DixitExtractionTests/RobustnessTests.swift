// Texts that nobody writes: nothing may trap, every range must cut at characters, and work must grow with length only.

import DixitExtraction
import DixitText
import Foundation
import TestSupport
import Testing

@Suite struct RobustnessTests {
    private func check(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        check(text, Extractor(), sourceLocation: sourceLocation)
        // The same text, read in sections.
        check(text, Extractor(longestSection: max(64, text.utf8.count / 3)), sourceLocation: sourceLocation)
    }

    private func check(_ text: String, _ extractor: Extractor, sourceLocation: SourceLocation) {
        let bytes = [UInt8](text.utf8)
        let document = extractor.extract(bytes)
        var ranges = document.paragraphs + document.sentences + document.mentions.map(\.range)
        ranges += document.entities.flatMap { [$0.name] + $0.forms + $0.roles.map(\.text) }
        ranges += document.statements.flatMap { statement in
            statement.content
                + [statement.cue, statement.attribution, statement.role, statement.addressee, statement.medium]
                .compactMap { $0 }
        }
        ranges += document.events.flatMap { event in
            [event.range] + [event.name, event.topic, event.date?.range].compactMap { $0 }
        }
        ranges += document.agreements.flatMap { agreement in
            [agreement.range] + [agreement.purpose, agreement.date?.range].compactMap { $0 }
        }
        ranges += [document.title, document.lead, document.date?.range, document.agency, document.outlet]
            .compactMap { $0 }
        let entities = document.statements.compactMap(\.place) + document.events.compactMap(\.place)
        #expect((entities + document.agreements.flatMap(\.parties)).allSatisfy(document.entities.indices.contains))
        #expect(document.statements.compactMap(\.event).allSatisfy(document.events.indices.contains))
        #expect(document.mentions.map(\.entity).allSatisfy(document.entities.indices.contains))
        #expect(document.statements.compactMap(\.speaker).allSatisfy(document.entities.indices.contains))
        for range in ranges {
            #expect(range.start <= range.end && Int(range.end) <= bytes.count, sourceLocation: sourceLocation)
            #expect(String(validating: bytes[range.bytes], as: UTF8.self) != nil, sourceLocation: sourceLocation)
        }
        for statement in document.statements {
            #expect(!statement.content.isEmpty, sourceLocation: sourceLocation)
            for piece in statement.content {
                #expect(!bytes[piece.bytes].contains(UInt8(ascii: "\n")), sourceLocation: sourceLocation)
            }
        }
    }

    @Test(arguments: [
        "", " ", "\n\n", ".", "«", "»", "\"", "«»", "a-t-il", "d'", "M.", "…", "\u{00AD}", "l’", "— —", "(", ":", "que",
        "selon", "Selon", "pour", "l'«", "a", "A", "E", "-", "'", "''", "1", "1.", "\u{FEFF}a", "👩‍👩‍👧", "é", "e\u{301}",
        "Un maire de Lille M.", "Un maire de la région M. ",
    ]) func shortTexts(text: String) { check(text) }

    @Test(arguments: [
        "«", "\"", "Le ", "que ", "il dit que ", "A", "«Oui», a dit Paul, ", "selon X, ", "et ", ", ", "(",
        "Paul Girard, ", "une réunion ", "un accord entre ", "entre ", ", et ", "12 mai ", "12/05/", "samedi ",
        "une rencontre sur X, ", "signature d'un projet d'accord entre A, B et ", "(AFP) - ", "MAP\n",
        "les universités A, ",
        "de la ", "a-t-il ", "le ministre ", "qui ", "«'\"", "ajoutant que ", "\"a\" ", "d'", "Ab ", "» ",
    ]) func hugeRepeats(unit: String) {
        check(String(repeating: unit, count: 60_000 / unit.utf8.count))
    }

    /// Twice the text is at most a little more than twice the work.
    @Test(arguments: [
        "«", "\"", "» ", "Le ", "que ", "que que que ", "A", "AB ", "ABC DEF. ", "il dit que ", "selon X, ", "et ",
        ", ", "(",
        "dit-il, ", "a-t-il dit. ", "«Oui», a dit Paul, ", "Paul Girard, ", "ajoutant que ", "qui dit ",
        "l'annonce de ",
        "La déclaration selon laquelle ", "citant X, ", "est accusé par X de ", "– Je dis ", "le ministre ", "«a» ",
        "« ",
        "Paul Girard : ", "certains ", "le fils de Paul Girard ", "il a été dit par X que ", "dans un communiqué ",
    ]) func workIsLinear(unit: String) {
        func work(_ bytes: Int) -> Int {
            Extractor().extract([UInt8](String(repeating: unit, count: bytes / unit.utf8.count).utf8)).work
        }
        let (small, large) = (work(8_000), work(16_000))
        #expect(large <= small * 5 / 2 + 2_000, "\(small) steps for half of it, \(large) for all")
        #expect(large <= 16_000 * 60)
    }

    /// What fuzzing found, or begins with.
    @Test func fuzzingSeeds() throws {
        let folder = Golden.packageFolder().appendingPathComponent("Tests/Fuzzing/Seeds/extraction")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let bytes = try Data(contentsOf: folder.appendingPathComponent(name))
            check(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test func randomBytes() {
        var generator = SeededGenerator(seed: 20_240_229)
        for _ in 0..<60 {
            let bytes = (0..<400).map { _ in UInt8.random(in: 0...255, using: &generator) }
            check(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test func randomWords() {
        let words = [
            "Le", "ministre", "Anne", "Morel", "a", "dit", "que", "«", "»", "\"", ",", ".", "selon", "et", "qui",
            "ajoutant", ":",
            "il", "a-t-il", "dénoncé", "la", "police", "de", "d'", "\n", "(", ")", "pour", "à", "n'", "pas", "s'est",
            "félicité",
            "du", "des", "12", "M.", "AFP", "l'", "en", "affirmant", "comme", "le", "rappelle", "…", "!", "–", "été",
            "annonce", "une", "réunion", "rencontre", "samedi", "mai", "2016", "/", "accord", "signé", "entre", "et",
            "présence", "autour", "cette", "occasion", "Rabat", "organisée", "par", "universités", "MAP", "-",
            "certains", "annonce", "déclaration", "laquelle", "citant", "cité",
            "accusé", "fils", "TSA", "t-il", "porte-parole", "devant", "presse", "»", "je",
        ]
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            let text = (0..<60).map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
            check(text)
        }
    }

    @Test func bytesThatAreNoUTF8DoNotTrap() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<60 {
            _ = Extractor().extract((0..<300).map { _ in UInt8.random(in: 0...255, using: &generator) })
        }
    }
}

/// SplitMix64: the same numbers on every run.
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
