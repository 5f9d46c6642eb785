// What a text has to contain, in words.

import DixitSyntax
import DixitText

extension ReadBack {
    /// `the phrase “société civile”`, `the word “a” at most 10 words from the word “b”`
    ///
    /// - Parameter inChain: more follows or stands before, so that a chain needs parentheses.
    func phrase(_ text: TextCondition, inChain: Bool) -> String {
        switch text {
        case .and(let members, _), .or(let members, _):
            var word = and
            if case .or = text { word = or }
            let text = members.map { phrase($0, inChain: true) }.joined(separator: " \(word) ")
            return inChain ? "(\(text))" : text
        case .not(let inner, _): return say("not ", "pas ") + phrase(inner, inChain: true)
        case .literal(let literal): return words(literal.text, literal.mode)
        case .parameter(let name):
            var binder = binder
            guard case .text(let text, let mode)? = binder.literal(of: name) else { return "$" + name.text }
            return words(text, mode)
        case .members(let all, let members, _): return phrase(members, all: all)
        case .proximity(let left, let proximity, let right, _):
            var other = phrase(right, inChain: true)
            if case .within(_, .of) = proximity { other = say(other, FrenchNoun.after(de: other)) }
            let text = "\(phrase(left, inChain: true)) \(self.text(of: proximity)) \(other)"
            return inChain ? "(\(text))" : text
        case .repeated(let inner, let count, _):
            let times = say(
                "at least \(count.value) \(count.value == 1 ? "time" : "times")", "au moins \(count.value) fois")
            return "\(phrase(inner, inChain: true)) \(times)"
        case .invalid: return ""
        }
    }

    private func text(of proximity: Proximity) -> String {
        switch proximity {
        case .sameSentence: return say("in the same sentence as", "dans la même phrase que")
        case .sameParagraph: return say("in the same paragraph as", "dans le même paragraphe que")
        case .within(let count, let order):
            let distance = say(
                "at most \(count) \(count == 1 ? "word" : "words")", "au plus \(count) \(count < 2 ? "mot" : "mots")")
            return switch order {
            case .of: say("\(distance) from", "à \(distance)")
            case .before: say("\(distance) before", "\(distance) avant")
            case .after: say("\(distance) after", "\(distance) après")
            }
        }
    }

    private func words(_ text: String, _ mode: TextLiteral.Mode) -> String {
        let words = Words(text)
        let kind: String
        if words.count != 1 {
            kind = say("the phrase ", "l’expression ")
        } else if text.utf8.last == UInt8(ascii: "*") {
            let start = String(text.dropLast().drop { $0 == " " })
            return say("a word that starts with ", "un mot qui commence par ") + quoted(start)
        } else {
            kind = say("the word ", "le mot ")
        }
        switch mode {
        case .folded: return kind + quoted(text)
        case .exactly: return kind + quoted(text) + say(" spelt exactly so", " écrit exactement ainsi")
        case .roughly: return say("roughly ", "à peu près ") + kind + quoted(text)
        }
    }

    /// `any of “a”, “b” or “c”`
    private func phrase(_ members: Members, all: Bool) -> String {
        var binder = binder
        var texts: [String] = []
        func collect(_ literal: Literal?) {
            switch literal {
            case .text(let text, _)?: texts.append(quoted(text))
            case .list(let items)?: for item in items { collect(item) }
            default: break
            }
        }
        switch members {
        case .list(let list): for value in list.values { collect(binder.literal(value)) }
        case .parameter(let name): collect(binder.literal(of: name))
        case .named(let name):
            let path = Path(steps: [name], startsWithIt: false, range: name.range)
            collect(binder.literal(.operand(Operand(aggregate: nil, path: path, range: name.range))))
        default: break
        }
        let items = enumerated(texts, all ? and : or)
        return all
            ? say("all of \(items)", "tout ceci\u{A0}: \(items)")
            : say("any of \(items)", "au moins un texte parmi \(items)")
    }
}
