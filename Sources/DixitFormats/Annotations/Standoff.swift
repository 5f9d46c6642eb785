// Annotations that stand beside a text: spans with a type, properties and links, in no file format yet.

import DixitText

/// What is said of one text, with code points for places, as annotation tools count them.
///
/// The span `T5` of type `Statement` on 38–128 has the property `mode` `indirect` and the link `speaker` to the span `T1`, which
/// is a `Person`. brat and Web Annotation are two ways to write it down.
struct Standoff: Hashable, Sendable {
    struct Span: Hashable, Sendable {
        /// Unique in the text: `T5`.
        var id: String
        var type: String
        /// At least one, in order.
        var ranges: [Range<Int>]
        /// What the ranges cut out, where the file says it.
        var text: String?
        var properties: [Property] = []
        var links: [Link] = []
        /// Where a file says it, for messages.
        var line = 0

        func property(_ name: String) -> String? { properties.first { $0.name == name }?.value }
        func target(of link: String) -> String? { links.first { $0.name == link }?.target }
        func targets(of link: String) -> [String] { links.filter { $0.name == link }.map(\.target) }
    }

    struct Property: Hashable, Sendable {
        let name: String
        let value: String
    }

    struct Link: Hashable, Sendable {
        let name: String
        /// The id of another span.
        let target: String
    }

    var spans: [Span] = []
    /// What a file says that none of this holds, by its name, and how often.
    var passedOver: [String: Int] = [:]

    /// Adds a span and gives its id.
    mutating func add(_ type: String, _ ranges: [Range<Int>], text: String) -> Int {
        spans.append(Span(id: "T\(spans.count + 1)", type: type, ranges: ranges, text: text))
        return spans.count - 1
    }
}

/// Types of spans and names of links: ours, and what other tools call them.
enum StandoffNames {
    static let statement = "Statement"
    static let event = "Event"
    static let agreement = "Agreement"
    /// Parts of records that are nothing by themselves: a cue, a topic.
    static let parts: Set<String> = [
        "Cue", "Attribution", "Role", "Addressee", "Medium", "Date", "Name", "Topic", "Purpose", "Form",
    ]

    /// What records have of their own.
    static let properties: Set<String> = [
        "display", "gender", "kind", "role", "mention", "lemma", "act", "mode", "confidence", "rule", "status", "value",
    ]
    static let links: Set<String> = [
        "form", "role", "organisation", "entity", "speaker", "attribution", "cue", "addressee", "medium", "place",
        "event",
        "date", "name", "topic", "organiser", "participant", "party", "purpose",
    ]
    /// The value of `mention` for an entity whose name stands there but is no mention of it.
    static let notMentioned = "none"

    /// `PER`, `quotation`, `lieu`: lower case, without accents.
    private static let others: [String: String] = [
        "per": "Person", "pers": "Person", "person": "Person", "personne": "Person", "people": "Person",
        "org": "Organisation", "organisation": "Organisation", "organization": "Organisation",
        "loc": "Place", "gpe": "Place", "location": "Place", "place": "Place", "lieu": "Place",
        "group": "Group", "groupe": "Group", "document": "Document", "source": "Unnamed", "unnamed": "Unnamed",
        "statement": statement, "quote": statement, "quotation": statement, "citation": statement, "content": statement,
        "declaration": statement, "propos": statement, "cue": "Cue", "verb": "Cue", "event": event,
        "agreement": agreement,
    ]

    /// The type that is meant; nil for one that means nothing here.
    static func type(_ name: String) -> String? {
        parts.contains(name) ? name : others[folded(name)]
    }

    /// `Source`, `attributedTo` and `speaker` lead from a statement to who said it.
    static func link(_ name: String) -> String {
        switch folded(name) {
        case "speaker", "source", "attributedto", "attributed_to", "saidby", "said_by", "orateur", "locuteur": "speaker"
        case "cue", "marqueur": "cue"
        default: name
        }
    }
}
