// SPDX-License-Identifier: Apache-2.0

/// A request as it came to a `LoopbackServer`.
public struct Request: Sendable {
    /// `GET`, or what it should not be.
    public var method: String
    /// The path with its query, exactly as it was sent.
    public var target: String
    /// The header fields in their order.
    public var fields: [Reply.Field]
    /// The number of the connection, from 1.
    public var connection: Int
    /// All bytes up to and with the empty line.
    public var head: [UInt8]

    /// The path without its query.
    public var path: String { String(target.prefix { $0 != "?" }) }

    /// The value of the first field of that name, byte for byte.
    public func bytes(_ name: String) -> [UInt8]? {
        fields.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The value of the first field of that name, as text.
    public subscript(name: String) -> String? {
        bytes(name).map { String(decoding: $0, as: UTF8.self) }
    }

    init?(head: [UInt8], connection: Int) {
        var lines = head.split(separator: 0x0A).map { $0.last == 0x0D ? $0.dropLast() : $0 }
        guard !lines.isEmpty else { return nil }
        let words = lines.removeFirst().split(separator: 0x20, maxSplits: 2).map { String(decoding: $0, as: UTF8.self) }
        guard words.count == 3 else { return nil }
        (method, target) = (words[0], words[1])
        fields = lines.compactMap { line in
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            return (String(decoding: line[..<colon], as: UTF8.self), Array(line[(colon + 1)...].drop { $0 == 0x20 }))
        }
        self.head = head
        self.connection = connection
    }
}
