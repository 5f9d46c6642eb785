// The extractor: one document in, its records out.

package import DixitText

/// Finds the records of one document. Holds the lexicon and nothing else; any number of threads may use it.
package struct Extractor: Sendable {
    private let lexicon: Lexicon
    private let languages: LanguageGuess

    /// The names of the rules that find statements: ``ExtractedStatement/rule`` is one of them.
    package static var rules: [String] { SpeechRule.allCases.map(\.rawValue) }

    private let known: KnownNames
    private let longestSection: Int

    /// - Parameters:
    ///   - known: Names, offices and verbs that the user knows.
    ///   - longestSection: A text of more bytes is read in sections of so many, so that the memory for its words and phrases
    ///     does not grow with it. No article is as long as that.
    package init(known: KnownNames = KnownNames(), longestSection: Int = 1 << 20) {
        self.known = known
        self.longestSection = max(64, longestSection)
        lexicon = .french(adding: known.verbs)
        languages = LanguageGuess(lexicon.terms.languages)
    }

    /// The records of a text. Linear in its length; any bytes that are UTF-8 are a text.
    ///
    /// - Parameters:
    ///   - text: The text as UTF-8.
    ///   - title: The title where it is known from outside the text (a field of a JSON record).
    ///   - date: The day of publication where it is known, against which «samedi» is resolved.
    package func extract(_ text: [UInt8], title: String? = nil, date: PartialDate? = nil) -> ExtractedDocument {
        let title = title.map(ComposedText.composed)
        guard let composed = ComposedText(text) else { return extract(composed: text, title: title, date: date) }
        var document = extract(composed: composed.bytes, title: title, date: date)
        document.move(composed.original)
        return document
    }

    private func extract(composed text: [UInt8], title: String?, date: PartialDate?) -> ExtractedDocument {
        guard text.count > longestSection else { return read(text, title: title, date: date) }
        var joined = JoinedSections(of: text)
        for section in Sections(of: text, longest: longestSection) {
            let isFirst = section.lowerBound == 0
            joined.append(
                read(Array(text[section]), title: isFirst ? title : nil, date: date ?? joined.document.date?.date),
                at: section.lowerBound)
        }
        return joined.document
    }

    private func read(_ text: [UInt8], title: String?, date: PartialDate?) -> ExtractedDocument {
        var document = ExtractedDocument()
        // Each stage reads the ones before it and fills its own part of the document.
        var text = TokenisedText(text, lexicon: lexicon)
        document.paragraphs = text.paragraphs.map(\.range)
        document.words = text.tokens.reduce(0) { $0 + ($1.kind == .word && !$1.has(.elision) ? 1 : 0) }
        document.language = languages.language(of: text)
        let metadata = MetadataReader.metadata(of: text, title: title)
        // «RABAT, 12 mai 2016 (MAP) –» says nothing: what follows it is a sentence of its own.
        if let start = metadata.textStart { text.splitSentence(before: start) }
        document.sentences = text.sentences.map(\.range)
        document.title = metadata.title
        document.lead = metadata.lead
        document.date = metadata.date
        document.agency = metadata.agency
        document.outlet = metadata.outlet
        let annotated = AnnotatedText(text)
        let entities = EntityTable(
            annotated, known: known, date: date ?? metadata.date?.date, language: document.language)
        var speech = SpeechReader(annotated, entities)
        speech.read()
        document.statements = speech.statements()
        var happenings = HappeningReader(
            annotated, dates: DateScanner.expressions(in: text),
            resolver: DateResolver(document: date ?? metadata.date?.date), speech: speech)
        happenings.read()
        document.dateline = metadata.dateline.map { happenings.dateline($0) }
        document.events = happenings.eventRecords()
        document.agreements = happenings.agreementRecords()
        happenings.place(&document.statements)
        document.entities = happenings.entityRecords(document.statements)
        document.mentions = happenings.speech.entities.mentionRecords()
        document.dropUnusedEntities(commonWords: happenings.speech.entities.commonWords())
        document.work = speech.work.steps
        return document
    }
}
