// Names in a query: which rows they mean, found once before the query runs.

import DixitSyntax
import DixitText

extension Binder {
    /// Input: `speaker = "El Khalfi"`: the rows of the path's last table that are called so.
    mutating func nameTest(
        _ text: String, _ mode: TextLiteral.Mode, _ value: DixitSyntax.Value, _ place: Place
    ) -> BoundCondition? {
        let table = store.tables[place.path.table]
        guard let index = table.names else {
            return labelTest(text, mode, value, place)
        }
        let found = looked(up: value.range) { control throws(Stop) in
            try NameResolver(index).rows(named: text, mode, control)
        }
        guard let found else { return nil }
        let part = store.sets[place.path.set].rows
        let rows = found.filter { part.contains($0) }
        noteResolution(of: text, mode, to: rows, value, place, index)
        return .rows(RowSet(rows))
    }

    /// A set whose rows have no names is known by its label: `document = "a1"`.
    private mutating func labelTest(
        _ text: String, _ mode: TextLiteral.Mode, _ value: DixitSyntax.Value, _ place: Place
    ) -> BoundCondition? {
        let set = schema.sets[place.path.set]
        guard let column = store.tables[place.path.table].column(named: set.label) else {
            reportUnfit(value, place)
            return nil
        }
        return keywordTest(text, mode, column: column, table: place.path.table, value, place)
    }

    /// Input: `outlet = "Le Monde"`: the codes of the values that are equal.
    mutating func keywordTest(
        _ text: String, _ mode: TextLiteral.Mode, column: Int, table: Int, _ value: DixitSyntax.Value, _ place: Place
    ) -> BoundCondition? {
        guard case .keyword(let keyword) = store.tables[table].columns[column] else { return .constant(false) }
        let dictionary = keyword.dictionary
        let foldedText = Array(DixitText.folded(text).utf8)
        let codes: RowSet
        switch mode {
        case .folded:
            codes = RowSet(ascending: dictionary.codes(equal: foldedText))
        case .exactly:
            codes = RowSet(dictionary.codes(equal: foldedText).filter { dictionary.text($0) == text })
        case .roughly:
            let folded = String(decoding: foldedText, as: UTF8.self)
            let limit = Roughly.limit(folded)
            let near = looked(up: value.range) { control throws(Stop) in
                var near: [UInt32] = []
                for code in 0..<dictionary.count {
                    try control.spend(Roughly.steps)
                    if editDistance(dictionary.folded.text(code), folded, atMost: limit) != nil {
                        near.append(UInt32(truncatingIfNeeded: code))
                    }
                }
                return near
            }
            guard let near else { return nil }
            codes = RowSet(near)
        }
        if codes.isEmpty, !wantsNotes {
            omitNote(at: value.range)
        } else if codes.isEmpty, text.utf8.contains(UInt8(ascii: "*")) {
            note(.starIsNoLetter(text, field: place.text), at: value.range)
        } else if codes.isEmpty {
            let near = dictionary.count <= 20_000 ? (0..<dictionary.count).map { dictionary.values.text($0) } : []
            let suggestion = Suggestion.best(for: text, among: near)
            let field = place.text == "it" ? schema.sets[place.path.set].label : place.text
            note(
                .noSuchValue(text, field: field, suggestion: suggestion?.text, set: schema.sets[place.set].name),
                at: value.range)
        }
        return .test(column: column, .codes(codes))
    }

    private mutating func noteResolution(
        of text: String, _ mode: TextLiteral.Mode, to rows: [UInt32], _ value: DixitSyntax.Value, _ place: Place,
        _ index: NameIndex
    ) {
        guard wantsNotes else {
            // Looking for what a name may have been meant for takes long; whether it was read as another is told at once.
            if rows.count != 1
                || DixitText.folded(store.label(of: rows[0], table: place.path.table)) != DixitText.folded(text)
            {
                omitNote(at: value.range)
            }
            return
        }
        let set = schema.sets[place.path.set]
        if rows.isEmpty, text.utf8.contains(UInt8(ascii: "*")) {
            note(.starIsNoLetter(text, field: place.text), at: value.range)
            return
        }
        if rows.isEmpty {
            let resolver = NameResolver(index)
            var suggestion: String?
            var count: Int?
            // Of names that are as near as each other, the one that more is known of.
            for name in resolver.nearest(to: text) {
                let rows = try? resolver.rows(named: name, .folded, .unlimited)
                let found = rows.flatMap { rowCount(of: $0, place) }
                if suggestion == nil || found ?? 0 > count ?? 0 { (suggestion, count) = (name, found) }
            }
            note(
                .nobodyCalled(
                    text, in: set.name, isPerson: set.namesPeople, suggestion: suggestion, rows: count,
                    of: countedSet(place)),
                at: value.range)
            return
        }
        let shown = rows.map { store.label(of: $0, table: place.path.table) }
        if rows.count > 1 {
            let matches = zip(rows, shown).map { row, name in
                Message.Counted(name, rowCount(of: [row], place) ?? 1)
            }
            note(.severalMatches(text, matches.sorted { $0.count > $1.count }), at: value.range)
        } else if let name = shown.first, DixitText.folded(name) != DixitText.folded(text) {
            note(.nameResolved(text, to: name), at: value.range)
        }
        if mode == .folded { noteShorterName(of: text, than: rows, value, place, index) }
    }

    /// `speaker = "Mustapha El Khalfi"`: what is attributed only to “El Khalfi” is not found, and the reader is told.
    private mutating func noteShorterName(
        of text: String, than rows: [UInt32], _ value: DixitSyntax.Value, _ place: Place, _ index: NameIndex
    ) {
        let words = NormalisedName(text).words
        guard words.count > 1, place.path.links.count == 1 else { return }
        let part = store.sets[place.path.set].rows
        for length in stride(from: words.count - 1, through: 1, by: -1) {
            let others = NameResolver(index).rows(shownAs: Array(words.suffix(length))).filter {
                !rows.contains($0) && part.contains($0)
            }
            guard !others.isEmpty, let count = rowCount(of: others, place), count > 0 else { continue }
            let name = store.label(of: others[0], table: place.path.table)
            note(.shorterName(name, rows: count, set: countedSet(place)), at: value.range)
        }
    }

    /// How many rows of the query's set the rows of its last relation belong to; nil where the path has another shape.
    private func rowCount(of rows: [UInt32], _ place: Place) -> Int? {
        guard place.path.links.count == 1, let link = place.path.links.first,
            case .relation(let relation) = store.tables[link.table].columns[link.column]
        else { return nil }
        return rows.reduce(0) { $0 + relation.backward.count($1) }
    }

    private func countedSet(_ place: Place) -> String {
        place.path.links.count == 1 ? schema.sets[place.set].name : schema.sets[place.path.set].name
    }
}

/// How many slips `roughly` forgives: none up to 3 letters, one up to 6, two from 7.
enum Roughly {
    /// What a comparison costs, in steps of about the cost of a row.
    static let steps = 50

    static func limit(_ folded: String) -> Int {
        switch folded.unicodeScalars.count {
        case ...3: 0
        case ...6: 1
        default: 2
        }
    }
}

/// Finds the rows that a name means.
struct NameResolver {
    private let index: NameIndex

    init(_ index: NameIndex) { self.index = index }

    /// The rows, ascending, one of whose names or aliases the text finds (LANGUAGE, names).
    func rows(named text: String, _ mode: TextLiteral.Mode, _ control: RunControl) throws(Stop) -> [UInt32] {
        switch mode {
        case .folded:
            let name = NormalisedName(text)
            var forms = candidates(for: name.words, name.joined)
            if let words = name.withoutArticle {
                forms = forms.union(candidates(for: words, ""), universe: index.forms.count)
            }
            return try rows(of: forms, control) { form in
                let other = NormalisedName(index.forms.text(form))
                return name.finds(other) && !index.isGivenNameAlone(form, other)
            }
        case .exactly:
            let name = NormalisedName(text)
            return try rows(of: candidates(for: name.words, name.joined), control) { index.forms.text($0) == text }
        case .roughly:
            let folded = DixitText.folded(text)
            let limit = Roughly.limit(folded)
            return try rows(of: .all(index.forms.count), control) { form in
                editDistance(DixitText.folded(index.forms.text(form)), folded, atMost: limit) != nil
            }
        }
    }

    /// The rows that are shown by just these words, as a name is written.
    func rows(shownAs words: [String]) -> [UInt32] {
        let forms = candidates(for: words, words.joined())
        return
            (try? rows(of: forms, .unlimited) { form in
                let name = NormalisedName(index.forms.text(form))
                return name.words == words && !name.isDescription && index.rows.lowerBound(index.rows[form]) == form
            }) ?? []
    }

    private func rows(
        of forms: RowSet, _ control: RunControl, where isMatch: (Int) -> Bool
    ) throws(Stop) -> [UInt32] {
        var rows: [UInt32] = []
        for form in forms.list() {
            try control.spend(Roughly.steps)
            let row = index.rows[Int(form)]
            if rows.last != row, isMatch(Int(form)) { rows.append(row) }
        }
        return rows
    }

    /// The forms that have all words of a name, or that are equal to it without spaces.
    private func candidates(for words: [String], _ joined: String) -> RowSet {
        let joined = index.joined.equalRange(Array(joined.utf8))
        let equal = RowSet(joined.map { index.joinedForms[$0] }.sorted())
        let universe = index.forms.count
        var result: RowSet?
        for word in words where word != "al" && word.utf8.count > 1 {
            guard let term = index.words.term(Array(word.utf8)) else { return equal }
            let forms = RowSet.list(index.words.plainPostings(term))
            result = result.map { $0.intersection(forms, universe: universe) } ?? forms
        }
        guard let result else {
            // Only an article or initials: look among the forms that have the first word.
            let found = words.first.flatMap { index.words.term(Array($0.utf8)) }
            let forms = found.map { RowSet.list(index.words.plainPostings($0)) } ?? .none
            return forms.union(equal, universe: universe)
        }
        return result.union(equal, universe: universe)
    }

    /// The names that were probably meant: forms whose words are near those of the text, all as near as each other.
    func nearest(to text: String) -> [String] {
        let words = NormalisedName(text).words
        guard let last = words.last(where: { $0.utf8.count > 2 }) else { return [] }
        var least = 100
        var best: [String] = []
        let limit = max(1, Roughly.limit(last))
        for term in 0..<index.words.terms.count {
            let bytes = index.words.terms.offsets
            let length = Int(bytes[term + 1]) - Int(bytes[term])
            guard abs(length - last.utf8.count) <= limit else { continue }
            guard let distance = editDistance(index.words.terms.text(term), last, atMost: limit) else { continue }
            for form in index.words.plainPostings(term).prefix(64) {
                let name = NormalisedName(index.forms.text(Int(form)))
                guard name.words.count >= words.count else { continue }
                let pairs = zip(words.reversed(), name.words.reversed())
                let distances = pairs.map { editDistance($0, $1, atMost: 2) ?? 3 }
                let total = distances.reduce(0, +) + (distances.contains(3) ? 100 : 0) + distance
                if total < least { (least, best) = (total, []) }
                if total < 100, total == least, best.count < 16 { best.append(index.forms.text(Int(form))) }
            }
        }
        return best
    }
}
