// «X a déclaré : «…»»: a quotation after its cue.

import Testing

@Suite struct QuotationRuleTests {
    @Test(arguments: [
        ("Anne Morel a déclaré : «Le port rouvrira.»", "Anne Morel | a déclaré | Le port rouvrira. | direct"),
        (
            "Anne Morel a répondu «nous verrons bien demain».",
            "Anne Morel | a répondu | nous verrons bien demain | direct"
        ),
    ]) func findsQuotations(text: String, expected: String) {
        #expect(statements(text) == [expected])
    }
}
