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
        // An agency in the dateline is nobody's association.
        (
            "RABAT, 12 mai 2016 (MAP) – Le port rouvre. L'association affirme que la mer est propre.",
            ["association"]
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
        // Another name of the same office.
        (
            "La Première ministre, Anne Morel, est à Brest. «La pêche reprend», a dit la cheffe du gouvernement.",
            ["Anne Morel"]
        ),
        // The same office elsewhere is somebody else.
        (
            "Le maire de Brest, Paul Girard, a dit que oui. L'édile de Dinard a ajouté que la pluie venait.",
            ["Paul Girard", "édile de Dinard"]
        ),
        // A singular that looks like a plural, after a verb of going on.
        (
            "Paul Girard a dit que la pêche reprenait. «Le port rouvrira», a ajouté l'ancien porte-parole du comité.",
            ["Paul Girard", "Paul Girard"]
        ),
        // A kinship with a surname of the text.
        (
            "Luc Kermadec a vu le port. «La pêche reprend», écrit le fils de Serge et Anne Kermadec.",
            ["Luc Kermadec"]
        ),
        // A letter mistaken.
        (
            "Khaled Bouraoui est à Brest. Khaleb Bouraoui a dit que la pêche reprenait.",
            ["Khaled Bouraoui"]
        ),
        // The name behind an acronym, in parentheses.
        (
            "Le journal LDO (Les Dépêches d'Oran) indique que la pêche reprend.",
            ["Les Dépêches d'Oran"]
        ),
        // Some of a group that spoke; some that nobody named.
        (
            "Les pêcheurs affirment que le port est sale. Certains réclament un procès.",
            ["pêcheurs", "pêcheurs"]
        ),
        ("Le port est sale. Certains réclament un procès.", ["Certains"]),
        (
            "Le port est sale. Beaucoup de riverains réclament un procès.",
            ["Beaucoup de riverains"]
        ),
        // Not the party: he whose party it is.
        (
            "Le député Paul Girard a été exclu. Son parti le trouvait trop libre. Il a dit que la mer était à tous.",
            ["Paul Girard"]
        ),
        (
            "Le député Paul Girard est là. Son parti lui fait grief d'avoir menti. Il a dit que la mer était à tous.",
            ["parti", "Paul Girard"]
        ),
        // Nor whoever is named beside an office before the clause.
        (
            "Paul Girard a dit que oui. Surpris par la réponse du président Luc Ferry, il a ajouté que tout irait mal.",
            ["Paul Girard", "Paul Girard"]
        ),
        // A hyphen forgotten; a noun for somebody who spoke, before a colon.
        ("Paul Girard est là. «La pêche reprend», déclare t-il.", ["Paul Girard"]),
        (
            "Paul Girard a dit que oui. Le romancier a joint une lettre : «La mer est à tous», a-t-il écrit.",
            ["Paul Girard", "Paul Girard"]
        ),
        (
            "Paul Girard a dit que oui. «La mer est à tous», a ajouté un peu plus tard l'homme d'affaires.",
            ["Paul Girard", "Paul Girard"]
        ),
        // A name with an office after it, before «qui».
        (
            "Elle a écrit à Paul Girard, directeur de cabinet, qui a affirmé que le port fermerait.",
            ["Paul Girard"]
        ),
        // «le même» is who spoke last.
        (
            "«Le nœud a tenu», indique un témoin. L'hôpital du Chesnay l'a reçu. «Il va mieux», détaille le même individu.",
            ["témoin", "témoin"]
        ),
        // A name in parentheses is an aside.
        (
            "Paul Girard chante «Palapa», tiré d'un roman (Luc Renard). «Je l'ai lu hier», a-t-il dit.",
            ["Paul Girard"]
        ),
        (
            "Le toit de la mairie du Vigan est tombé. La sous-préfète a indiqué que dix personnes étaient parties.",
            ["sous-préfète"]
        ),
        // What is all quotation is about nobody.
        (
            "Anne Morel vit à Oran. «Je suis née ici, et j'y reste.» «Personne ne me fera partir d'ici», a-t-elle ajouté.",
            ["Anne Morel", "Anne Morel"]
        ),
        // What is new in the content does not speak of it.
        (
            "Anne Morel est venue sur place. Une cellule de crise a été ouverte, a-t-elle indiqué.",
            ["Anne Morel"]
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
