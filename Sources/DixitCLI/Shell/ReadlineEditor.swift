// GNU readline behind the line editor's protocol.

#if Readline

    import CReadline
    import Dixit
    import DixitFormats
    import Synchronization

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #elseif canImport(Darwin)
        import Darwin
    #endif

    /// Edits lines with GNU readline.
    ///
    /// It uses readline's callback interface and waits for keys itself, so that Ctrl-C is seen between two keys and nothing
    /// has to jump out of a signal handler.
    struct ReadlineEditor: LineEditor {
        var isTerminal: Bool { true }

        fileprivate struct State {
            var received: LineInput?
            var completer: LineCompleter?
        }

        /// What readline's callbacks, which are C functions, can reach.
        fileprivate static let state = Mutex(State())

        init() {
            setlocale(LC_CTYPE, "")
            // A reader without a locale types UTF-8 all the same.
            if String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
            dixit_readline_start()
            dixit_readline_bind_tab(completeAtCursor)
            using_history()
        }

        func readLine(prompt: String, prefill: String?, completer: @escaping LineCompleter) -> LineInput {
            Self.state.withLock { $0 = State(received: nil, completer: completer) }
            Interrupt.reset()
            rl_callback_handler_install(prompt, lineArrived)
            if let prefill, !prefill.isEmpty {
                rl_insert_text(prefill)
                rl_redisplay()
            }
            while true {
                if let input = Self.state.withLock({ $0.received }) { return input }
                if Interrupt.isRaised {
                    Interrupt.reset()
                    dixit_readline_clear()
                    rl_callback_handler_remove()
                    StandardError.write("\n")
                    return .interrupted
                }
                if Self.waitForKey() {
                    rl_callback_read_char()
                } else {
                    // Cleans up, then sends Ctrl-C on to our own handler, stops for Ctrl-Z, takes a new size of the window.
                    rl_check_signals()
                }
            }
        }

        func setHistory(_ entries: [String]) {
            clear_history()
            for entry in entries { add_history(entry) }
        }

        /// False when a signal came first, which readline has noted. The signals are let in only while waiting, so that none
        /// comes unseen just before.
        private static func waitForKey() -> Bool {
            var caught = sigset_t()
            var before = sigset_t()
            sigemptyset(&caught)
            for signal in [SIGINT, SIGTSTP, SIGWINCH, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&caught, signal) }
            pthread_sigmask(SIG_BLOCK, &caught, &before)
            defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
            if Interrupt.isRaised || rl_pending_signal() != 0 { return false }
            return dixit_wait_for_key(STDIN_FILENO, &before) > 0
        }
    }

    /// Enter, or Ctrl-D on an empty line.
    private func lineArrived(_ line: UnsafeMutablePointer<CChar>?) {
        rl_callback_handler_remove()
        guard let line else {
            StandardError.write("\n")
            ReadlineEditor.state.withLock { $0.received = .end }
            return
        }
        let text = String(cString: line)
        free(line)
        ReadlineEditor.state.withLock { $0.received = .line(text) }
    }

    /// Tab: writes what all candidates have in common, or shows them.
    ///
    /// Readline's own completion takes words apart by characters, which cannot know that in `speaker = « El K` the word is
    /// `El K`. The engine says what is to be replaced.
    private func completeAtCursor(_ count: Int32, _ key: Int32) -> Int32 {
        let line = String(cString: dixit_readline_line())
        let cursor = Int(dixit_readline_point())
        guard let completer = ReadlineEditor.state.withLock({ $0.completer }) else { return 0 }
        let completions = completer(line, cursor)
        guard let menu = CompletionMenu(completions, line: line, cursor: cursor) else {
            rl_ding()
            return 0
        }
        if let insertion = menu.insertion {
            dixit_readline_replace(Int32(insertion.range.lowerBound), Int32(insertion.range.upperBound), insertion.text)
        } else {
            show(menu.items)
        }
        return 0
    }

    private func show(_ items: [String]) {
        var matches: [UnsafeMutablePointer<CChar>?] = [strdup("")]
        for item in items { matches.append(strdup(item)) }
        matches.append(nil)
        let widest = items.map { DisplayText.columns(of: $0) }.max() ?? 0
        dixit_readline_show_menu(&matches, Int32(items.count), Int32(widest))
        for match in matches { free(match) }
    }

#endif
