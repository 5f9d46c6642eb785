// Which names in different documents name the same thing.

import DixitExtraction
import DixitText

/// Finds out which entities of different documents are one.
///
/// - People are one where their names have the same words in any order (“EL KHALFI Mustapha”) or are the same without
///   spaces (“Abd el Karim”, “Abdelkarim”). So two people of the same full name are one, and “El Khalfi” alone is
///   somebody else than “Mustapha El Khalfi” of another document: the text of neither says more.
/// - Organisations are one where their folded names are. One that a document mostly calls by its acronym goes by the long
///   name where the document gives that too; an acronym alone (“CDP”) is one with the same acronym alone, never with a
///   long name, as it may stand for another.
/// - Places are one where their folded names are.
/// - Groups, documents and sources without a name are never one: «les manifestants» of two articles are not the same.
struct Linker {
    /// The different names of each kind, as written.
    private var names = Interner()
    private var nodeOfName: [UInt32] = []
    /// What names can have in common.
    private var keys = Interner()
    private var nodeOfKey: [UInt32] = []
    /// A disjoint-set forest. Source: R. E. Tarjan, “Efficiency of a good but not linear set union algorithm”, with the
    /// smaller number as the root and path halving.
    private var parents: [UInt32] = []

    init() {}

    /// A number for what the name names; what is one in the end has the same ``root(of:)``.
    ///
    /// - Parameter forms: other forms of the name in the same document.
    /// - Complexity: O(length) on average.
    mutating func node(_ kind: ExtractedEntity.Kind, _ name: String, forms: [String]) -> UInt32 {
        switch kind {
        case .group, .document, .unnamed: return newNode()
        case .person, .organisation, .place: break
        }
        let name = kind == .organisation ? Self.longName(name, forms) : name
        let number = Int(names.number(of: Self.key(kind, "", name)))
        if number == nodeOfName.count {
            let node = newNode()
            nodeOfName.append(node)
            for key in Self.keys(kind, name) { link(node, by: key) }
        }
        return nodeOfName[number]
    }

    var nodeCount: Int { parents.count }

    /// Whether a name has one node in all documents, whatever other forms each of them has.
    static func isSameEverywhere(_ kind: ExtractedEntity.Kind, _ name: String) -> Bool {
        switch kind {
        case .person, .place: true
        case .organisation: !isAcronym(name)
        case .group, .document, .unnamed: false
        }
    }

    /// The first node that is the same thing.
    mutating func root(of node: UInt32) -> UInt32 {
        var node = node
        while parents[Int(node)] != node {
            let grandparent = parents[Int(parents[Int(node)])]
            parents[Int(node)] = grandparent
            node = grandparent
        }
        return node
    }

    private mutating func newNode() -> UInt32 {
        let node = UInt32(truncatingIfNeeded: parents.count)
        parents.append(node)
        return node
    }

    /// Makes a node one with those that have the same key.
    private mutating func link(_ node: UInt32, by key: [UInt8]) {
        let number = Int(keys.number(of: key))
        if number == nodeOfKey.count {
            nodeOfKey.append(node)
            return
        }
        let (left, right) = (root(of: node), root(of: nodeOfKey[number]))
        parents[Int(max(left, right))] = min(left, right)
    }

    // MARK: Keys

    /// What names have in common where they name one thing; none for what is never one with anything.
    static func linkingKeys(_ kind: ExtractedEntity.Kind, _ name: String, forms: [String]) -> [[UInt8]] {
        switch kind {
        case .group, .document, .unnamed: return []
        case .person, .organisation, .place: break
        }
        let name = kind == .organisation ? longName(name, forms) : name
        let keys = keys(kind, name)
        return keys.isEmpty ? [key(kind, "", name)] : keys
    }

    private static func key(_ kind: ExtractedEntity.Kind, _ use: String, _ text: String) -> [UInt8] {
        var key = Array(kind.rawValue.utf8)
        key.append(0)
        key.append(contentsOf: use.utf8)
        key.append(0)
        key.append(contentsOf: text.utf8)
        return key
    }

    private static func keys(_ kind: ExtractedEntity.Kind, _ name: String) -> [[UInt8]] {
        switch kind {
        case .person:
            let name = NormalisedName(name)
            if name.words.isEmpty { break }
            return [
                key(kind, "words", name.words.sorted().joined(separator: " ")), key(kind, "joined", name.joined),
            ]
        case .organisation, .place, .group, .document, .unnamed: break
        }
        let text = folded(name)
        return text.isEmpty ? [] : [key(kind, "text", text)]
    }

    /// For an acronym the first of the other forms that has several words and is none.
    private static func longName(_ name: String, _ forms: [String]) -> String {
        guard isAcronym(name) else { return name }
        return forms.first { !isAcronym($0) && $0.utf8.contains(0x20) } ?? name
    }

    /// A word without small letters: “CNDH”, “S.N.C.F.”, “G20”.
    private static func isAcronym(_ name: String) -> Bool {
        var capitals = 0
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): capitals += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "&"): break
            default: return false
            }
        }
        return capitals > 0 && name.utf8.count <= 12
    }
}
