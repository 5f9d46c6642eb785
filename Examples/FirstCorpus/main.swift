// A corpus of two articles, a question with a bound value, and rows decoded into a type of one's own.

import Dixit

struct Quote: Decodable {
    let speaker: String?
    let text: String
    let date: CalendarDate?
}

let corpus = Corpus(documents: [
    Document(
        id: "budget",
        text: "La ministre des Finances, Claire Fontaine, a annoncé que le budget de la culture augmenterait de 3 %.",
        date: CalendarDate("2024-03-05")
    ),
    Document(
        id: "musées",
        text:
            "« Les musées resteront gratuits », a déclaré Claire Fontaine. Selon Paul Mercier, la mesure coûte trop cher.",
        date: CalendarDate("2024-03-07")
    ),
])

// An interpolated value is bound, never spliced: it may hold quotation marks, or a whole query.
let name = "Fontaine"
let answer = try corpus.answer(to: "find statements where speaker = \(name) show speaker, text, date")

print("\(answer.count) statements")
for row in answer.rows {
    let quote = try row.decode(Quote.self)
    print("\(quote.date?.description ?? "?")  \(quote.speaker ?? "?"): \(quote.text)")
}
