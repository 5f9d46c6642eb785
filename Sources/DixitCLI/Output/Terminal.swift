// What the program is connected to: terminals, their width, the reader's language.

import Dixit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The screen and the environment.
enum Terminal {
    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// The columns of the screen: of the terminal itself, else of `COLUMNS`, else 80.
    static func width(of descriptor: Int32 = STDOUT_FILENO) -> Int {
        var size = winsize()
        if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return columns ?? 80
    }

    /// The lines of the screen: of the terminal itself, else of `LINES`, else 24.
    static var height: Int {
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 { return Int(size.ws_row) }
        return environment("LINES").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 24
    }

    /// `COLUMNS`, with which also a table that goes to a file is fitted.
    static var columns: Int? { environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? min($0, 10_000) : nil } }

    static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// `LC_ALL`, `LC_MESSAGES`, `LANG`: the first that is set, as the system reads them.
    static var language: Language {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment($0) }.first ?? ""
        return locale.hasPrefix("fr") ? .french : .english
    }

    /// The language of help: what the command line says (`--lang fr`), else that of the system.
    ///
    /// The texts of options are made before any option is read, so the arguments are looked through.
    static let helpLanguage: Language = {
        let arguments = CommandLine.arguments
        let named = arguments.indices.lazy.compactMap { index -> String? in
            if arguments[index].hasPrefix("--lang=") { return String(arguments[index].dropFirst(7)) }
            return arguments[index] == "--lang" && index + 1 < arguments.count ? arguments[index + 1] : nil
        }
        return named.first.flatMap(Language.init(rawValue:)) ?? language
    }()

    /// Whether the terminal can do nothing but print.
    static var isDumb: Bool { environment("TERM").map { $0 == "dumb" } ?? true }

    /// The calendar's day, for `today`.
    static var today: CalendarDate? {
        var now = time(nil)
        var parts = tm()
        guard localtime_r(&now, &parts) != nil else { return nil }
        return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    }
}

/// When to use colours.
enum ColourChoice: String, CaseIterable, Sendable {
    case auto
    case always
    case never

    /// `NO_COLOR` (no-color.org) and `TERM=dumb` turn `auto` off.
    func isOn(for descriptor: Int32) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto:
            Terminal.isTerminal(descriptor) && Terminal.environment("NO_COLOR") == nil && !Terminal.isDumb
        }
    }
}
