// From what a file has to the document that goes into a corpus.

import Dixit

/// Makes documents of what is found in files: gives them ids and reads their dates.
struct DocumentMaker {
    /// The file that documents come from.
    struct Origin {
        /// As it is shown; nil for standard input.
        let path: String?
        /// What a document is called that is the whole file.
        let id: String?
        let isOneDocument: Bool
    }

    /// `Document`, and a date that could not be read.
    static func document(_ found: FoundDocument, from origin: Origin) -> (Document, wrongDate: String?) {
        let date = found.date.map { CalendarDate(stamp: $0) }
        let document = Document(
            id: found.id ?? (origin.isOneDocument ? origin.id : nil) ?? contentID(of: found), text: found.text,
            title: found.title, date: date ?? nil, outlet: found.outlet, url: found.url,
            path: origin.path.map { path(of: found.place, in: $0) })
        return (document, date == .some(nil) ? found.date : nil)
    }

    /// `news.jsonl:12`, `news.json#3`; the file where the document is all of it.
    static func path(of place: FoundDocument.Place, in file: String) -> String {
        switch place {
        case .file: file
        case .line(let line): "\(file):\(line)"
        case .entry(let entry): "\(file)#\(entry)"
        }
    }

    /// What a document is called that has no name: by its address, or by its text where it has none.
    ///
    /// So it is called the same in a file, in a part of it and on standard input. FNV-1a with 64 bits (Fowler, Noll and Vo, 1991) of the
    /// UTF-8, in hexadecimal: `d-cbf29ce484222325`.
    static func contentID(of found: FoundDocument) -> String {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        var content = found.url ?? found.text
        content.withUTF8 { bytes in
            for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        }
        let digits = String(sum, radix: 16)
        return "d-" + String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension CalendarDate {
    /// Reads a date as files and feeds have it, with a time of day or without: `2016-05-12T10:00:00Z`, `Thu, 12 May 2016 10:00:00 GMT`,
    /// `12 mai 2016 à 10h`; nil for what is no date, or may be two.
    init?(stamp: String) {
        let stamp = stamp.trimmingPrefix { $0.isWhitespace }
        // What has the order of ISO 8601 needs no more than its beginning: `2016-05-12`, `20160512`, `2016/05/12`.
        let start = stamp.prefix { $0.isASCII && ($0.isNumber || $0 == "-" || $0 == "/") }
        let next = stamp.dropFirst(start.count).first
        let parts = start.split(whereSeparator: { $0 == "-" || $0 == "/" })
        if next == nil || next == "T" || next?.isWhitespace == true, let year = parts.first {
            let isCompact = parts.count == 1 && year.count == 8
            let written =
                isCompact
                ? "\(year.prefix(4))-\(year.dropFirst(4).prefix(2))-\(year.suffix(2))" : parts.joined(separator: "-")
            if let date = CalendarDate(written), isCompact || next == nil || parts.count == 3 {
                self = date
                return
            }
        }
        // The time of day begins where a colon or an «à» is; what stands before it is the date.
        let words = stamp.split { $0.isWhitespace || $0 == "," }
        let day = words.prefix { !$0.contains(":") && $0 != "à" && $0 != "at" && $0 != "-" }
        let named = day.first.map { Self.weekdays.contains($0.lowercased()) } == true ? day.dropFirst() : day
        guard let date = CalendarDate(written: named.joined(separator: " ")) else { return nil }
        self = date
    }

    private static let weekdays: Set<String> = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.",
    ]
}
