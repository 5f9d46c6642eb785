// Who «le ministre», «M. X», «il», «la même source» are.

import Testing

@Suite struct ResolutionTests {
    /// The speakers of a text, in order.
    private func speakers(_ text: String) -> [String] {
        statements(text).map { String($0.prefix { $0 != "|" }).trimmed }
    }

    @Test(arguments: [
        // Short forms, an initial, capitals.
        (
            "M. El Amrani plaide pour la paix\nMustapha El Amrani a dit que la paix viendrait. V. El Amrani n'est pas là.",
            ["Mustapha El Amrani", "Mustapha El Amrani"]
        ),
        // The office before the name is known, and after.
        (
            "Le ministre a dit que tout allait bien. Le ministre de la Mer, Jean Kermadec, a ajouté que la pêche reprenait.",
            ["Jean Kermadec", "Jean Kermadec"]
        ),
        (
            "La ministre de la Mer, Anne Kermadec, est à Brest. «La pêche reprend», a dit la ministre.",
            ["Anne Kermadec"]
        ),
        // Pronouns by gender.
        (
            "Paul Girard a dit que la pêche reprenait. Il a ajouté que le port rouvrirait.",
            ["Paul Girard", "Paul Girard"]
        ),
        // Another noun for the one who spoke.
        (
            "Selon Nadia Ferhat, chercheuse à Oran, le climat change. «Tout s'accélère», résume l'universitaire.",
            ["Nadia Ferhat", "Nadia Ferhat"]
        ),
        // An acronym.
        (
            "La Direction générale de la pêche (DGP) a dit que tout allait bien. La DGP a ajouté que le port rouvrirait.",
            ["Direction générale de la pêche", "Direction générale de la pêche"]
        ),
        // The same source.
        (
            "Dix bateaux sont rentrés, selon le parquet. Trois sont perdus, selon la même source.",
            ["parquet", "parquet"]
        ),
        // A medium is cited, and the text goes on about somebody.
        (
            "Selon Mediapart, la banque a menti. Paul Girard dirige la banque. Il a ajouté que tout était faux.",
            ["Mediapart", "Paul Girard"]
        ),
        // What tells a text from others.
        (
            "Selon une étude publiée mardi par l'institut, le climat change.",
            ["étude publiée mardi par l'institut"]
        ),
        // Two sources before a plural.
        (
            "La mairie et la région ont annoncé un plan.",
            ["mairie et la région"]
        ),
    ]) func names(text: String, expected: [String]) {
        #expect(speakers(text) == expected)
    }

    @Test func twoOfOneFamilyStayTwo() {
        let text = "Paul Renard a dit que oui, c'était vrai. Luc Renard a dit que non, c'était faux."
        #expect(speakers(text) == ["Paul Renard", "Luc Renard"])
    }
}

extension String {
    fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
