// Lines of JSON as the values of rows, by a parser that tells what it meets.

import CYajl
import Dixit

/// Reads the lines that are what lines of records mostly are: one object of plain fields. Everything else, from a mistake to a
/// letter written as `\u00e9`, is left to a decoder that knows all of JSON, and that says what is wrong.
///
/// Nothing is built but the values themselves, so that this takes a quarter of the time.
final class RecordScanner {
    private let plan: RecordPlan
    private let keys: [[UInt8]]
    private let ignored: Set<[UInt8]>
    /// Where the parser finds whom to tell: it keeps the place.
    private let callbacks: UnsafeMutablePointer<yajl_callbacks>
    private var handle: yajl_handle?

    // The line that is being read.
    private var values: [Parameter?] = []
    /// Which fields there were, with a value or `null`.
    private var isKnown: [Bool] = []
    /// The field whose value comes next; nil for one that is left out.
    private var field: Int?
    /// The place in the plan of the field after the last one: mostly the next.
    private var expected = 0
    private var list: [Parameter]?
    private var depth = 0
    private var objects = 0

    init(_ plan: RecordPlan) {
        self.plan = plan
        keys = plan.fields.map { Array($0.key.stringValue.utf8) }
        ignored = Set(plan.ignored.map { Array($0.utf8) })
        isKnown = [Bool](repeating: false, count: keys.count)
        callbacks = .allocate(capacity: 1)
        callbacks.initialize(to: Self.callbacks)
    }

    deinit {
        if let handle { yajl_free(handle) }
        callbacks.deallocate()
    }

    /// The values of a line in the order of the plan; nil where the line is another one than those this reads.
    func values(of line: UnsafeRawBufferPointer) -> [Parameter?]? {
        if Self.hasEscapedScalar(line) { return nil }
        values = [Parameter?](repeating: nil, count: keys.count)
        for field in isKnown.indices { isKnown[field] = false }
        (field, expected, list, depth, objects) = (nil, 0, nil, 0, 0)
        if handle == nil { start() }
        guard let handle, let bytes = line.bindMemory(to: UInt8.self).baseAddress else { return nil }
        // A number or a word behind the object would go on with the next line.
        guard yajl_parse(handle, bytes, line.count) == yajl_status_ok,
            yajl_parse(handle, Self.lineEnd, 1) == yajl_status_ok, depth == 0, objects == 1
        else {
            yajl_free(handle)
            self.handle = nil
            return nil
        }
        return values
    }

    private static let lineEnd: [UInt8] = [0x0A]

    /// One parser for all lines, each a value of its own.
    private func start() {
        handle = yajl_alloc(callbacks, nil, Unmanaged.passUnretained(self).toOpaque())
        if let handle { _ = dixit_yajl_allow_many_values(handle) }
    }

    /// `\u` anywhere: half of a pair of them means nothing.
    private static func hasEscapedScalar(_ line: UnsafeRawBufferPointer) -> Bool {
        var isEscaped = false
        for byte in line {
            if isEscaped, byte == UInt8(ascii: "u") { return true }
            isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        }
        return false
    }

    // MARK: What the parser tells

    fileprivate func startObject() -> Bool {
        depth += 1
        if depth == 1 { objects += 1 }
        // What is in an object in a field that is left out, is left out.
        return depth == 1 || field == nil && list == nil && objects == 1
    }

    fileprivate func key(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if depth > 1 { return true }
        field = nil
        if expected < keys.count, keys[expected].elementsEqual(bytes) {
            field = expected
        } else {
            field = keys.firstIndex { $0.elementsEqual(bytes) }
        }
        guard let field else { return ignored.contains(Array(bytes)) }
        // Of two of one name a decoder knows which counts.
        if isKnown[field] { return false }
        isKnown[field] = true
        expected = field + 1
        return true
    }

    fileprivate func end() -> Bool {
        depth -= 1
        return true
    }

    fileprivate func startList() -> Bool {
        depth += 1
        if depth == 1 { return false }
        guard depth == 2, let field else { return self.field == nil }
        guard plan.fields[field].form == .texts || plan.fields[field].form == .numbers else { return false }
        list = []
        return true
    }

    fileprivate func endList() -> Bool {
        depth -= 1
        if depth == 1, let field, let list {
            values[field] = .list(list)
            self.list = nil
        }
        return true
    }

    fileprivate func null() -> Bool { depth > 0 && list == nil }

    fileprivate func boolean(_ value: Bool) -> Bool {
        guard depth > 0, let field else { return depth > 0 }
        guard list == nil, plan.fields[field].form == .boolean else { return false }
        values[field] = .boolean(value)
        return true
    }

    fileprivate func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard depth > 0, let field else { return depth > 0 }
        guard let text = String(validating: bytes, as: UTF8.self) else { return false }
        switch plan.fields[field].form {
        case .text where list == nil, .date where list == nil: values[field] = .text(text)
        case .texts: if list == nil { values[field] = .text(text) } else { list?.append(.text(text)) }
        case .text, .date, .number, .numbers, .boolean: return false
        }
        return true
    }

    /// Whole numbers of up to fifteen digits are read here, all others by the standard library.
    fileprivate func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard depth > 0, let field else { return depth > 0 }
        let form = plan.fields[field].form
        let whole = Self.wholeNumber(bytes)
        if form == .date, list == nil, let whole {
            values[field] = .integer(whole)
            return true
        }
        let isMinus = bytes.first == UInt8(ascii: "-")
        let value = whole.map { isMinus ? -Double(-$0) : Double($0) } ?? Double(String(decoding: bytes, as: UTF8.self))
        guard let value, value.isFinite else { return false }
        switch form {
        case .number where list == nil: values[field] = .number(value)
        case .numbers: if list == nil { values[field] = .number(value) } else { list?.append(.number(value)) }
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

extension RecordScanner {
    /// As C functions, which can take nothing along.
    private static let callbacks = yajl_callbacks(
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
private func tell(_ context: UnsafeMutableRawPointer?, _ what: (RecordScanner) -> Bool) -> Int32 {
    context.map { what(Unmanaged<RecordScanner>.fromOpaque($0).takeUnretainedValue()) } ?? false ? 1 : 0
}
