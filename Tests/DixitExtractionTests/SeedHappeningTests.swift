// The events, agreements and metadata of the seed document, as a golden.

import DixitExtraction
import DixitText
import Foundation
import TestSupport
import Testing

@Suite struct SeedHappeningTests {
    /// Read as published on Wednesday 18 May 2016, a day that the document itself does not give.
    @Test func eventsAgreementsAndMetadata() throws {
        let file = Golden.packageFolder().appendingPathComponent("seeds/000_b5ed5daaaca7dd27.txt")
        let read = ReadDocument(try String(contentsOf: file, encoding: .utf8))
        let document = read.document
        var lines = read.events + read.agreements + read.circumstances
        lines.append("title: \(document.title.map(read.cut) ?? "–")")
        lines.append("lead: \(document.lead.map(read.cut) ?? "–")")
        lines.append("language: \(document.language ?? "–"), words: \(document.words)")
        try Golden.check(lines.joined(separator: "\n") + "\n", "seed-happenings.txt")
    }

    @Test func withoutADayOfTheDocumentTheMeetingHasNone() throws {
        let file = Golden.packageFolder().appendingPathComponent("seeds/000_b5ed5daaaca7dd27.txt")
        let read = ReadDocument(try String(contentsOf: file, encoding: .utf8), day: false)
        #expect(read.document.events.map(\.date) == [nil])
        #expect(read.document.agreements.map(\.parties.count) == [6])
    }
}
