// A text with its phrases: the ground that names, speech rules, events and agreements stand on.

package import DixitText

package struct AnnotatedText: Sendable {
    package let text: TokenisedText
    /// Of the whole text, in order; after them, those inside quotations.
    package private(set) var chunks: [Chunk]
    /// The chunks of the text itself, where a quotation is one chunk.
    package let textChunks: Range<Int>
    /// By sentence inside a quotation: the range of its ``chunks``.
    package let quotedChunks: [Range<Int>]
    /// By sentence: the range of its ``chunks``.
    package let sentenceChunks: [Range<Int>]
    /// The tokens of every proper name, in order, titles left out.
    package let names: [Range<Int>]
    /// The tokens of the names inside quotations, in order.
    package let quotedNames: [Range<Int>]

    package init(_ text: TokenisedText) {
        var chunker = Chunker(text)
        chunker.run()
        textChunks = 0..<chunker.chunks.count
        names = chunker.names
        chunker.names = []
        chunker.chunkQuotations()
        self.text = text
        chunks = chunker.chunks
        sentenceChunks = chunker.sentenceChunks
        quotedChunks = chunker.quotedChunks
        quotedNames = chunker.names
        markAppositions()
    }

    /// Names beside offices that a preposition governs are no subjects: «face au président de La Poste, X, les syndicats …».
    private mutating func markAppositions() {
        for sentence in sentenceChunks {
            for index in sentence where chunks[index].kind == .nounPhrase && chunks[index].preposition >= 0 {
                guard tokens[Int(chunks[index].head)].has(.role), !chunks[index].hasName,
                    let apposition = apposition(at: index, in: sentence), apposition.end - 1 > index
                else { continue }
                chunks[apposition.end - 1].flags.insert(.apposed)
            }
            // «par la politique du président |X|, il …»: the office is the last word of the phrase before.
            for index in sentence.dropFirst()
            where isNameAlone(chunks[index]) && chunks[index].preposition < 0 && chunks[index - 1].preposition >= 0 {
                let before = chunks[index - 1]
                guard before.kind == .nounPhrase, before.end == chunks[index].start, before.end - 1 > before.head,
                    tokens[Int(before.end) - 1].has(.role)
                else { continue }
                chunks[index].flags.insert(.apposed)
            }
        }
    }

    package var tokens: [Token] { text.tokens }
    package var lexicon: Lexicon { text.lexicon }

    package func range(of chunk: Chunk) -> TextRange { text.range(of: chunk.tokens) }
    package func text(of chunk: Chunk) -> String { text.text(ofTokens: chunk.tokens) }

    /// One line a chunk: kind, words, and what is known of it. For tests and `explain`.
    package func chunkLines(ofSentence sentence: Int) -> [String] {
        chunks[sentenceChunks[sentence]].map { chunk in
            var line = "\(chunk.kind) «\(text(of: chunk))»"
            if chunk.kind == .nounPhrase || chunk.kind == .verb {
                line += " head=\(text.text(ofTokens: Int(chunk.head)..<Int(chunk.head) + 1))"
            }
            if chunk.hasName { line += " name=\(text.text(ofTokens: chunk.name))" }
            if chunk.preposition >= 0 {
                line += " prep=\(text.text(ofTokens: Int(chunk.preposition)..<Int(chunk.preposition) + 1))"
            }
            if chunk.verb >= 0 { line += " lemma=\(lexicon.verbs[Int(chunk.verb)].lemma)" }
            return line
        }
    }
}
