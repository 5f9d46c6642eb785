// How many slips of the keyboard lie between two words, up to a bound.

/// The number of insertions, deletions, changes and swaps of neighbours between two texts, or nil where it exceeds `limit`.
///
/// “speeker” and “speaker” are 1 apart, “recieve” and “receive” 1 as well. Letters are Unicode scalars; fold both texts
/// first to be deaf to case and accents.
///
/// Source: optimal string alignment (Damerau–Levenshtein in which no part is edited twice), computed in a band of
/// `2 × limit + 1` columns.
///
/// - Complexity: O(length × limit).
package func editDistance(_ left: String, _ right: String, atMost limit: Int) -> Int? {
    let left = Array(left.unicodeScalars)
    let right = Array(right.unicodeScalars)
    guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    let beyond = limit + 1
    var beforeLast = [Int](repeating: beyond, count: right.count + 1)
    var last = (0...right.count).map { min($0, beyond) }
    var current = [Int](repeating: beyond, count: right.count + 1)
    for row in 1...left.count {
        let columns = max(1, row - limit)...min(right.count, row + limit)
        current[columns.lowerBound - 1] = columns.lowerBound == 1 ? min(row, beyond) : beyond
        var best = current[columns.lowerBound - 1]
        for column in columns {
            let same = left[row - 1] == right[column - 1]
            var cost = last[column - 1] + (same ? 0 : 1)
            cost = min(cost, last[column] + 1, current[column - 1] + 1)
            if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                cost = min(cost, beforeLast[column - 2] + 1)
            }
            current[column] = min(cost, beyond)
            best = min(best, current[column])
        }
        if columns.upperBound < right.count { current[columns.upperBound + 1] = beyond }
        if best > limit { return nil }
        (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count] <= limit ? last[right.count] : nil
}
