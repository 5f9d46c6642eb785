// Files and folders as documents, and what is said of those that are none.

import Dixit
import DixitFormats
import Foundation
import TestSupport
import Testing

@Suite struct DocumentFilesTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func kinds(_ files: DocumentFiles) -> [ReadingProblem.Kind] { files.problems.map(\.kind) }

    @Test func aFolderIsReadInTheOrderOfNamesWithItsFolders() throws {
        for name in ["b.txt", "a.text", "deep/er/c.TXT", ".hidden.txt", ".git/d.txt"] {
            try folder.write("x", to: name)
        }
        let files = DocumentFiles(at: [folder.path])
        #expect(files.documents.map(\.id) == ["a", "b", "c"])
        #expect(files.problems.isEmpty)
        #expect(files.documents.map(\.path) == ["a.text", "b.txt", "deep/er/c.TXT"].map { folder.path + "/" + $0 })
    }

    @Test func filesOfOneNameHaveTheirPathsAsIds() throws {
        for name in ["2016/a.txt", "2017/a.txt", "2017/b.txt"] { try folder.write("x", to: name) }
        #expect(DocumentFiles(at: [folder.path]).documents.map(\.id) == ["2016/a", "2017/a", "b"])
        let paths = ["2016", "2017"].map { folder.path + "/" + $0 }
        let ids = DocumentFiles(at: paths).documents.map(\.id)
        #expect(ids == [paths[0] + "/a.txt", paths[1] + "/a.txt", "b"])
    }

    @Test func aFileIsReadOnceHoweverItIsNamed() throws {
        let path = try folder.write("x", to: "sub/a.txt")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/sub/again.txt", withDestinationPath: path)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/sub/loop", withDestinationPath: folder.path)
        let files = DocumentFiles(at: [path, folder.path, folder.path + "/sub/../sub/a.txt"])
        #expect(files.documents.map(\.id) == ["a"])
        #expect(files.problems.isEmpty)
    }

    @Test func theTextIsKeptToTheLetterWithoutByteOrderMark() throws {
        let text = "« L’été »\u{A0}: e\u{301}\r\n\u{0}fin"
        try folder.write([0xEF, 0xBB, 0xBF] + Array(text.utf8), to: "a.txt")
        let document = try #require(DocumentFiles(at: [folder.path]).documents.first)
        #expect(Array(document.text.utf8) == Array(text.utf8))
    }

    @Test func oneLineOfTenMegabytesIsADocument() throws {
        let text = String(repeating: "Le ministre a dit oui. ", count: 450_000)
        let path = try folder.write(text, to: "long.txt")
        let files = DocumentFiles(at: [path])
        #expect(files.documents.map(\.text.utf8.count) == [text.utf8.count])
        #expect(files.problems.isEmpty)
    }

    @Test func everyFileThatCannotBeReadIsSaidAndTheOthersAreRead() throws {
        try folder.write("x", to: "good.txt")
        try folder.write(Array("é".utf8) + Array("aé".utf8.dropLast()) + [0x41], to: "broken.txt")
        try folder.write("", to: "empty.txt")
        try folder.write(" \n\t", to: "blank.txt")
        try folder.write("x", to: "picture.png")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/self.txt", withDestinationPath: folder.path + "/self.txt")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/gone.txt", withDestinationPath: folder.path + "/nowhere.txt")
        let files = DocumentFiles(at: [folder.path])
        #expect(files.documents.map(\.id) == ["good"])
        let found = Dictionary(
            uniqueKeysWithValues: files.problems.map {
                ($0.path.split(separator: "/").last.map(String.init) ?? "", $0.kind)
            })
        #expect(found["broken.txt"] == .notUTF8(offset: 3))
        #expect(found["empty.txt"] == .empty)
        #expect(found["blank.txt"] == .empty)
        #expect(found["picture.png"] == .skipped)
        #expect(found["gone.txt"] == .notFound)
        guard case .unreadable = found["self.txt"] else {
            Issue.record("a link to itself is unreadable, not \(String(describing: found["self.txt"]))")
            return
        }
        #expect(files.problems.filter(\.isNote).map(\.kind) == [.skipped])
    }

    @Test func whatIsNamedHasToBeADocument() throws {
        let picture = try folder.write("x", to: "picture.png")
        try folder.write("x", to: "other/notes.pdf")
        #expect(kinds(DocumentFiles(at: [picture])) == [.unknownExtension])
        #expect(kinds(DocumentFiles(at: [folder.path + "/nowhere"])) == [.notFound])
        #expect(kinds(DocumentFiles(at: [""])) == [.notFound])
        #expect(kinds(DocumentFiles(at: ["/dev/zero"])) == [.notAFile])
        #expect(kinds(DocumentFiles(at: [folder.path + "/other"])) == [.skipped, .noDocuments])
    }

    @Test(arguments: [
        ([0x61, 0xFF], 1), ([0xC3], 0), ([0x61, 0xED, 0xA0, 0x80], 1), ([0xC0, 0x80], 0),
        ([0xF4, 0x90, 0x80, 0x80], 0),
        ([0x61, 0x80], 1),
    ])
    func theFirstWrongByteIsNamed(_ bytes: [UInt8], _ offset: Int) throws {
        // The mark says that it should be UTF-8.
        let path = try folder.write([0xEF, 0xBB, 0xBF] + bytes, to: "a.txt")
        #expect(kinds(DocumentFiles(at: [path])) == [.notUTF8(offset: 3 + offset)])
    }

    @Test func everyProblemHasACodeAndWordsInEachLanguage() {
        let kinds: [ReadingProblem.Kind] = [
            .notFound, .unreadable(reason: "Permission denied"), .notUTF8(offset: 7), .empty, .noDocuments,
            .unknownExtension, .notAFile, .tooLarge(bytes: 300_000_000), .skipped, .noObject, .noJSON,
            .noText(fields: ["text"]), .noRecords, .lineTooLong, .truncated, .damaged(reason: "CRC"),
            .unpacksTooLarge(bytes: 7), .unbalancedQuotes, .noTextColumn(columns: ["a"], fields: ["text"]),
            .columnsDiffer(found: 3, header: 2), .replacedBytes(count: 2, encoding: "UTF-16LE"),
            .readAs(encoding: "WINDOWS-1252"), .nestedTooDeep, .notWellFormed(reason: "x"), .entityDeclared, .noFeed,
            .badFrontMatter(reason: "x"), .encrypted, .duplicate(of: "b"), .unreadableDate("hier"),
        ]
        let problems = kinds.map { ReadingProblem($0, at: "a.txt") }
        #expect(Set(problems.map(\.code)).count == kinds.count)
        for language in Language.allCases {
            let messages = problems.map { $0.message(in: language) }
            #expect(messages.allSatisfy { $0.contains("a.txt") })
            #expect(Set(messages).count == kinds.count)
        }
    }

    @Test func readingStopsWhenAsked() throws {
        for name in ["a.txt", "b.txt", "c.txt"] { try folder.write("x", to: name) }
        var read = 0
        let files = DocumentFiles(at: [folder.path], isCancelled: { read == 2 }, progress: { done, _ in read = done })
        #expect(files.documents.map(\.id) == ["a", "b"])
    }
}
