// The languages that messages are written in.

package import DixitSyntax

/// A language of messages, read-back sentences and documentation; queries read the same in each.
///
/// ```swift
/// print(error.message(in: .french))
/// ```
public enum Language: String, Hashable, Sendable, CaseIterable {
    /// English.
    case english = "en"
    /// French.
    case french = "fr"

    package var messages: MessageLanguage {
        switch self {
        case .english: .english
        case .french: .french
        }
    }
}
