// The eleven questions, in the language, and what their answers are read into.
//
// swift-format-ignore-file: AlwaysUseLowerCamelCase, the names are keys of a JSON file.

import Dixit

/// What the generator wrote about the data: the parameters of the questions.
struct Parameters: Decodable {
    let q1_speakers: [Int]
    let q2_speakers: [Int]
    let q2_from: String
    let q2_to: String
    let phrase: [String]
    let q4_term: String
    let q4_role: String
    let q6_prefix: String
    let q7: [String]
    let q7b: [String]
    let q8_place: String
    let q9: String
    let q10_term: String
}

/// A question with the values that it is asked with in turn, and how a program reads its answer.
struct Question {
    let name: String
    let text: String
    let parameters: [[String: Parameter]]
    let read: (Answer) -> Result
    /// Another way to read it: texts where they lie, as the C peer reads them, and not as strings.
    var readInPlace: ((Answer) -> Int)?
}

/// An answer in the values of the program that asked.
enum Result {
    case number(Int)
    case ids([Int])
    case texts([(id: Int, text: String)])
    case groups([(key: Key, count: Int)])

    enum Key {
        case id(Int)
        case month(CalendarDate)
    }
}

extension Question {
    static func all(_ parameters: Parameters) -> [Question] {
        let p = parameters
        func text(_ text: String) -> Parameter { .text(text) }
        return [
            Question(
                name: "q1", text: "find statements where speaker.id = $p show id, text",
                parameters: p.q1_speakers.map { ["p": .integer($0)] }, read: texts, readInPlace: sumOfTexts),
            Question(
                name: "q2",
                text:
                    "find statements where speaker.id = $p and date between $a and $b sort by date desc, id desc limit 10",
                parameters: p.q2_speakers.map { id in
                    ["p": .integer(id), "a": date(p.q2_from), "b": date(p.q2_to)]
                }, read: ids),
            Question(
                name: "q3", text: "count statements where text contains $phrase",
                parameters: [["phrase": text(p.phrase.joined(separator: " "))]], read: number),
            Question(
                name: "q4", text: "count statements where text contains $word and speaker.role contains $role",
                parameters: [["word": text(p.q4_term), "role": text(p.q4_role)]], read: number),
            Question(name: "q5", text: "count statements by speaker limit 20", parameters: [[:]], read: groups),
            Question(
                name: "q6", text: "count statements where text contains \"\(p.q6_prefix)*\"", parameters: [[:]],
                read: number),
            ranked("q7", p.q7),
            ranked("q7b", p.q7b),
            Question(
                name: "q8", text: "count distinct speaker in statements where event.place = $place",
                parameters: [["place": text(p.q8_place)]], read: number),
            Question(
                name: "q9", text: "find people where name contains $name", parameters: [["name": text(p.q9)]], read: ids
            ),
            Question(
                name: "q10", text: "count statements where text contains $word by date.month",
                parameters: [["word": text(p.q10_term)]], read: groups),
        ]
    }

    private static func ranked(_ name: String, _ words: [String]) -> Question {
        Question(
            name: name, text: "find statements where text contains $a and text contains $b sort by relevance limit 10",
            parameters: [["a": .text(words[0]), "b": .text(words[1])]], read: ids)
    }

    private static func date(_ text: String) -> Parameter { CalendarDate(text).map { .date($0) } ?? .text(text) }

    private static func number(_ answer: Answer) -> Result { .number(answer.count) }

    private static func ids(_ answer: Answer) -> Result { .ids(answer.rows.map { $0[0].integer }) }

    private static func texts(_ answer: Answer) -> Result {
        .texts(
            answer.rows.map { row in
                guard case .text(let text) = row[1] else { return (row[0].integer, "") }
                return (row[0].integer, text)
            })
    }

    /// Every 64th byte, which brings each line of memory in.
    private static func sumOfTexts(_ answer: Answer) -> Int {
        var sum = 0
        for row in answer.rows {
            sum &+= row[0].integer
            sum &+=
                row.withUTF8(inColumn: 1) { text in
                    var sum = 0
                    for place in stride(from: 0, to: text.count, by: 64) { sum &+= Int(text[place]) }
                    return sum
                } ?? 0
        }
        return sum
    }

    private static func groups(_ answer: Answer) -> Result {
        .groups(
            answer.rows.map { row in
                switch row[0] {
                case .entity(let entity): (.id(Int(entity.id) ?? -1), row[1].integer)
                case .date(let month): (.month(month), row[1].integer)
                default: (.id(-1), row[1].integer)
                }
            })
    }
}

extension Dixit.Value {
    fileprivate var integer: Int { if case .integer(let number) = self { number } else { -1 } }
}
