// A text with its phrases: the ground that names, speech rules, events and agreements stand on.

package import DixitText

/// Shared by all that read it: it never changes.
package final class AnnotatedText: Sendable {
    package let text: TokenisedText
    package let tokens: [Token]
    /// Of the whole text, in order; after them, those inside quotations.
    package let chunks: [Chunk]
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
        tokens = text.tokens
        sentenceChunks = chunker.sentenceChunks
        quotedChunks = chunker.quotedChunks
        quotedNames = chunker.names
        let apposed = Self.apposed(in: sentenceChunks, chunker.chunks, text.tokens)
        for index in apposed { chunker.chunks[index].flags.insert(.apposed) }
        chunks = chunker.chunks
    }

    /// Names beside offices that a preposition governs are no subjects: «face au président de La Poste, X, les syndicats …».
    private static func apposed(in sentences: [Range<Int>], _ chunks: [Chunk], _ tokens: [Token]) -> [Int] {
        var found: [Int] = []
        let appositions = Appositions(chunks: chunks, tokens: tokens)
        for sentence in sentences {
            for index in sentence where chunks[index].kind == .nounPhrase && chunks[index].preposition >= 0 {
                guard tokens[Int(chunks[index].head)].has(.role), !chunks[index].hasName,
                    let apposition = appositions.apposition(at: index, in: sentence), apposition.end - 1 > index
                else { continue }
                found.append(apposition.end - 1)
            }
            // «par la politique du président |X|, il …»: the office is the last word of the phrase before.
            for index in sentence.dropFirst()
            where chunks[index].isNameAlone && chunks[index].preposition < 0 && chunks[index - 1].preposition >= 0 {
                let before = chunks[index - 1]
                guard before.kind == .nounPhrase, before.end == chunks[index].start, before.end - 1 > before.head,
                    tokens[Int(before.end) - 1].has(.role)
                else { continue }
                found.append(index)
            }
        }
        return found
    }

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
