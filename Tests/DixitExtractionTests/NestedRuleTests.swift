// «« Le gouvernement a promis un plan », dit X»: speech inside a quotation.

import Testing

@Suite struct NestedRuleTests {
    @Test func whatAQuotationReportsIsAStatementOfItsOwn() {
        let text = "«Le gouvernement a promis un plan. Nous l'attendons», a dit Anne Morel."
        #expect(
            statements(text) == [
                "Anne Morel | a dit | Le gouvernement a promis un plan. Nous l'attendons | direct",
                "gouvernement | a promis | un plan | direct",
            ])
        #expect(rules(text) == ["inversion", "nested"])
    }

    @Test func whoIsNamedOnlyThereIsNobodyOutside() {
        let text =
            "«Luc Renard a dit que le port rouvrirait», a noté Anne Morel. Elle l'attend. «Enfin», a-t-il soupiré."
        #expect(statements(text).contains("Luc Renard | a dit | le port rouvrirait | direct"))
        #expect(!statements(text).contains { $0.hasPrefix("Luc Renard | a-t-il") })
    }

    @Test(arguments: [
        // Whom a pronoun means inside a quotation, nobody can tell.
        "«Il a dit que nous partirions», a dit Anne Morel.",
        "«Je demande que le gouvernement annonce des mesures», a dit Anne Morel.",
    ]) func leaves(text: String) {
        #expect(!rules(text).contains("nested"))
    }
}
