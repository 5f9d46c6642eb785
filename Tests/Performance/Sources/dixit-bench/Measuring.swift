// Times, and the memory of this process.

import Dixit
import Foundation

/// How long one question takes, asked again and again.
struct Measurement {
    let median: Double
    let worst: Double
    let count: Int

    /// Asks until the time is up or it was asked 2,000 times, at least five times, as the driver asks the peers.
    init(seconds: Double, _ ask: (_ round: Int) throws -> Void) rethrows {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        var times: [Double] = []
        while times.count < 5 || times.count < 2000 && clock.now < end {
            let start = clock.now
            try ask(times.count)
            times.append((clock.now - start) / .microseconds(1))
        }
        times.sort()
        let middle = times.count / 2
        median = times.count % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2
        worst = times[min(times.count - 1, times.count * 99 / 100)]
        count = times.count
    }

    var json: JSON {
        .object([("med_us", .decimal(median)), ("p99_us", .decimal(worst)), ("n", .number(count))])
    }
}

/// The resident memory of this process in MiB: all of it, and what belongs to no file.
func residentMemory() -> JSON {
    var all = 0
    var anonymous = 0
    let text = (try? String(contentsOfFile: "/proc/self/smaps_rollup", encoding: .utf8)) ?? ""
    for line in text.split(separator: "\n") {
        let parts = line.split(separator: " ")
        guard parts.count >= 2, let kilobytes = Int(parts[1]) else { continue }
        if parts[0] == "Rss:" { all = kilobytes >> 10 }
        if parts[0] == "Anonymous:" { anonymous = kilobytes >> 10 }
    }
    return .list([.number(all), .number(anonymous)])
}

/// The most memory that this process ever had, in MiB.
func peakMemory() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").dropFirst().first).flatMap { Int($0) }.map { $0 >> 10 } ?? 0
}

/// Lets the system forget what it keeps of a file in memory.
func evict(_ path: String) {
    guard let file = FileHandle(forReadingAtPath: path) else { return }
    _ = posix_fadvise(file.fileDescriptor, 0, 0, POSIX_FADV_DONTNEED)
}
