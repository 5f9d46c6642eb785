// Documents a batch at a time: what is found, what they are called, and what is said of what is none.

import Dixit
import DixitFormats
import Foundation
import TestSupport
import Testing

@Suite struct DocumentStreamTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Everything that a stream has, in one batch.
    static func everything(
        at paths: String..., options: ReadingOptions = ReadingOptions()
    ) -> (documents: [Document], problems: [ReadingProblem], summary: ReadingSummary) {
        var stream = DocumentStream(at: paths, options: options)
        var documents: [Document] = []
        var problems: [ReadingProblem] = []
        while let batch = stream.next() {
            documents += batch.documents
            problems += batch.problems
        }
        return (documents, problems, stream.summary)
    }

    static func gzip(_ text: String, in folder: TemporaryFolder) throws -> [UInt8] {
        let plain = try folder.write(text, to: "plain-\(UUID().uuidString).tmp")
        return try Program(executable: "/bin/gzip").run(["-nc", plain]).outputBytes
    }

    @Test func aLineIsADocumentWithWhatIsKnownOfIt() throws {
        let path = try folder.write(
            """
            {"id": 7, "Headline": "Le port rouvre", "published_at": "2016-05-12T10:00:00Z", "source": {"name": "Le Quai"}, "link": "https://a.example/1", "body": "Paul Morel a dit oui."}

            {"text": "Deux."}

            """, to: "news.jsonl")
        let (documents, problems, summary) = Self.everything(at: path)
        #expect(problems.isEmpty)
        #expect(
            documents.first
                == Document(
                    id: "7", text: "Paul Morel a dit oui.", title: "Le port rouvre", date: CalendarDate("2016-05-12"),
                    outlet: "Le Quai", url: "https://a.example/1", path: path + ":1"))
        #expect(documents.last?.path == path + ":3")
        #expect(summary.documents == 2 && summary.files == 1 && summary.isWhole)
    }

    /// What has no id is called by its address or its text: in whichever file, packed or not, and in any part of it.
    @Test func anIdDoesNotDependOnThePlace() throws {
        let lines = [#"{"text": "Un."}"#, #"{"text": "Deux.", "url": "https://a.example/2"}"#, #"{"text": "Trois."}"#]
        let whole = try folder.write(lines.joined(separator: "\n"), to: "whole.jsonl")
        let part = try folder.write(
            Self.gzip(lines[1...].joined(separator: "\n"), in: folder), to: "other/part.jsonl.gz")
        let list = try folder.write("[\(lines[1...].joined(separator: ","))]", to: "list.json")
        let ids = Self.everything(at: whole).documents.map(\.id)
        #expect(Set(ids).count == 3 && ids.allSatisfy { $0.hasPrefix("d-") && $0.utf8.count == 18 })
        #expect(Self.everything(at: part).documents.map(\.id) == Array(ids[1...]))
        #expect(Self.everything(at: list).documents.map(\.id) == Array(ids[1...]))
        // FNV-1a of “Un.”, which other programs compute too.
        #expect(ids[0] == "d-62b70919dbd2ff1c")
    }

    @Test(
        arguments: [
            ("2016-05-12", "2016-05-12"), ("2016-05-12T23:59:00+02:00", "2016-05-12"),
            ("2016-05-12 10:00", "2016-05-12"),
            ("20160512", "2016-05-12"), ("20160512T101500", "2016-05-12"), ("2016-05", "2016-05"), ("2016", "2016"),
            ("Thu, 12 May 2016 10:00:00 GMT", "2016-05-12"), ("12 mai 2016 à 10h30", "2016-05-12"),
            ("jeudi 12 mai 2016", "2016-05-12"), ("May 12, 2016 10:30", "2016-05-12"), ("25/05/2016", "2016-05-25"),
            ("2016/05/12", "2016-05-12"), ("05/06/2016", nil), ("hier", nil), ("2016-13-45", nil), ("99999999999", nil),
        ] as [(String, String?)])
    func datesAreReadAsFilesHaveThem(_ written: String, _ date: String?) throws {
        let path = try folder.write("{\"text\": \"x\", \"date\": \"\(written)\"}", to: "news.jsonl")
        let (documents, problems, _) = Self.everything(at: path)
        #expect(documents.map { $0.date?.description } == [date])
        #expect(problems.map(\.kind) == (date == nil ? [.unreadableDate(written)] : []))
        #expect(!problems.contains { !$0.isNote })
    }

    @Test func fieldsMayHaveOtherNames() throws {
        let path = try folder.write(#"{"corps": "Un.", "text": "non", "manchette": "Titre"}"#, to: "news.jsonl")
        var options = ReadingOptions()
        options.fields = try #require(FieldNames(written: "text=corps,title=manchette"))
        let document = try #require(Self.everything(at: path, options: options).documents.first)
        #expect(document.text == "Un." && document.title == "Titre")
        #expect(FieldNames(written: "texte=corps") == nil && FieldNames(written: "text") == nil)
    }

    @Test func jsonMayBeAnObjectAListOrBoth() throws {
        let files = [
            #"{"text": "Un.", "comments": [{"text": "non"}]}"#: 1,
            #"[{"text": "Un."}, {"text": "Deux."}]"#: 2,
            #"{"status": "ok", "articles": [{"content": "Un."}, {"content": "Deux."}]}"#: 2,
            "{\"text\": \"Un.\"}\n{\"text\": \"Deux.\"}\n": 2,
            "{\"content\": {\"rendered\": \"Un.\"}}": 1,
        ]
        for (text, count) in files {
            let path = try folder.write(text, to: "news.json")
            let (documents, problems, _) = Self.everything(at: path)
            #expect(documents.count == count && documents.first?.text == "Un." && problems.isEmpty, "\(text)")
        }
    }

    /// A bad line costs that line.
    @Test func whatIsNoDocumentIsSaidWithItsLine() throws {
        let path = try folder.write(
            Array("{\"text\": \"Été.\"}\n{\"text\": \n{\"x\": 1}\n[1]\n{\"text\": \"a".utf8) + [0xFF]
                + Array("\"}\n{\"text\": \" \"}\n{\"text\": \"Fin.\"}".utf8), to: "news.jsonl")
        let (documents, problems, summary) = Self.everything(at: path)
        #expect(documents.map(\.text) == ["Été.", "Fin."])
        #expect(problems.map(\.line) == [2, 3, 4, 5, 6])
        #expect(problems.map(\.code) == ["E709", "E720", "E709", "E703", "E720"])
        #expect(summary.skippedRecords == 5 && !summary.isWhole)
        let list = try folder.write(#"[{"text": "Un."}, 3, {"x": 1}]"#, to: "news.json")
        #expect(Self.everything(at: list).problems.map(\.path) == [list + "#2", list + "#3"])
        let broken = try folder.write(#"[{"text": "Un."}"#, to: "broken.json")
        #expect(Self.everything(at: broken).problems.map(\.kind) == [.noJSON])
    }

    @Test func theFirstBadRecordEndsAStrictReading() throws {
        let path = try folder.write("{\"text\": \"Un.\"}\nx\n{\"text\": \"Deux.\"}\ny\n", to: "news.jsonl")
        var options = ReadingOptions()
        options.isStrict = true
        let (_, problems, summary) = Self.everything(at: path, options: options)
        #expect(problems.map(\.line) == [2] && summary.endedEarly)
    }

    @Test func aDocumentIsReadOnce() throws {
        let path = try folder.write(
            """
            {"id": "a", "text": "Un.", "url": "https://a.example/1"}
            {"id": "b", "text": "Un."}
            {"id": "c", "text": "Autre.", "url": "https://a.example/1"}
            {"id": "d", "text": "Un.", "outlet": "Le Quai"}
            """, to: "news.jsonl")
        let (documents, problems, summary) = Self.everything(at: path)
        #expect(documents.map(\.id) == ["a", "d"])
        #expect(problems.map(\.kind) == [.duplicate(of: "a"), .duplicate(of: "a")])
        #expect(summary.duplicates == 2 && summary.isWhole)
        #expect(DocumentFiles(at: [path]).documents.count == 4)
    }

    // MARK: gzip

    @Test func whatIsPackedIsReadWhateverItIsCalled() throws {
        let packed = try Self.gzip("{\"text\": \"Un.\"}\n", in: folder)
        // Two members, one after the other, are one file.
        try folder.write(packed + packed, to: "a/news.jsonl.gz")
        try folder.write(packed, to: "a/plain.jsonl")
        try folder.write(Self.gzip("Un texte.", in: folder), to: "a/letter.txt.gz")
        var options = ReadingOptions.keepingDuplicates
        #expect(
            Self.everything(at: folder.path + "/a", options: options).documents.map(\.text)
                == ["Un texte.", "Un.", "Un.", "Un."])
        #expect(Self.everything(at: folder.path + "/a/letter.txt.gz").documents.map(\.id) == ["letter"])
        options.form = .jsonl
        let odd = try folder.write(packed, to: "odd")
        #expect(Self.everything(at: odd).problems.map(\.kind) == [.unknownExtension])
        #expect(Self.everything(at: odd, options: options).documents.count == 1)
    }

    @Test func aPackedFileThatIsCutOrAlteredGivesWhatCanBeRead() throws {
        let lines = (0..<5000).map { "{\"text\": \"Texte \($0 &* 2_654_435_761).\"}\n" }.joined()
        let packed = try Self.gzip(lines, in: folder)
        let cut = try folder.write(Array(packed.dropLast(packed.count / 2)), to: "cut.jsonl.gz")
        let (documents, problems, summary) = Self.everything(at: cut)
        #expect(documents.count > 1000 && documents.count < 5000)
        #expect(problems.map(\.kind) == [.truncated] && summary.unreadFiles == 1)
        var altered = packed
        altered[packed.count - 6] ^= 1  // in the checksum, which only the end shows
        let path = try folder.write(altered, to: "altered.jsonl.gz")
        let read = Self.everything(at: path)
        #expect(read.documents.count == 5000 && read.problems.map(\.code) == ["E724"])
        let beginning = try folder.write([0x1F, 0x8B], to: "beginning.jsonl.gz")
        #expect(Self.everything(at: beginning).problems.map(\.kind) == [.truncated])
    }

    @Test func aBombIsNotUnpacked() throws {
        // 100 MB of spaces are 100 kB.
        let plain = folder.path + "/bomb"
        try folder.write("", to: "bomb")
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: plain))
        try handle.truncate(atOffset: 100_000_000)
        let packed = try Program(executable: "/bin/gzip").run(["-nc", plain]).outputBytes
        for name in ["bomb.txt.gz"] {
            let path = try folder.write(packed, to: name)
            #expect(Self.everything(at: path).problems.map(\.code) == ["E725"])
        }
    }
}
