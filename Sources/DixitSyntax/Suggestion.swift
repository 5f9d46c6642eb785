// What the writer probably meant: the nearest of the words that are allowed.

import DixitText

/// A word that is allowed, near one that is not.
package struct Suggestion: Hashable, Sendable {
    package let text: String
    /// 0 … 1, less for each slip.
    package let confidence: Double

    package init(text: String, confidence: Double) {
        self.text = text
        self.confidence = confidence
    }

    /// The nearest candidate within two slips of the keyboard, one for a word under five letters; case and accents do not
    /// count. Nil where none is near, or where two different candidates are as near as each other.
    package static func best(for word: String, among candidates: some Sequence<String>) -> Suggestion? {
        let target = DixitText.folded(word)
        let letters = target.unicodeScalars.count
        guard letters > 1, letters <= 64 else { return nil }
        var best: (text: String, distance: Int)?
        var isTied = false
        for candidate in candidates {
            let limit = letters < 5 ? 1 : 2
            let folded = DixitText.folded(candidate)
            guard let distance = editDistance(target, folded, atMost: limit) else { continue }
            if let known = best {
                if distance > known.distance || candidate == known.text { continue }
                isTied = distance == known.distance
                if isTied { continue }
            }
            best = (candidate, distance)
        }
        guard let best, !isTied || best.distance == 0 else { return nil }
        let share = Double(best.distance) / Double(max(letters, 1))
        return Suggestion(text: best.text, confidence: best.distance == 0 ? 0.99 : 1 - share / 2)
    }
}
