// «X : «…»»: a colon before a quotation, without a verb of saying.

import Testing

@Suite struct ColonRuleTests {
    @Test(arguments: [
        (
            "Anne Morel : «Nous irons jusqu'au bout de la réforme»",
            "Anne Morel | – | Nous irons jusqu'au bout de la réforme | direct"
        ),
        (
            "Le maire s'en est pris aux promoteurs : «Vous avez ruiné cette belle ville.»",
            "maire | – | Vous avez ruiné cette belle ville. | direct"
        ),
    ]) func finds(text: String, expected: String) {
        #expect(statements(text) == [expected])
    }

    @Test(arguments: [
        "Lire aussi : «Gilets jaunes»",
        "24 novembre : «Acte II»",
    ]) func leaves(text: String) {
        #expect(statements(text) == [])
    }
}
