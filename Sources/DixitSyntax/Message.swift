// Every message that a query can cause, with its stable code. One case a message; the wording is in the catalogues.

/// A language that messages are written in.
package enum MessageLanguage: String, Hashable, Sendable, CaseIterable {
    case english = "en"
    case french = "fr"
}

package enum Message: Hashable, Sendable {
    /// `find statments`
    case unknownSet(String, suggestion: String?, known: [String])

    /// `E300`; never changes.
    package var code: String {
        switch self {
        case .unknownSet: "E300"
        }
    }
}
