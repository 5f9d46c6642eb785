// Bytes on their way out, handed over piece by piece.

/// A growing piece of memory for lines, and who takes them when there are many.
///
/// What is appended is copied once; whether there is room is asked once a value, not once a byte.
package struct LineBuffer: ~Copyable {
    private var memory: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    package private(set) var count = 0
    private let handOver: ((UnsafeRawBufferPointer) -> Void)?

    /// So many bytes are worth handing over.
    private static let most = 1 << 20
    private static let fewest = 1 << 14

    /// - Parameter handOver: Takes the bytes whenever there are a mebibyte of them; without it they are kept.
    package init(handingOverTo handOver: ((UnsafeRawBufferPointer) -> Void)? = nil) {
        capacity = Self.fewest
        memory = .allocate(capacity: capacity)
        self.handOver = handOver
    }

    deinit { memory.deallocate() }

    /// What has been appended and not been handed over.
    package var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: memory, count: count) }

    /// Hands the bytes over if there are many: where a line may be cut.
    mutating func passOn() {
        guard count >= Self.most, let handOver else { return }
        handOver(bytes)
        count = 0
    }

    package mutating func append(contentsOf bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append($0) }
        passOn()
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        let place = room(bytes.count)
        place.update(from: start, count: bytes.count)
        count += bytes.count
    }

    @inline(__always)
    mutating func append(_ text: StaticString) {
        let size = text.utf8CodeUnitCount
        room(size).update(from: text.utf8Start, count: size)
        count += size
    }

    /// `, "name": `, without the comma for the first of an object; there are two dozen a line.
    @inline(__always)
    mutating func append(key name: StaticString, isFirst: Bool) {
        let size = name.utf8CodeUnitCount
        var place = room(size + 8)
        let start = place
        if !isFirst {
            place[0] = UInt8(ascii: ",")
            place[1] = UInt8(ascii: " ")
            place += 2
        }
        place.pointee = UInt8(ascii: "\"")
        (place + 1).update(from: name.utf8Start, count: size)
        place += size + 1
        place[0] = UInt8(ascii: "\"")
        place[1] = UInt8(ascii: ":")
        place[2] = UInt8(ascii: " ")
        count += place + 3 - start
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        room(1).pointee = byte
        count += 1
    }

    /// In decimal digits.
    package mutating func append(_ number: Int) {
        let digits = room(20)
        var magnitude = number.magnitude
        var length = number < 0 ? 2 : 1
        var bound: UInt = 10
        while magnitude >= bound {
            length += 1
            let (next, isTooLarge) = bound.multipliedReportingOverflow(by: 10)
            if isTooLarge { break }
            bound = next
        }
        if number < 0 { digits.pointee = UInt8(ascii: "-") }
        var place = length
        repeat {
            place -= 1
            digits[place] = UInt8(truncatingIfNeeded: 48 + magnitude % 10)
            magnitude /= 10
        } while magnitude > 0
        count += length
    }

    /// Where so many bytes more may be written.
    @inline(__always)
    private mutating func room(_ size: Int) -> UnsafeMutablePointer<UInt8> {
        if capacity - count < size { grow(by: size) }
        return memory + count
    }

    private mutating func grow(by size: Int) {
        capacity = max(capacity * 2, count + size)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: memory, count: count)
        memory.deallocate()
        memory = larger
    }
}
