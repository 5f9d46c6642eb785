// Times and sizes as they are written: `10s`, `2G`.

extension Duration {
    /// `10s`, `500ms`, `2m`, `1.5s`; nil for anything else.
    init?(written text: String) {
        let number = text.prefix { $0.isNumber || $0 == "." }
        let factor: Double? =
            switch text.dropFirst(number.count) {
            case "ms": 1
            case "s", "": 1000
            case "m", "min": 60_000
            default: nil
            }
        guard let factor, let amount = Double(number), amount > 0, amount * factor < 1e12 else { return nil }
        self = .milliseconds(Int64((amount * factor).rounded(.up)))
    }
}

extension Phrase {
    /// `40 s`, `3 min`, `2 h 05`
    static func written(seconds: Int) -> String {
        if seconds < 60 { return "\(seconds) s" }
        if seconds < 3600 { return "\((seconds + 59) / 60) min" }
        let minutes = seconds / 60 % 60
        return "\(seconds / 3600) h \(minutes < 10 ? "0" : "")\(minutes)"
    }
}

/// A number of bytes.
struct ByteCount {
    let bytes: Int

    /// `2G`, `500M`, `64k`, `1000`; nil for anything else. A thousand is 1024.
    init?(written text: String) {
        let number = text.prefix { $0.isNumber || $0 == "." }
        let power: Int? =
            switch text.dropFirst(number.count).uppercased() {
            case "", "B": 0
            case "K", "KB", "KIB": 1
            case "M", "MB", "MIB": 2
            case "G", "GB", "GIB": 3
            case "T", "TB", "TIB": 4
            default: nil
            }
        guard let power, let amount = Double(number), amount > 0 else { return nil }
        let bytes = (0..<power).reduce(amount) { bytes, _ in bytes * 1024 }
        guard bytes < 1e18 else { return nil }
        self.bytes = Int(bytes)
    }
}
