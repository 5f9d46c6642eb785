// Conditions or texts joined by `and` or by `or`, while they are read.

/// A place where two members of a chain are joined.
struct Joint {
    var keyword: Keyword
    var place: SourceRange
    /// The end of the member before the keyword.
    var leftEnd: Int
    /// Where the member after the keyword starts.
    var rightStart: Int
}

/// The members of a chain, and the words between them.
struct Chain<Node> {
    private(set) var nodes: [Node]
    var joints: [Joint] = []

    init(first: Node) { nodes = [first] }

    mutating func append(_ node: Node, joint: Joint) {
        nodes.append(node)
        joints.append(joint)
    }

    /// The one member, or all of them under the first keyword; a mixture is grouped so that `and` binds tighter.
    func joined(and: ([Node]) -> Node, or: ([Node]) -> Node) -> Node {
        guard let first = joints.first else { return nodes[0] }
        if !joints.isMixed { return first.keyword == .and ? and(nodes) : or(nodes) }
        var groups: [[Node]] = [[nodes[0]]]
        for (joint, node) in zip(joints, nodes.dropFirst()) {
            if joint.keyword == .and {
                groups[groups.count - 1].append(node)
            } else {
                groups.append([node])
            }
        }
        return or(groups.map { $0.count == 1 ? $0[0] : and($0) })
    }
}

extension [Joint] {
    var isMixed: Bool { contains { $0.keyword != first?.keyword } }
}

extension Parser {
    /// Takes the `and` or `or` that stands here.
    mutating func takeJoint(_ keyword: Keyword) -> Joint {
        let place = current.range
        let leftEnd = lastEnd
        advance()
        return Joint(keyword: keyword, place: place, leftEnd: leftEnd, rightStart: current.range.start)
    }

    /// Input: `a = "x" and b = "y" or c = "z"`: one error with both readings as fixes.
    mutating func reportMixture(_ joints: [Joint], from start: Int) {
        guard joints.isMixed, !isRecovering, let first = joints.first,
            let second = joints.first(where: { $0.keyword != first.keyword })
        else { return }
        let whole = range(from: start)
        let fixes: [Diagnostic.Fix] =
            whole.end - whole.start > 4_000
            ? []
            : [Keyword.and, .or].map { tighter in
                Diagnostic.Fix(range: whole, text: grouped(joints, by: tighter, in: whole), confidence: 0.5)
            }
        reportAndGoOn(
            Diagnostic(
                .mixedAndOr, at: second.place, labels: [.init(range: first.place, message: nil)], fixes: fixes))
    }

    /// The chain with parentheses around the runs of one keyword.
    private func grouped(_ joints: [Joint], by tighter: Keyword, in whole: SourceRange) -> String {
        var text = ""
        var place = whole.start
        var isOpen = false
        for joint in joints {
            let opens = joint.keyword == tighter && !isOpen
            if opens { text += "(" }
            text += source.text(SourceRange(place, joint.leftEnd))
            if joint.keyword != tighter, isOpen { text += ")" }
            isOpen = joint.keyword == tighter
            text += source.text(SourceRange(joint.leftEnd, joint.rightStart))
            place = joint.rightStart
        }
        return text + source.text(SourceRange(place, whole.end)) + (isOpen ? ")" : "")
    }
}
