// Snapshots in files: written whole or not at all, and what is said of files that are none.

import Dixit
import DixitFormats
import Foundation
import TestSupport
import Testing

@Suite struct SnapshotFileTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path + "/a.corpus"
    }

    private func corpus(_ texts: String...) -> Corpus {
        Corpus(documents: texts.enumerated().map { Document(id: "d\($0)", text: $1) })
    }

    private func count(_ corpus: Corpus) throws -> Int { try corpus.answer(to: Query(text: "count documents")).count }

    /// The code of the error that opening gives; nil where it opens.
    private func code(_ path: String) -> String? {
        do {
            _ = try SnapshotFile.open(path)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func whatIsWrittenOpens() throws {
        let written = corpus("M. Dupont a dit que l’école est ouverte.", "Rien.")
        var last = (written: 0, all: 0)
        try SnapshotFile.write(written, to: path, progress: { last = ($0, $1) })
        let opened = try SnapshotFile.open(path)
        #expect(opened.dump == written.dump)
        #expect(try SnapshotFile.open(path, verifying: .full).dump == written.dump)
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        #expect(last.written == last.all && last.all == size)
        #expect(SnapshotFile.isSnapshot(path))
    }

    /// Who has the old file open keeps it, and no other file is left behind.
    @Test func aFileIsReplacedUnderWhoReadsIt() throws {
        try SnapshotFile.write(corpus("Un.", "Deux."), to: path)
        let old = try SnapshotFile.open(path)
        try SnapshotFile.write(corpus("Un."), to: path)
        #expect(try count(old) == 2)
        #expect(try count(SnapshotFile.open(path)) == 1)
        try FileManager.default.removeItem(atPath: path)
        #expect(try count(old) == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test func aSnapshotCanReplaceTheFileItIsReadFrom() throws {
        try SnapshotFile.write(corpus("Un.", "Deux."), to: path)
        try SnapshotFile.write(SnapshotFile.open(path), to: path)
        #expect(try count(SnapshotFile.open(path)) == 2)
    }

    @Test func aLinkIsFollowed() throws {
        try SnapshotFile.write(corpus("Un."), to: path)
        let link = folder.path + "/link.corpus"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        try SnapshotFile.write(corpus("Un.", "Deux."), to: link)
        #expect(try count(SnapshotFile.open(path)) == 2)
    }

    @Test func whatIsCancelledLeavesEverythingAsItWas() throws {
        try SnapshotFile.write(corpus("Un."), to: path)
        let error = #expect(throws: DixitError.self) {
            try SnapshotFile.write(corpus("Un.", "Deux."), to: path, isCancelled: { true })
        }
        #expect(error?.code == "E505")
        #expect(try count(SnapshotFile.open(path)) == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.corpus"])
    }

    @Test func whatIsNoSnapshotIsSaid() throws {
        try folder.write("", to: "empty.corpus")
        try folder.write("Les ministres se sont réunis.", to: "text.corpus")
        try FileManager.default.createDirectory(
            atPath: folder.path + "/folder.corpus", withIntermediateDirectories: true)
        #expect(code(folder.path + "/empty.corpus") == "E520")
        #expect(code(folder.path + "/text.corpus") == "E520")
        #expect(code(folder.path + "/folder.corpus") == "E527")
        #expect(code(folder.path + "/nowhere.corpus") == "E527")
        #expect(code("/dev/null") == "E520")
        #expect(!SnapshotFile.isSnapshot(folder.path + "/folder.corpus"))
        #expect(SnapshotFile.isSnapshot(folder.path + "/text.corpus"))
        #expect(!SnapshotFile.isSnapshot(try folder.write("Le texte d'un article.", to: "a.txt")))
    }

    @Test func whatIsCutOffIsSaid() throws {
        try SnapshotFile.write(corpus("Un."), to: path)
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        for length in [9, 64, 65, whole.count / 2, whole.count - 1] {
            try whole.prefix(length).write(to: URL(fileURLWithPath: path))
            #expect(code(path) == "E523")
        }
    }

    @Test func whatCannotBeWrittenIsSaid() {
        for path in [folder.path + "/nowhere/a.corpus", folder.path, "/dev/full"] {
            let error = #expect(throws: DixitError.self) { try SnapshotFile.write(corpus("Un."), to: path) }
            #expect(error?.code == "E528")
            #expect(error?.message(in: .french).contains("je ne peux pas écrire") == true)
        }
    }
}
