// What a reader can change about the prompt: `.set KEY VALUE`.

import Dixit
import DixitFormats

/// Something that has a value for the session.
enum Setting: String, CaseIterable, Sendable {
    case color
    case context
    case echo
    case explain
    case lang
    case limit
    case mode
    case page
    case pager
    case prefill
    case timeout
    case timer
    case width

    /// How its values are written.
    var usage: String {
        switch self {
        case .color: "auto|on|off"
        case .context: "auto|N"
        case .echo, .explain, .prefill, .timer: "on|off"
        case .lang: "en|fr"
        case .limit: "off|N"
        case .mode: (["auto"] + AnswerFormat.allCases.map(\.rawValue)).joined(separator: "|")
        case .page: "off|N"
        case .pager: "auto|on|off|CMD"
        case .timeout: "off|10s"
        case .width: "auto|N"
        }
    }

    /// The same for a list of commands, which has no room for all forms.
    var briefUsage: String { self == .mode ? "FORMAT" : usage }

    /// The values that are words.
    var values: [String] { usage.split(separator: "|").map(String.init).filter { $0.first?.isLowercase == true } }
}

/// When a long answer is shown by another program, which can turn pages.
enum PagerChoice: Hashable, Sendable {
    /// Where it is longer than the screen.
    case auto
    case on
    case off
    case command(String)

    init(_ text: String) {
        switch text {
        case "auto": self = .auto
        case "on": self = .on
        case "off": self = .off
        default: self = .command(text)
        }
    }

    var text: String {
        switch self {
        case .auto: "auto"
        case .on: "on"
        case .off: "off"
        case .command(let command): command
        }
    }
}

extension Interpreter {
    /// The value of a setting as it would be written.
    func text(of setting: Setting) -> String {
        func word(_ isOn: Bool) -> String { isOn ? "on" : "off" }
        switch setting {
        case .color:
            return switch presentation.color {
            case .auto: "auto"
            case .always: "on"
            case .never: "off"
            }
        case .context: return presentation.context.map(String.init) ?? "auto"
        case .echo: return word(echoes)
        case .explain: return word(explains)
        case .lang: return reporter.language.rawValue
        case .limit: return session.defaultLimit.map(String.init) ?? "off"
        case .mode: return presentation.requested?.rawValue ?? "auto"
        case .page: return presentation.page.map(String.init) ?? "off"
        case .pager: return presentation.pager.text
        case .prefill: return word(prefills)
        case .timeout: return timeout.map { AnswerLine.written($0, .english).replacing(" ", with: "") } ?? "off"
        case .timer: return word(showsAnswerLine)
        case .width: return presentation.width.map(String.init) ?? "auto"
        }
    }

    /// Columns that a reader may ask for; every line may be as long.
    private static let widest = 10_000

    /// Changes a setting; false for a value that it cannot have.
    mutating func change(_ setting: Setting, to text: String) -> Bool {
        switch setting {
        case .color:
            guard let choice = ColourChoice(setting: text) else { return false }
            presentation.color = choice
            reporter.isColoured = choice.isOn(for: 2)
            return true
        case .context: return change(\.presentation.context, to: text, "auto", most: Self.widest)
        case .echo: return change(\.echoes, to: text)
        case .explain: return change(\.explains, to: text)
        case .lang:
            guard let language = Language(rawValue: text) else { return false }
            reporter.language = language
            presentation.language = language
            return true
        case .limit: return change(\.session.defaultLimit, to: text, "off", least: 0)
        case .mode:
            guard let choice = FormatChoice(rawValue: text) else { return false }
            presentation.requested = choice.format
            return true
        case .page: return change(\.presentation.page, to: text, "off")
        case .pager:
            // A command would be a program that a script starts.
            if isSafe, case .command = PagerChoice(text) { return false }
            presentation.pager = PagerChoice(text)
            return true
        case .prefill: return change(\.prefills, to: text)
        case .timeout:
            if text == "off" {
                timeout = nil
                return true
            }
            guard let time = Duration(written: text) else { return false }
            timeout = time
            return true
        case .timer: return change(\.showsAnswerLine, to: text)
        case .width: return change(\.presentation.width, to: text, "auto", most: Self.widest)
        }
    }

    private mutating func change(_ path: WritableKeyPath<Interpreter, Bool>, to text: String) -> Bool {
        guard text == "on" || text == "off" else { return false }
        self[keyPath: path] = text == "on"
        return true
    }

    /// A whole number, or the word that stands for none.
    private mutating func change(
        _ path: WritableKeyPath<Interpreter, Int?>, to text: String, _ none: String, least: Int = 1,
        most: Int = 1_000_000_000
    ) -> Bool {
        if text == none {
            self[keyPath: path] = nil
            return true
        }
        guard let number = Int(text), (least...most).contains(number) else { return false }
        self[keyPath: path] = number
        return true
    }
}

extension ColourChoice {
    /// `on` and `off` as at the prompt, `always` and `never` as on the command line.
    fileprivate init?(setting text: String) {
        switch text {
        case "on": self = .always
        case "off": self = .never
        default: self.init(rawValue: text)
        }
    }
}
