// A statement while the rules are at work: tokens and entities of the table, before it becomes a record.

import DixitText

struct StatementDraft: Sendable {
    var rule: SpeechRule
    /// An index of the entity table.
    var speaker: Int?
    var attribution: TextRange?
    /// Tokens.
    var cue: Range<Int>?
    var lemma: String?
    var act: SpeechAct?
    /// Tokens, in order; quotation marks may still be at the edges.
    var content: [Range<Int>]
    var role: TextRange?
    var addressee: TextRange?
    var medium: TextRange?
    var confidence = 1.0
    /// The chunk of the cue, or of the quotation where there is none.
    var chunk: Int
    var sentence: Int
    /// The chunk after the statement's last word.
    var endChunk: Int
    /// A quotation glued to the sentence after it: a heading if somebody says it in the text, else no statement.
    var isHeading = false
    /// Spoken words without quotation marks: «– Je pars demain, a dit Paul.»
    var isDirect = false
}

/// The names of the rules, as a statement carries them.
enum SpeechRule: String, Sendable, CaseIterable {
    case inversion
    case clause
    case quotation
    case act
    case gerund
    case selon
    case colon
    case standalone
    case comme
    case narrativeInfinitive = "narrative-infinitive"
    case noun
    case passive
    case citation
    case headline
    case dialogue
    case nested
}
