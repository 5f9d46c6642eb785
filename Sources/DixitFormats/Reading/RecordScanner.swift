// Lines of JSON as the values of rows, by a parser that tells what it meets.

import CYajl
import Dixit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads the lines that are what lines of records mostly are: one object of plain fields. Everything else, from a mistake to a
/// letter written as `\u00e9`, is left to a decoder that knows all of JSON, and that says what is wrong.
///
/// Nothing is built but the values themselves, so that this takes a quarter of the time.
final class RecordScanner {
    /// Where the parser finds whom to tell: it keeps the places.
    private let callbacks: UnsafeMutablePointer<yajl_callbacks>
    private let line: UnsafeMutablePointer<ScannedLine>
    private var handle: yajl_handle?

    init(_ plan: RecordPlan) {
        callbacks = .allocate(capacity: 1)
        callbacks.initialize(to: ScannedLine.callbacks)
        line = .allocate(capacity: 1)
        line.initialize(to: ScannedLine(plan))
    }

    deinit {
        if let handle { yajl_free(handle) }
        callbacks.deallocate()
        line.deinitialize(count: 1)
        line.deallocate()
    }

    /// The values of the line that was read last, in the order of the plan.
    var row: RecordRow { line.pointee.row }

    /// Reads a line; false where it is another one than those this reads.
    func read(_ text: UnsafeRawBufferPointer) -> Bool {
        if Self.hasEscapedScalar(text) { return false }
        line.pointee.clear()
        if handle == nil { start() }
        guard let handle, let bytes = text.bindMemory(to: UInt8.self).baseAddress else { return false }
        // A number or a word behind the object would go on with the next line.
        guard yajl_parse(handle, bytes, text.count) == yajl_status_ok,
            yajl_parse(handle, Self.lineEnd, 1) == yajl_status_ok, line.pointee.isOneObject
        else {
            yajl_free(handle)
            self.handle = nil
            return false
        }
        return true
    }

    private static let lineEnd: [UInt8] = [0x0A]

    /// One parser for all lines, each a value of its own.
    private func start() {
        handle = yajl_alloc(callbacks, nil, line)
        if let handle { _ = dixit_yajl_allow_many_values(handle) }
    }

    /// `\u` anywhere: half of a pair of them means nothing.
    private static func hasEscapedScalar(_ line: UnsafeRawBufferPointer) -> Bool {
        guard let base = line.baseAddress else { return false }
        var place = 0
        while place < line.count, let found = memchr(base + place, 0x5C, line.count - place) {
            let next = UnsafeRawPointer(found) - base + 1
            if next < line.count, line[next] == UInt8(ascii: "u") { return true }
            place = next + 1
        }
        return false
    }
}

/// A line while it is read: what the parser tells, and the values that come of it.
private struct ScannedLine {
    private let keys: [[UInt8]]
    private let forms: [RecordProblem.Form]
    private let ignored: Set<[UInt8]>
    private(set) var row: RecordRow
    /// Which fields there were, with a value or `null`.
    private var isKnown: [Bool]
    /// The field whose value comes next; nil for one that is left out.
    private var field: Int?
    /// The place in the plan of the field after the last one: mostly the next.
    private var expected = 0
    private var isInList = false
    private var depth = 0
    private var objects = 0

    init(_ plan: RecordPlan) {
        keys = plan.fields.map { Array($0.key.stringValue.utf8) }
        forms = plan.fields.map(\.form)
        ignored = Set(plan.ignored.map { Array($0.utf8) })
        isKnown = [Bool](repeating: false, count: keys.count)
        row = RecordRow(count: keys.count)
    }

    mutating func clear() {
        row.clear()
        for field in isKnown.indices { isKnown[field] = false }
        (field, expected, isInList, depth, objects) = (nil, 0, false, 0, 0)
    }

    var isOneObject: Bool { depth == 0 && objects == 1 }

    // MARK: What the parser tells: false stops it

    fileprivate mutating func startObject() -> Bool {
        depth += 1
        if depth == 1 { objects += 1 }
        // What is in an object in a field that is left out, is left out.
        return depth == 1 || field == nil && !isInList && objects == 1
    }

    fileprivate mutating func key(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if depth > 1 { return true }
        field = nil
        if expected < keys.count, Self.areSame(keys[expected], bytes) {
            field = expected
        } else {
            field = keys.firstIndex { Self.areSame($0, bytes) }
        }
        guard let field else { return ignored.contains(Array(bytes)) }
        // Of two of one name a decoder knows which counts.
        if isKnown[field] { return false }
        isKnown[field] = true
        expected = field + 1
        return true
    }

    private static func areSame(_ key: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard key.count == bytes.count, let start = bytes.baseAddress else { return key.isEmpty && bytes.isEmpty }
        return memcmp(key, start, key.count) == 0
    }

    fileprivate mutating func end() -> Bool {
        depth -= 1
        return true
    }

    fileprivate mutating func startList() -> Bool {
        depth += 1
        if depth == 1 { return false }
        guard depth == 2, let field else { return self.field == nil }
        guard forms[field] == .texts || forms[field] == .numbers else { return false }
        row.startList(at: field)
        isInList = true
        return true
    }

    fileprivate mutating func endList() -> Bool {
        depth -= 1
        if depth == 1 { isInList = false }
        return true
    }

    fileprivate mutating func null() -> Bool { depth > 0 && !isInList }

    fileprivate mutating func boolean(_ value: Bool) -> Bool {
        guard depth > 0, let field else { return depth > 0 }
        guard !isInList, forms[field] == .boolean else { return false }
        row.set(boolean: value, at: field)
        return true
    }

    fileprivate mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard depth > 0, let field else { return depth > 0 }
        guard Self.isText(bytes) else { return false }
        switch forms[field] {
        case .text where !isInList, .date where !isInList: row.set(text: bytes, at: field)
        case .texts: if isInList { row.append(text: bytes, at: field) } else { row.set(text: bytes, at: field) }
        case .text, .date, .number, .numbers, .boolean: return false
        }
        return true
    }

    /// Whether bytes are UTF-8: the parser lets some pass that are none.
    private static func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return true
        } catch {
            return false
        }
    }

    /// Whole numbers of up to fifteen digits are read here, all others by the standard library.
    fileprivate mutating func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard depth > 0, let field else { return depth > 0 }
        let form = forms[field]
        let whole = Self.wholeNumber(bytes)
        if form == .date, !isInList, let whole {
            row.set(integer: whole, at: field)
            return true
        }
        let isMinus = bytes.first == UInt8(ascii: "-")
        let value = whole.map { isMinus ? -Double(-$0) : Double($0) } ?? Double(String(decoding: bytes, as: UTF8.self))
        guard let value, value.isFinite else { return false }
        switch form {
        case .number where !isInList: row.set(number: value, at: field)
        case .numbers: if isInList { row.append(number: value, at: field) } else { row.set(number: value, at: field) }
        case .number, .text, .texts, .date, .boolean: return false
        }
        return true
    }

    private static func wholeNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let isMinus = bytes.first == UInt8(ascii: "-")
        let digits = bytes.dropFirst(isMinus ? 1 : 0)
        guard (1...15).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let size = digits.reduce(0) { 10 * $0 + Int($1 - 0x30) }
        return isMinus ? -size : size
    }
}

// MARK: - Callbacks

extension ScannedLine {
    /// As C functions, which can take nothing along.
    fileprivate static let callbacks = yajl_callbacks(
        yajl_null: { tell($0) { $0.null() } },
        yajl_boolean: { context, value in tell(context) { $0.boolean(value != 0) } },
        yajl_integer: nil,
        yajl_double: nil,
        yajl_number: { context, bytes, count in
            bytes?.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
                tell(context) { $0.number(UnsafeBufferPointer(start: bytes, count: count)) }
            } ?? 0
        },
        yajl_string: { context, bytes, count in
            tell(context) { $0.text(UnsafeBufferPointer(start: bytes, count: count)) }
        },
        yajl_start_map: { tell($0) { $0.startObject() } },
        yajl_map_key: { context, bytes, count in
            tell(context) { $0.key(UnsafeBufferPointer(start: bytes, count: count)) }
        },
        yajl_end_map: { tell($0) { $0.end() } },
        yajl_start_array: { tell($0) { $0.startList() } },
        yajl_end_array: { tell($0) { $0.endList() } })
}

/// 0 stops the parser.
private func tell(_ context: UnsafeMutableRawPointer?, _ what: (inout ScannedLine) -> Bool) -> Int32 {
    guard let context else { return 0 }
    return what(&context.assumingMemoryBound(to: ScannedLine.self).pointee) ? 1 : 0
}
