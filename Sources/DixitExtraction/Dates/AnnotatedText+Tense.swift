// What the verb near a date says of it: «se tiendra samedi», «s'est tenue samedi», «prévue samedi».

extension AnnotatedText {
    /// A verb further from a date than so many chunks says nothing of it.
    private static var furthestVerb: Int { 8 }

    /// The tense of the clause around a token, from the nearest finite verb before it, else after it.
    package func tense(around token: Int, in sentence: Range<Int>) -> Tense {
        let here = chunkIndex(at: token, in: sentence)
        for index in stride(from: here, through: max(sentence.lowerBound, here - Self.furthestVerb), by: -1) {
            let chunk = chunks[index]
            if chunk.kind == .verb { return tense(of: chunk) }
            if chunk.kind == .participle, announces(chunk) { return .future }
            if chunk.kind == .semicolon || chunk.kind == .stop, index < here { break }
        }
        for index in stride(from: here + 1, to: min(sentence.upperBound, here + Self.furthestVerb), by: 1) {
            let chunk = chunks[index]
            if chunk.kind == .verb { return tense(of: chunk) }
            if chunk.kind == .participle, announces(chunk) { return .future }
            if chunk.kind == .semicolon || chunk.kind == .stop { break }
        }
        return .open
    }

    /// «prévue», «programmé», «attendu»
    private func announces(_ chunk: Chunk) -> Bool {
        chunk.verb >= 0 && ["prévoir", "programmer", "attendre"].contains(lexicon.verbs[Int(chunk.verb)].lemma)
    }

    /// The tense of a verb chunk: «signera», «doit signer», «va signer» look ahead; «a signé», «signait» look back.
    func tense(of chunk: Chunk) -> Tense {
        if chunk.has(.unrealised) { return .future }
        if announces(chunk), chunk.has(.passive) { return .future }
        for index in chunk.tokens {
            let token = tokens[index]
            if token.has([.auxiliaryHave, .auxiliaryBe]), token.has(.present), chunk.has(.compound) { return .past }
            if token.has(.future), !token.has([.present, .historic]) { return .future }
            if token.has(.conditional), !token.has(.imperfect) { return .open }
            if token.has([.imperfect, .historic]), !token.has([.present, .future]) { return .past }
        }
        return chunk.has(.compound) ? .past : .open
    }

    /// The chunk that holds a token, or the one before it; by halving.
    func chunkIndex(at token: Int, in sentence: Range<Int>) -> Int {
        var low = sentence.lowerBound
        var high = sentence.upperBound
        while low < high {
            let middle = (low + high) / 2
            if Int(chunks[middle].start) <= token { low = middle + 1 } else { high = middle }
        }
        return max(sentence.lowerBound, low - 1)
    }
}
