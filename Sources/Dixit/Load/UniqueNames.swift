// Ids that no two things share.

/// Hands out names, with a number where a name was handed out before: `casablanca`, `casablanca-2`.
struct UniqueNames {
    private let separator: String
    /// Names that others have by right, which a number must not make: with a document `a~2`, a second `a` is `a~3`.
    private let reserved: Set<String>
    private var taken: Set<String> = []
    private var counts: [String: Int] = [:]

    init(separator: String, reserved: Set<String> = []) {
        self.separator = separator
        self.reserved = reserved
    }

    /// - Complexity: O(length) on average, however many ask for one name.
    mutating func unique(_ name: String) -> String {
        var count = counts[name, default: 0] + 1
        var candidate = name
        if count > 1 || taken.contains(name) {
            count = max(count, 2)
            candidate = name + separator + String(count)
            while taken.contains(candidate) || reserved.contains(candidate) {
                count += 1
                candidate = name + separator + String(count)
            }
        }
        counts[name] = count
        taken.insert(candidate)
        return candidate
    }
}
