// Writes a tree in its canonical form.

/// The canonical printer.
package enum Formatter {
    /// A text between straight quotation marks, those inside doubled: `"il a dit ""non"""`.
    package static func quoted(_ text: String) -> String {
        var result = "\""
        for character in text.unicodeScalars {
            if character == "\"" { result += "\"" }
            result.unicodeScalars.append(character)
        }
        return result + "\""
    }
}
