// A program of somebody else's.

import Dixit

let corpus = Corpus(documents: [
    Document(id: "a1", text: "La ministre, Claire Fontaine, a annoncé que le budget augmentera.")
])
let query = Query.find(.statements).where { $0.speaker == "Fontaine" && $0.text.contains("budget") }
let answer = try corpus.answer(to: query)
for row in answer.rows {
    print("\(answer.count) statement by \(row["speaker"] ?? .missing): \(row["text"] ?? .missing)")
}

#if WRONG_FIELD
    _ = Query.find(.statements).where { $0.speeker == "Fontaine" }
#endif
