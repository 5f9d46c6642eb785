// What kept a file from becoming a document, in words.

/// A file, or a document in one, that was not read, and why. The others are read all the same.
///
/// `E701 there is no file or folder “seed”`
/// `news.jsonl, line 12: E709 this is no JSON object`
public struct ReadingProblem: Error, Hashable, Sendable {
    /// What keeps a path from being read.
    public enum Kind: Error, Hashable, Sendable {
        /// There is no such file or folder.
        case notFound
        /// With the reason that the system gives.
        case unreadable(reason: String)
        /// The first byte, from 0, that is no UTF-8.
        case notUTF8(offset: Int, isDocument: Bool = true)
        /// Nothing in it, or nothing but spaces.
        case empty
        /// A folder in which no file has a text.
        case noDocuments
        /// The name does not say in what form documents are in it, but the caller named it.
        case unknownExtension
        /// The same, met in a folder: passed over.
        case skipped
        /// A device, a pipe: something that may never end.
        case notAFile
        /// More bytes than ``DocumentFiles/largestFile``.
        case tooLarge(bytes: Int)
        /// A line of a file of records that is no JSON object.
        case noObject
        /// A file that should be JSON and is none.
        case noJSON
        /// A record without a text under any of these names.
        case noText(fields: [String])
        /// A file of records without any.
        case noRecords
        /// A line with more bytes than ``DocumentFiles/largestFile``.
        case lineTooLong
        /// A packed file whose end is missing.
        case truncated
        /// A packed file with something altered in it, and what the unpacking library says of it.
        case damaged(reason: String?)
        /// A packed file that unpacks to many times its size, here after so many bytes.
        case unpacksTooLarge(bytes: Int)
        /// A row whose quotation marks do not go together.
        case unbalancedQuotes
        /// A table without a text under any of these names.
        case noTextColumn(columns: [String], fields: [String])
        /// A row with more values than the header has names.
        case columnsDiffer(found: Int, header: Int)
        /// Bytes that are no characters of the encoding, each now U+FFFD.
        case replacedBytes(count: Int, encoding: String)
        /// A text that is not UTF-8, and what it was read as.
        case readAs(encoding: String)
        /// Elements inside each other, deeper than in any page.
        case nestedTooDeep
        /// XML that is not well-formed, and what the parsing library says of it.
        case notWellFormed(reason: String)
        /// XML that declares entities, which can be a trap.
        case entityDeclared
        /// XML that is neither RSS nor Atom.
        case noFeed
        /// What stands before a text in Markdown is no YAML.
        case badFrontMatter(reason: String)
        /// A file in an archive that can only be read with a password.
        case encrypted
        /// A record that was read already: with the same address, or with the same text from the same outlet.
        case duplicate(of: String)
        /// A document with the id of another one: both are kept, and the later gets another id.
        case idTaken(String)
        /// A date that is none, or that can be read in two ways.
        case unreadableDate(String)
    }

    /// What kept it.
    public let kind: Kind
    /// As it was given, or met in a folder; of what is in a file, with its name there: `news.zip/2016/a.html`, `news.json#3`.
    public let path: String
    /// The line of the file, from 1, where one is at fault.
    public let line: Int?

    /// What kept a path from being read.
    public init(_ kind: Kind, at path: String, line: Int? = nil) {
        self.kind = kind
        self.path = path
        self.line = line
    }

    /// Whether it is only worth knowing: nothing that the caller asked for is missing.
    public var isNote: Bool { code.hasPrefix("N") }

    /// Whether it is about one document among others of a file.
    var isOfRecord: Bool {
        switch kind {
        case .noObject, .noText, .lineTooLong, .unbalancedQuotes, .columnsDiffer: true
        case .notUTF8, .empty: line != nil
        default: false
        }
    }

    /// Stable: `E701`.
    public var code: String {
        switch kind {
        case .notFound: "E701"
        case .unreadable: "E702"
        case .notUTF8: "E703"
        case .empty: "E704"
        case .noDocuments: "E705"
        case .unknownExtension: "E706"
        case .notAFile: "E707"
        case .tooLarge: "E708"
        case .noObject: "E709"
        case .noJSON: "E712"
        case .noText: "E720"
        case .noRecords: "E721"
        case .lineTooLong: "E722"
        case .replacedBytes: "E726"
        case .unbalancedQuotes: "E727"
        case .noTextColumn: "E728"
        case .columnsDiffer: "E729"
        case .nestedTooDeep: "E730"
        case .notWellFormed: "E741"
        case .entityDeclared: "E742"
        case .noFeed: "E743"
        case .badFrontMatter: "E744"
        case .encrypted: "E745"
        case .truncated: "E723"
        case .damaged: "E724"
        case .unpacksTooLarge: "E725"
        case .skipped: "N701"
        case .duplicate: "N702"
        case .unreadableDate: "N703"
        case .readAs: "N704"
        case .idTaken: "N705"
        }
    }
}
