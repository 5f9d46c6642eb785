// What the head and foot of a document say: headline, dateline, day, agency, outlet, language.

import DixitExtraction
import Testing

@Suite struct MetadataTests {
    private static let body =
        "Le conseil de la ville a adopté mardi le budget de l'année, après un débat de quatre heures sur les transports et les écoles."

    /// `title | date | dateline | agency | outlet`
    private func head(_ text: String, title: String? = nil) -> String {
        let read = ReadDocument(text, day: false, title: title)
        let document = read.document
        return [
            document.title.map(read.cut), document.date.map { "\($0.date)" }, document.dateline.map(read.name),
            document.agency.map(read.cut), document.outlet.map(read.cut),
        ].map { $0 ?? "–" }.joined(separator: " | ")
    }

    @Test(arguments: [
        ("La ville adopte son budget\n", "La ville adopte son budget | – | – | – | –"),
        ("CASABLANCA (MAP) - ", "– | – | CASABLANCA | MAP | –"),
        ("Rabat, 12 mai 2016 (MAP) – ", "– | 2016-05-12 | Rabat | MAP | –"),
        ("PARIS, 3 mars (AFP) - ", "– | – | PARIS | AFP | –"),
        ("BERLIN | ", "– | – | BERLIN | – | –"),
        ("12 juillet 2012. - ", "– | 2012-07-12 | – | – | –"),
        ("Un budget sans hausse\nPublié le 12 mai 2016 à 10h30\n", "Un budget sans hausse | 2016-05-12 | – | – | –"),
        ("Un budget sans hausse ?\nALGER (APS) - ", "Un budget sans hausse ? | – | ALGER | APS | –"),
    ]) func heads(head: String, expected: String) { #expect(self.head(head + Self.body) == expected) }

    @Test(arguments: [
        ("\nMAP", "– | – | – | MAP | –"), ("\navec AFP", "– | – | – | AFP | –"), (" (ats/nxp)", "– | – | – | ats | –"),
        ("\nSource : Le Monde", "– | – | – | – | Le Monde"),
        ("\n© Le Figaro, 12 mai 2016", "– | 2016-05-12 | – | – | Le Figaro"),
    ]) func feet(foot: String, expected: String) { #expect(head(Self.body + foot) == expected) }

    @Test(arguments: [
        "Il pleut.\n" + body, "POLITIQUE - Le budget est voté. " + body, "France - Italie : 2-0",
        body + "\nLe ministre lit Le Monde et boit un café.", "(Photo d'archives) " + body,
    ]) func nothingThere(text: String) { #expect(head(text) == "– | – | – | – | –") }

    @Test func theLeadIsTheParagraphUnderTheHeadline() {
        let read = ReadDocument("Un budget sans hausse\n12 mai 2016\n" + Self.body + "\nLa suite est connue.")
        #expect(read.document.lead.map(read.cut) == Self.body)
    }

    @Test func aTitleFromOutsideIsFoundInTheText() {
        let read = ReadDocument("Fin du débat.\n" + Self.body, title: "Fin du débat.")
        #expect(read.document.title.map(read.cut) == "Fin du débat.")
    }

    @Test(arguments: [
        (body, "fr"),
        ("The council of the city has adopted the budget of the year after a debate of four hours.", "en"),
        ("El consejo de la ciudad ha aprobado el presupuesto del año después de un debate sobre las escuelas.", "es"),
        ("اعتمد مجلس المدينة يوم الثلاثاء ميزانية السنة بعد نقاش دام أربع ساعات", "ar"),
        ("Der Rat der Stadt hat am Dienstag das Budget nach einer Debatte von vier Stunden angenommen.", "de"),
        ("Городской совет принял бюджет на год после четырёх часов споров о школах", "ru"),
        ("Budget 2016 adopté", nil), ("", nil),
    ]) func languages(text: String, expected: String?) { #expect(ReadDocument(text).document.language == expected) }

    @Test func wordsAreCounted() { #expect(ReadDocument("L'eau manque, dit-il.").document.words == 4) }
}
