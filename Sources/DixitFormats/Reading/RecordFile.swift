// A file of records, and what its fields are called there.

/// A JSON Lines file with one row of a set a line.
///
/// ```swift
/// RecordFile("people.jsonl", of: "people", fields: ["org": "organisation", "note": nil])
/// ```
public struct RecordFile: Hashable, Sendable {
    /// The path of the file.
    public let path: String
    /// The set that the rows belong to.
    public let set: String
    /// What a field is called in the schema, for those that have another name in the file; nil for one that is left out.
    ///
    /// A field of the file that is neither here nor in the schema is a problem: nothing is dropped in silence.
    public let fields: [String: String?]

    /// A file with the rows of one set.
    public init(_ path: String, of set: String, fields: [String: String?] = [:]) {
        self.path = path
        self.set = set
        self.fields = fields
    }
}
