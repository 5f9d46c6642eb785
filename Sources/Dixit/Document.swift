// A text as it comes from the outside: an article, a press release.

/// One text to be read into a ``Corpus``, with what is known about it from outside the text.
///
/// What is not given here is looked for in the text itself: a date line, an agency's name at its head.
///
/// ```swift
/// let article = Document(id: "a1", text: "M. Dupont a annoncé une réforme.", date: CalendarDate("2016-05-12"))
/// ```
public struct Document: Hashable, Sendable {
    /// Unique in a corpus; a file's name without its extension is a good one.
    public var id: String
    /// The whole text, as it is.
    public var text: String
    /// Its headline; nil takes the one that the text begins with, where it does.
    public var title: String?
    /// The day of publication, against which «samedi» is resolved.
    public var date: CalendarDate?
    /// The newspaper or agency that published it.
    public var outlet: String?
    /// Its address on the web.
    public var url: String?
    /// The file it was read from.
    public var path: String?

    /// A document; what is nil is looked for in the text.
    public init(
        id: String,
        text: String,
        title: String? = nil,
        date: CalendarDate? = nil,
        outlet: String? = nil,
        url: String? = nil,
        path: String? = nil
    ) {
        self.id = id
        self.text = text
        self.title = title
        self.date = date
        self.outlet = outlet
        self.url = url
        self.path = path
    }
}
