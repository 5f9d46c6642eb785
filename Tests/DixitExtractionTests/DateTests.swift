// Which dates a text writes, and which days they mean.

import DixitExtraction
import DixitText
import Testing

@Suite struct DateTests {
    /// The dates of a text and what they mean, seen from Wednesday 18 May 2016: `samedi = 2016-05-14`.
    private func dates(_ source: String, on day: PartialDate? = PartialDate(year: 2016, month: 5, day: 18)) -> [String]
    {
        let text = TokenisedText([UInt8](source.utf8))
        let annotated = AnnotatedText(text)
        let resolver = DateResolver(document: day)
        return DateScanner.expressions(in: text).map { expression in
            let first = expression.tokens.lowerBound
            let sentence = annotated.sentenceChunks[Int(text.tokens[first].sentence)]
            let tense = annotated.tense(around: first, in: sentence)
            let date = resolver.date(of: expression, tense: tense)
            return "\(text.text(ofTokens: expression.tokens)) = \(date?.description ?? "?")"
        }
    }

    @Test(arguments: [
        ("Le 12 mai 2016, il a plu.", "12 mai 2016 = 2016-05-12"),
        ("Il a plu le 1er juin 2015.", "1er juin 2015 = 2015-06-01"),
        ("En mai 2016, il a plu.", "mai 2016 = 2016-05"),
        ("Il a plu en 2014.", "2014 = 2014"),
        ("Le 12/05/2016, il a plu.", "12/05/2016 = 2016-05-12"),
        ("Le 12.05.2016, il a plu.", "12.05.2016 = 2016-05-12"),
        ("Le 2016-05-12, il a plu.", "2016-05-12 = 2016-05-12"),
        ("Le jeudi 12 mai 2016, il a plu.", "jeudi 12 mai 2016 = 2016-05-12"),
        ("Du 12 au 14 mai 2016, il a plu.", "12 au 14 mai 2016 = 2016-05-12"),
        ("Les 12 et 13 mai 2016, il a plu.", "12 et 13 mai 2016 = 2016-05-12"),
    ]) func absolute(text: String, expected: String) { #expect(dates(text) == [expected]) }

    @Test(arguments: [
        // The 17th was a Tuesday: a slip of the pen, not the Wednesday of another year.
        ("Le ministre a signé mercredi 17 mai.", "mercredi 17 mai = 2016-05-17"),
        ("Le ministre a signé samedi.", "samedi = 2016-05-14"),
        ("Le ministre a signé mercredi.", "mercredi = 2016-05-18"),
        ("Le ministre a signé mercredi dernier.", "mercredi dernier = 2016-05-11"),
        ("Le ministre a signé mardi soir.", "mardi soir = 2016-05-17"),
        ("Le ministre signera samedi.", "samedi = 2016-05-21"),
        ("La réunion prévue samedi est reportée.", "samedi = 2016-05-21"),
        ("Le ministre doit signer samedi.", "samedi = 2016-05-21"),
        ("Le ministre se rend à Rabat lundi prochain.", "lundi prochain = 2016-05-23"),
        ("Il a plu hier.", "hier = 2016-05-17"),
        ("Il a plu la veille.", "veille = 2016-05-17"),
        ("Il pleut aujourd'hui.", "aujourd'hui = 2016-05-18"),
        ("Il pleuvra demain.", "demain = 2016-05-19"),
        ("Il a plu le 24 décembre.", "24 décembre = 2015-12-24"),
        ("Il pleuvra le 3 janvier.", "3 janvier = 2017-01-03"),
        ("Il a plu le dimanche 24 mai.", "dimanche 24 mai = 2015-05-24"),
        ("Il a plu le mois dernier.", "mois dernier = 2016-04"),
        ("Il a plu l'année dernière.", "année dernière = 2015"),
        ("Il a plu en décembre dernier.", "décembre dernier = 2015-12"),
    ]) func relative(text: String, expected: String) { #expect(dates(text) == [expected]) }

    @Test(arguments: [
        "Il a payé 2016 dirhams.", "Le Mardi gras approche.", "Mars est une planète.", "Il a plu en 1200 lieux.",
        "Le 31 février 2016 n'existe pas.", "Le match s'est achevé sur le score de 12/05.",
        "La veille du scrutin approche.",
        "Les 45 mai-juin reviennent.",
    ]) func noDates(text: String) { #expect(dates(text).filter { !$0.hasSuffix("= ?") } == []) }

    @Test(arguments: ["Il a plu samedi.", "Il a plu hier.", "Il a plu le 24 décembre.", "Il a plu le mois dernier."])
    func staysOpenWithoutTheDayOfTheDocument(text: String) {
        #expect(dates(text, on: nil).allSatisfy { $0.hasSuffix("= ?") })
        #expect(dates(text, on: nil).count == 1)
    }

    @Test func everyWeekdayGoesBackLessThanAWeek() {
        for (number, name) in ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"].enumerated() {
            for offset in 0..<14 {
                guard let day = PartialDate(dayNumber: 16_900 + offset) else { continue }
                let found = DateResolver(document: day)
                    .date(
                        of: DateExpression(tokens: 0..<1, form: .weekday(number + 1)), tense: .past)
                guard let found else {
                    Issue.record("\(name) has no day")
                    continue
                }
                #expect((0..<7).contains(day.firstDay - found.firstDay), "\(name)")
                // 1970-01-05 was a Monday.
                #expect((found.firstDay - 4) % 7 == number, "\(name)")
            }
        }
    }
}
