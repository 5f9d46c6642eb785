// «– Je pars demain, a dit Paul.», «— Vous partez ? demande le juge.»: a dash opens what is said, without quotation marks.

import DixitText

extension SpeechReader {
    /// Whether content before a cue is a turn of a dialogue: its paragraph opens with a dash, and it speaks to somebody or of
    /// itself: «je», «vous», a question. A list with dashes does neither: «– le préfet est nommé, annonce X».
    func isDialogue(_ content: Range<Int>) -> Bool {
        let dash = annotated.text.sentences[sentence].tokens.lowerBound
        guard dash < content.lowerBound, tokens[dash].kind == .dash, tokens[dash].has(.opensParagraph),
            content.lowerBound == dash + 1
        else { return false }
        return content.contains { isAddress(tokens[$0]) }
            || tokens[content.upperBound - 1].kind == .stop && isQuestion(content.upperBound - 1)
    }

    /// «je», «vous», «notre», «oui»
    func isAddress(_ token: Token) -> Bool {
        token.has(.firstPerson) || annotated.lexicon.group(ofNoun: token.word).has(.address)
    }

    private func isQuestion(_ token: Int) -> Bool {
        [UInt8(ascii: "?"), UInt8(ascii: "!")].contains(annotated.text.bytes[Int(tokens[token].start)])
    }
}
