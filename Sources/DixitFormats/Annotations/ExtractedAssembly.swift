// From annotations to the records of a document, checked against its text.

import DixitExtraction
import DixitText

/// Puts the records of one document together out of what a file says of it, and gathers what is wrong.
struct ExtractedAssembly {
    /// Statements, entities, mentions, events and agreements; nothing else.
    private(set) var document = ExtractedDocument()
    private(set) var defects: [Defect] = []
    let bytes: [UInt8]
    private let places: CodePointPlaces
    private var byName: [EntityKey: Int] = [:]
    /// Bytes that were looked through for words.
    private var searched = 0
    private static let mostSearched = 1 << 28

    /// What is wrong with one annotation.
    struct Defect: Hashable, Sendable {
        let kind: AnnotationProblem.Kind
        let line: Int
    }

    private struct EntityKey: Hashable {
        let kind: ExtractedEntity.Kind
        let folded: String
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        places = CodePointPlaces(bytes)
    }

    mutating func note(_ kind: AnnotationProblem.Kind, line: Int) { defects.append(Defect(kind: kind, line: line)) }

    // MARK: Places

    /// A range of code points in bytes; nil, and a defect, for one that the text does not have.
    mutating func range(_ codePoints: Range<Int>, line: Int) -> TextRange? {
        guard let start = places.byte(at: codePoints.lowerBound), let end = places.byte(at: codePoints.upperBound)
        else {
            note(.outsideText(codePoints, length: places.count), line: line)
            return nil
        }
        return TextRange(start..<end)
    }

    /// Several ranges with the text that they are said to cut out; nil, and a defect, where they cut out something else.
    mutating func ranges(_ codePoints: [Range<Int>], text: String?, line: Int) -> [TextRange]? {
        var found: [TextRange] = []
        for piece in codePoints {
            guard let range = range(piece, line: line) else { return nil }
            found.append(range)
        }
        guard let first = found.first else { return nil }
        if let text {
            let own = found.map(self.text).joined(separator: " … ")
            // Spaces and the marks between pieces are written in many ways.
            guard Self.letters(own) == Self.letters(text) else {
                let whole = codePoints[0].lowerBound..<(codePoints.last ?? codePoints[0]).upperBound
                note(
                    .otherText(whole, is: String(self.text(first).prefix(60)), said: String(text.prefix(60))),
                    line: line)
                return nil
            }
        }
        return found
    }

    private static func letters(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "…" && !($0.value < 0x20) }
    }

    func text(_ range: TextRange) -> String { bytes.text(range) }

    /// Where a text stands first, at or behind a byte; words that a file names without saying where.
    ///
    /// A file may name any number of words that are nowhere: what was looked through is bounded, and what is not found by then
    /// is not in the text.
    mutating func find(_ text: String, from start: Int = 0) -> TextRange? {
        let wanted = Array(text.utf8)
        guard !wanted.isEmpty, wanted.count <= bytes.count, searched <= Self.mostSearched else { return nil }
        var place = max(0, start)
        defer { searched += place - max(0, start) }
        while place + wanted.count <= bytes.count {
            if bytes[place] == wanted[0], bytes[place..<place + wanted.count].elementsEqual(wanted) {
                return TextRange(place..<place + wanted.count)
            }
            place += 1
        }
        return nil
    }

    // MARK: Entities

    /// Adds an entity and gives its number; it is found by its names from then on.
    mutating func add(_ entity: ExtractedEntity) -> Int {
        document.entities.append(entity)
        let number = document.entities.count - 1
        for name in [entity.displayName ?? text(entity.name)] + entity.forms.map(text) {
            let key = EntityKey(kind: entity.kind, folded: folded(name))
            if byName[key] == nil, !key.folded.isEmpty { byName[key] = number }
        }
        return number
    }

    /// The entity of that name, whatever its kind.
    func entity(named name: String, of kinds: [ExtractedEntity.Kind] = ExtractedEntity.Kind.allCases) -> Int? {
        let folded = folded(name)
        return kinds.lazy.compactMap { byName[EntityKey(kind: $0, folded: folded)] }.first
    }

    /// The entity of that name; a new one where the file describes none, at the words that name it if the text has them.
    mutating func entity(named name: String, or kind: ExtractedEntity.Kind, at place: TextRange) -> Int {
        if let known = entity(named: name) { return known }
        var entity = ExtractedEntity(kind: kind, name: find(name) ?? TextRange(place.start, place.start))
        if entity.name.isEmpty { entity.displayName = name }
        return add(entity)
    }

    // MARK: Records

    mutating func update(_ entity: Int, _ change: (inout ExtractedEntity) -> Void) {
        change(&document.entities[entity])
    }
    mutating func add(_ mention: ExtractedMention) { document.mentions.append(mention) }
    /// In the order of the text, as the extractor has them.
    mutating func sortMentions() { document.mentions.sort { ($0.range, $0.entity) < ($1.range, $1.entity) } }

    mutating func add(_ statement: ExtractedStatement) { document.statements.append(statement) }

    mutating func add(_ event: ExtractedEvent) -> Int {
        document.events.append(event)
        return document.events.count - 1
    }

    mutating func add(_ agreement: ExtractedAgreement) { document.agreements.append(agreement) }
}

/// The byte at which each code point of a text begins: one entry every 64, the rest is counted.
struct CodePointPlaces {
    private let bytes: [UInt8]
    private var starts: [Int] = []
    /// Code points of the text.
    let count: Int
    private static let step = 64

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var count = 0
        for (place, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            if count % Self.step == 0 { starts.append(place) }
            count += 1
        }
        self.count = count
    }

    /// Nil beyond the end; the end itself is a place.
    func byte(at codePoint: Int) -> Int? {
        guard codePoint >= 0, codePoint <= count else { return nil }
        if codePoint == count { return bytes.count }
        var place = starts[codePoint / Self.step]
        var left = codePoint % Self.step
        while left > 0 {
            place += 1
            if bytes[place] & 0xC0 != 0x80 { left -= 1 }
        }
        return place
    }
}
