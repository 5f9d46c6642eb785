// Which quotation marks belong together, also where they do not match.

import DixitExtraction
import Testing

@Suite struct QuotationMarkTests {
    private func quotations(_ text: String) -> [String] {
        let text = TokenisedText([UInt8](text.utf8))
        return text.quotations.filter { $0.depth == 0 }.map { text.text(ofTokens: $0.inside) }
    }

    @Test(arguments: [
        ("«Oui», dit-il. «Non».", ["Oui", "Non"]),
        ("“la ‘Céram’ est à nous”, dit-il", ["la ‘Céram’ est à nous"]),
        ("\"Une 'petite' chose\", dit-il, \"et l'autre\"", ["Une 'petite' chose", "et l'autre"]),
        ("« la “vie” au travail »", ["la “vie” au travail"]),
        ("la réponse\"\"Il est clair\", dit-il", ["Il est clair"]),
        ("« \"ce n'est que tard » dit-il", ["\"ce n'est que tard"]),
        ("« Un.\n« Deux. »", ["Un.\n« Deux."]),
        ("Il dit : «Un.\nDeux.» Voilà.", ["Un.\nDeux."]),
        ("Un mot\" perdu et \"deux\" autres", ["deux"]),
        ("Il dit : \"jamais fermé", ["jamais fermé"]),
        // The other way round.
        ("Il dit: »Nous partons«, puis: »Adieu«.", ["Nous partons", "Adieu"]),
    ]) func pairs(text: String, expected: [String]) {
        #expect(quotations(text) == expected)
    }

    @Test func unclosedMarksAreMarkedAsRepaired() {
        let text = TokenisedText([UInt8]("Il dit : «jamais fermé".utf8))
        #expect(text.quotations.map(\.isRepaired) == [true])
    }
}
