// The columns of a corpus as values, for writers of tables elsewhere.

import DixitText

/// What is in the tables of a corpus, row by row: values as they are shown, and the folded texts, words and forms of names that
/// the engine compares.
package struct CorpusTables: Sendable {
    let store: Store

    /// - Throws: ``DixitError`` E524 for a snapshot in which something was altered: everything is checked first.
    package init(_ corpus: Corpus) throws(DixitError) { store = try corpus.store.flat() }

    package var schema: Schema { store.schema }

    /// The number of rows of a table: of a set that is no part of another.
    package func rowCount(of table: String) -> Int { store.tableNumbers[table].map { store.tables[$0].rowCount } ?? 0 }

    /// The id of a row, as relations name it.
    package func id(of row: Int, in table: String) -> Value {
        guard let number = store.tableNumbers[table] else { return .missing }
        let row = UInt32(truncatingIfNeeded: row)
        if let column = store.idColumns[number] {
            let value = store.value(row, column: column, table: number)
            if value != .missing { return value }
        }
        return .text(store.id(of: row, table: number))
    }

    /// What a field of one value holds; an entity for a relation.
    package func value(of field: String, in table: String, row: Int) -> Value {
        guard let number = store.tableNumbers[table], let column = store.tables[number].column(named: field) else {
            return .missing
        }
        return store.value(UInt32(truncatingIfNeeded: row), column: column, table: number)
    }

    /// The rows that a relation leads to, ascending.
    package func targets(of field: String, in table: String, row: Int) -> [Int] {
        guard case .relation(let relation)? = column(field, table) else { return [] }
        return relation.forward.list(UInt32(truncatingIfNeeded: row)).map { Int($0) }
    }

    /// The table that a relation leads to.
    package func target(of field: String, in table: String) -> String? {
        guard case .relation(let relation)? = column(field, table) else { return nil }
        return store.tables[relation.table].name
    }

    /// Whether two relations are the two ends of one: each leads from a row to those that the other leads here from.
    package func areEnds(_ field: String, in table: String, _ inverse: String, in other: String) -> Bool {
        guard case .relation(let relation)? = column(field, table), case .relation(let back)? = column(inverse, other)
        else { return false }
        return (0..<UInt32(truncatingIfNeeded: store.tables[relation.table].rowCount)).allSatisfy { row in
            back.forward.count(row) == relation.backward.count(row)
                && back.forward.list(row) == relation.backward.list(row)
        }
    }

    /// The different values of a keyword; nil for another field.
    package func values(of field: String, in table: String) -> KeywordValues? {
        guard case .keyword(let column)? = column(field, table) else { return nil }
        return KeywordValues(column)
    }

    /// The words of a text field; nil for another field.
    package func words(of field: String, in table: String) throws(DixitError) -> FieldWords? {
        guard case .text(let column)? = column(field, table) else { return nil }
        return try FieldWords(column.index)
    }

    /// All forms of the names of a table; nil where its rows have none.
    package func names(of table: String) -> TableNames? {
        guard let number = store.tableNumbers[table], let names = store.tables[number].names else { return nil }
        return TableNames(names)
    }

    /// The forms that a field of names has in a row, by their numbers, the shown one first.
    package func forms(of field: String, in table: String, row: Int) -> [Int] {
        guard case .name(let column)? = column(field, table) else { return [] }
        return column.forms[UInt32(truncatingIfNeeded: row)].buffer.map { Int($0) }
    }

    private func column(_ field: String, _ table: String) -> Column? {
        guard let number = store.tableNumbers[table], let column = store.tables[number].column(named: field) else {
            return nil
        }
        return store.tables[number].columns[column]
    }
}

/// The values of a keyword, by code: their order is that of answers.
package struct KeywordValues: Sendable {
    private let column: KeywordColumn
    private let words: FieldWords?

    fileprivate init(_ column: KeywordColumn) {
        self.column = column
        words = try? FieldWords(column.dictionary.words)
    }

    /// The codes of a row, ascending.
    package func codes(of row: Int) -> [Int] { column.codes.list(UInt32(truncatingIfNeeded: row)).map { Int($0) } }

    package func text(_ code: Int) -> String { column.dictionary.text(UInt32(truncatingIfNeeded: code)) }

    package func folded(_ code: Int) -> String { column.dictionary.folded.text(code) }

    /// The words that `contains` looks at.
    package func words(_ code: Int) -> [String] { words?.words(of: code).compactMap { $0 } ?? [] }
}

/// The words of each row of an index, in their order: the index read from its other end.
package struct FieldWords: Sendable {
    private let index: TextIndex
    /// By position the term that stands there; `.max` at an empty position.
    private let terms: [UInt32]

    /// - Complexity: linear in the number of words.
    fileprivate init(_ index: TextIndex) throws(DixitError) {
        self.index = index
        var terms = [UInt32](repeating: .max, count: Int(index.rowStarts.last ?? 0))
        do throws(Stop) {
            for term in 0..<index.terms.count {
                for place in try index.places(term, .unlimited) {
                    terms[Int(place)] = UInt32(truncatingIfNeeded: term)
                }
            }
        } catch {
            throw DixitError(error.message)
        }
        self.terms = terms
    }

    /// The words of a row; nil for a position that stays empty because a text goes on elsewhere.
    package func words(of row: Int) -> [String?] {
        positions(of: row).map { terms[$0] == .max ? nil : index.terms.text(Int(terms[$0])) }
    }

    /// For each word of a row, the sentence of the field that it stands in; counted through all rows.
    package func sentences(of row: Int) -> [Int] { numbers(of: row, index.sentenceStarts) }

    /// The same for paragraphs.
    package func paragraphs(of row: Int) -> [Int] { numbers(of: row, index.paragraphStarts) }

    /// The last position of a row is an empty one.
    private func positions(of row: Int) -> Range<Int> {
        let start = Int(index.rowStarts[row])
        return start..<max(start, Int(index.rowStarts[row + 1]) - 1)
    }

    private func numbers(of row: Int, _ starts: Slab<UInt32>) -> [Int] {
        let positions = positions(of: row)
        guard !positions.isEmpty else { return [] }
        var number = starts.lowerBound(UInt32(truncatingIfNeeded: positions.lowerBound + 1))
        // Counted from 1 in each row.
        let first = max(1, number) - 1
        return positions.map { position in
            while number < starts.count, Int(starts[number]) <= position { number += 1 }
            return number - first
        }
    }
}

/// The names of a table's rows in the forms by which they are looked for.
package struct TableNames: Sendable {
    private let names: NameIndex
    private let words: FieldWords?

    fileprivate init(_ names: NameIndex) {
        self.names = names
        words = try? FieldWords(names.words)
    }

    package var count: Int { names.forms.count }

    /// The row that a form belongs to; ascending.
    package func row(of form: Int) -> Int { Int(names.rows[form]) }

    package func text(_ form: Int) -> String { names.forms.text(form) }

    package func words(_ form: Int) -> [String] { words?.words(of: form).compactMap { $0 } ?? [] }

    /// Nil for a form that finds nobody, such as a given name alone.
    package func comparable(_ form: Int) -> ComparableName? {
        let name = ComparableName(text(form))
        return names.isGivenNameAlone(form, NormalisedName(text(form))) ? nil : name
    }
}

/// A name as names are compared: what is stored of it, and what is asked of the stored ones.
package struct ComparableName: Hashable, Sendable {
    /// Folded, without honorifics, the articles made equal: `mustapha`, `al`, `khalfi`.
    package let words: [String]
    /// Without spaces: `mustaphaalkhalfi`.
    package let joined: String
    /// A surname that stands first in capitals: `al`, `khalfi` of “EL KHALFI Mustapha”.
    package let surname: [String]
    /// How many single letters it begins with, where something else follows: 1 of “M. El Khalfi” without its title.
    package let initials: Int
    /// Whether the last words of a name may be these: not a particle alone.
    package let canEndAName: Bool
    /// Whether only the whole name finds it: “rival de Marine Le Pen”.
    package let isDescription: Bool
    /// The words without the article before them: `sncf` of “la SNCF”.
    package let withoutArticle: [String]?

    package init(_ text: String) {
        let name = NormalisedName(text)
        words = name.words
        joined = name.joined
        surname = Array(name.surname)
        let letters = name.words.prefix { $0.utf8.count == 1 }.count
        initials = letters < name.words.count ? letters : 0
        canEndAName = name.hasMoreThanParticles
        isDescription = name.isDescription
        withoutArticle = name.withoutArticle
    }
}
