// «Et d'ajouter : «…»».

import Testing

@Suite struct NarrativeInfinitiveRuleTests {
    @Test func finds() {
        let text = "«Le port rouvrira», a dit Anne Morel. Et d'ajouter : «Les bateaux reviendront.»"
        #expect(
            statements(text) == [
                "Anne Morel | a dit | Le port rouvrira | direct",
                "Anne Morel | ajouter | Les bateaux reviendront. | direct",
            ])
    }

    @Test func leavesPurposes() {
        #expect(statements("Elle est venue afin de dire bonjour. Et de loin.") == [])
    }
}
