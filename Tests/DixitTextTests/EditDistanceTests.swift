// Edit distance, against the plain full-table computation.

import DixitText
import Testing

@Test(arguments: [
    ("speeker", "speaker", 1), ("statments", "statements", 1), ("recieve", "receive", 1), ("ca", "abc", 3),
    ("", "abc", 3), ("same", "same", 0), ("khalfi", "kalfi", 1),
])
func measuresDistance(left: String, right: String, expected: Int) {
    #expect(editDistance(left, right, atMost: 5) == expected)
    #expect(editDistance(right, left, atMost: expected) == expected)
    #expect(editDistance(left, right, atMost: expected - 1) == nil)
}

@Test func agreesWithTheFullTable() {
    var state: UInt64 = 7
    func draw(_ count: UInt64) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % count)
    }
    for _ in 0..<2_000 {
        let left = String((0..<draw(9)).map { _ in Character(["a", "b", "c"][draw(3)]) })
        let right = String((0..<draw(9)).map { _ in Character(["a", "b", "c"][draw(3)]) })
        let exact = fullDistance(Array(left), Array(right))
        for limit in 0...4 {
            #expect(editDistance(left, right, atMost: limit) == (exact <= limit ? exact : nil))
        }
    }
}

private func fullDistance(_ left: [Character], _ right: [Character]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in 0...left.count {
        for column in 0...right.count {
            guard row > 0, column > 0 else {
                table[row][column] = row + column
                continue
            }
            var cost = table[row - 1][column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
            cost = min(cost, table[row - 1][column] + 1, table[row][column - 1] + 1)
            if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                cost = min(cost, table[row - 2][column - 2] + 1)
            }
            table[row][column] = cost
        }
    }
    return table[left.count][right.count]
}
