// The user's names: what they override, and which lines are wrong.

import DixitExtraction
import DixitText
import Testing

@Suite struct KnownNamesTests {
    private static let file = """
        # Who matters to us.
        person Anne Morel-Kermadec
          also la dame de Brest, AMK
          role ministre de la Mer (2014 – 2016-06)
          role maire de Brest (since 2017)
          woman
        personne Luc Ferrand
          fonction ministre de la Mer (depuis 2016-07)
        organisation Union des pêcheurs
          also UDP, la Centrale du port
          kind syndicat
        verbe gazouiller
        verb klaxonner announce
        """

    /// `speaker (role): text` of each statement.
    private func statements(_ text: String, on day: PartialDate?, names: String = file) -> [String] {
        let parser = NamesParser(names)
        #expect(parser.problems == [])
        let bytes = [UInt8](text.utf8)
        let document = Extractor(known: parser.names).extract(bytes, date: day)
        return document.statements.map { statement in
            let speaker = statement.speaker.map { document.entities[$0] }
            let name = speaker.map { $0.displayName ?? String(decoding: bytes[$0.name.bytes], as: UTF8.self) } ?? "–"
            return "\(name) (\(speaker?.knownRoles.first ?? "–"), \(speaker?.kind.rawValue ?? "–"))"
        }
    }

    @Test(arguments: [
        // Another form, of a name and of a nickname.
        ("AMK a dit que la pêche reprenait.", 2015, ["Anne Morel-Kermadec (ministre de la Mer, person)"]),
        ("La dame de Brest a dit que la pêche reprenait.", 2018, ["Anne Morel-Kermadec (maire de Brest, person)"]),
        // An office nobody is named with: who held it on the day.
        ("Le ministre de la Mer a dit que oui.", 2015, ["Anne Morel-Kermadec (ministre de la Mer, person)"]),
        ("Le ministre de la Mer a dit que oui.", 2018, ["Luc Ferrand (ministre de la Mer, person)"]),
        // The office, once he is named.
        (
            "Luc Ferrand est à Brest. Le ministre a dit que la pêche reprenait.", 2018,
            ["Luc Ferrand (ministre de la Mer, person)"]
        ),
        // A surname after a title.
        ("M. Ferrand a dit que la pêche reprenait.", 2018, ["Luc Ferrand (ministre de la Mer, person)"]),
        // A body.
        ("La Centrale du port a dénoncé la fermeture.", 2018, ["Union des pêcheurs (–, organisation)"]),
        // Verbs.
        ("«La pêche reprend», gazouille Luc Ferrand.", 2015, ["Luc Ferrand (–, person)"]),
        ("Luc Ferrand a klaxonné que la pêche reprenait.", 2015, ["Luc Ferrand (–, person)"]),
    ]) func override(text: String, year: Int, expected: [String]) {
        #expect(statements(text, on: PartialDate(year: year, month: 3, day: 1)) == expected)
    }

    @Test func withoutADayAnOfficeIsHeldStill() {
        #expect(
            statements("Le ministre de la Mer a dit que oui.", on: nil) == ["Luc Ferrand (ministre de la Mer, person)"])
    }

    @Test func actsComeWithVerbs() {
        let bytes = [UInt8]("Luc Ferrand a klaxonné que la pêche reprenait.".utf8)
        let document = Extractor(known: NamesParser(Self.file).names).extract(bytes)
        #expect(document.statements.map(\.act) == ["announce"] && document.statements.map(\.cueLemma) == ["klaxonner"])
        #expect(Extractor().extract(bytes).statements.isEmpty)
    }

    @Test func everyRangeStillCutsTheText() {
        let text = "L'AMK «a» dit, AMK : la Centrale du port, UDP, la dame de Brest et le ministre de la Mer — AMK."
        let bytes = [UInt8](text.utf8)
        let document = Extractor(known: NamesParser(Self.file).names).extract(bytes)
        for range in document.entities.flatMap({ [$0.name] + $0.forms }) + document.mentions.map(\.range) {
            #expect(String(validating: bytes[range.bytes], as: UTF8.self) != nil)
        }
    }

    @Test(arguments: [
        ("persom Anne Morel", 1, NamesProblem.Kind.unknownWord("persom")),
        ("person", 1, .nothingAfter("person")),
        ("also AMK", 1, .nobodyAbove("also")),
        ("organisation UDP\nrole ministre", 2, .onlyForPeople("role")),
        ("person Anne Morel\nkind syndicat", 2, .onlyForOrganisations("kind")),
        ("person Anne Morel\nrole maire (jadis)", 2, .wrongDates("jadis")),
        ("person Anne Morel\nrole maire (2017-13)", 2, .wrongDates("2017-13")),
        ("person Anne Morel\nrole maire (2017 – 2012)", 2, .endsBeforeItBegins("2017 – 2012")),
        ("verb tweete", 1, .noInfinitive("tweete")),
        ("person A B\nperson Anne Morel\nalso A B", 2, .twice("A B", line: 1)),
    ]) func badLinesAreProblems(text: String, line: Int, kind: NamesProblem.Kind) {
        #expect(NamesParser(text).problems == [NamesProblem(line: line, kind: kind)])
    }

    @Test func anUnknownActIsAProblem() throws {
        let problem = try #require(NamesParser("verb tweeter shout").problems.first)
        guard case .unknownAct("shout", let known) = problem.kind else {
            Issue.record("\(problem)")
            return
        }
        #expect(known.contains("announce"))
    }

    @Test func oneBadLineSpoilsNoOther() {
        let parser = NamesParser("persom X\nperson Anne Morel\n\n# why\nalso AMK\r\nverb tweeter")
        #expect(parser.problems.map(\.line) == [1])
        #expect(parser.names.entries.map(\.name) == ["Anne Morel"] && parser.names.entries[0].forms == ["AMK"])
        #expect(parser.names.verbs.count == 1)
    }

    @Test func anyTextIsAFileOfNames() {
        for text in [
            "", "\0\0", String(repeating: "person a\n", count: 2000), String(repeating: "(", count: 9000), "role (–)",
            "also ,",
        ] {
            _ = NamesParser(text)
            _ = NamesParser("person Anne Morel\n" + text)
        }
    }
}
