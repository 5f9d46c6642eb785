// What the head and the foot of a document say of the document itself.

import DixitText

/// Title, lead, day, place, agency and outlet, as far as the text gives them.
struct DocumentMetadata: Sendable {
    var title: TextRange?
    var lead: TextRange?
    var date: ExtractedDate?
    /// The tokens of the place of the dateline: «CASABLANCA» of «CASABLANCA (MAP) – …».
    var dateline: Range<Int>?
    /// The first token after the dateline.
    var textStart: Int?
    var agency: TextRange?
    var outlet: TextRange?
}
