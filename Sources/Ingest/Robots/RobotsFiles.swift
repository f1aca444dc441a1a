import Feeds
// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Glibc

/// The robots.txt of each origin, kept for a day in the state directory: a host is asked for it once a day, however often the program starts.
public struct RobotsFiles: Sendable {
    /// RFC 9309 §2.4: no copy is used for longer, unless the host can't be reached.
    private static let lifetime: TimeInterval = 86_400
    /// Bytes that are read of one; RFC 9309 §2.5 asks for 500 KiB at least.
    static let longest = 512 << 10

    private let directory: String

    /// A directory that is made when the first file comes.
    public init(directory: String) {
        self.directory = directory
    }

    /// The text as it was fetched last from an origin (`https://wire.example:8443`), and whether it still counts; nil when there is none.
    func text(of origin: String, at now: Date) -> (text: String, isFresh: Bool)? {
        // A copy that can't be read is none: the host is asked again.
        guard let bytes = try? FileBytes.readIfPresent(path(of: origin), limit: Self.longest + 64) else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        guard lines.count == 2, let fetched = Date(rfc3339: String(lines[0])) else { return nil }
        return (String(lines[1]), (0..<Self.lifetime).contains(now.timeIntervalSince(fetched)))
    }

    /// Keeps a text that was just fetched; where that fails, the host is asked again next time.
    func keep(_ text: String, of origin: String, at now: Date) {
        guard OwnDirectory.make(directory) else { return }
        _ = try? WholeFile.write(now.rfc3339 + "\n" + text, to: path(of: origin))
    }

    private func path(of origin: String) -> String {
        // What is left of an origin holds no slash.
        directory + "/" + origin.replacing("://", with: ".")
    }
}
