// Whole numbers out of floating-point ones, without the C library's rounding.

extension Double {
    /// The number where it is whole and exact as a `Double`: 12 for 12.0, nil for 12.5 and for 1e300.
    var wholeNumber: Int? {
        guard self > -9_007_199_254_740_992, self < 9_007_199_254_740_992 else { return nil }
        let whole = Int(self)
        return Double(whole) == self ? whole : nil
    }
}
