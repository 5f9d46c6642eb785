// What kind of place a name denotes: a country, a region, a city.

/// The places of the lexicon by name. That a word is a place is one of its classes; the kind is kept here.
struct Gazetteer: Sendable {
    /// By the hashes of the words of a name.
    private let kinds: HashedTable<String>

    private static let names = [
        "country": "pays", "city": "ville", "capital": "ville", "region": "région", "continent": "continent",
    ]

    init(_ files: [String: String]) {
        var kinds = HashedTable<String>()
        for file in ["gazetteer", "places"] {
            for line in (files[file] ?? "").split(separator: "\n") where !line.hasPrefix("#") {
                guard let colon = line.firstIndex(of: ":"),
                    let kind = line[..<colon].split(separator: ",").compactMap({ Self.names[String($0)] }).first
                else { continue }
                for form in line[line.index(after: colon)...].split(separator: " ") {
                    let words = PhraseTable.parts(form.replacing("_", with: " ").lowercased())
                    let key = Self.key(words.map { WrittenForm.hash($0.utf8) })
                    if kinds[key] == nil { kinds[key] = kind }
                }
            }
        }
        self.kinds = kinds
    }

    /// `ville` for the words of «Ben Guerir»; nil for what is no known place.
    func kind(of words: some Sequence<UInt32>) -> String? { kinds[Self.key(words)] }

    private static func key(_ words: some Sequence<UInt32>) -> UInt64 {
        words.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
