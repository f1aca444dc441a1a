// SPDX-License-Identifier: Apache-2.0
import Feeds
import FoundationEssentials
import Glibc

/// What a parser process answers to a document.
enum ParserReply: Hashable, Sendable, Codable {
    case feed(ParsedFeed)
    case refused(FeedError)
}

/// The other side has gone, says nothing for too long, or says what nobody understands.
struct ParserSilence: Error {}

/// One end of the socket between the daemon and a parser process: frames of four bytes of length and as many bytes.
struct ParserChannel {
    /// No reply is longer: the largest document, all of it escaped.
    private static let longestFrame = 256 << 20

    let descriptor: CInt

    func write(_ bytes: [UInt8]) throws(ParserSilence) {
        guard let count = UInt32(exactly: bytes.count) else { throw ParserSilence() }
        try writeAll([24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) })
        try writeAll(bytes)
    }

    func write(_ value: some Encodable) throws(ParserSilence) {
        let encoder = JSONEncoder()
        encoder.nonConformingFloatEncodingStrategy = Self.floats.encoding
        guard let json = try? encoder.encode(value) else { throw ParserSilence() }
        try write([UInt8](json))
    }

    func read() throws(ParserSilence) -> [UInt8] {
        let count = try readAll(4).reduce(0) { $0 << 8 | Int($1) }
        guard count <= Self.longestFrame else { throw ParserSilence() }
        return try readAll(count)
    }

    func read<Value: Decodable>(_ type: Value.Type) throws(ParserSilence) -> Value {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = Self.floats.decoding
        guard let value = try? decoder.decode(type, from: Data(try read())) else { throw ParserSilence() }
        return value
    }
}

extension ParserChannel {
    private static var floats:
        (encoding: JSONEncoder.NonConformingFloatEncodingStrategy, decoding: JSONDecoder.NonConformingFloatDecodingStrategy)
    {
        (
            .convertToString(positiveInfinity: "+", negativeInfinity: "-", nan: "?"),
            .convertFromString(positiveInfinity: "+", negativeInfinity: "-", nan: "?")
        )
    }

    private func writeAll(_ bytes: [UInt8]) throws(ParserSilence) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                send(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 || errno == EINTR else { throw ParserSilence() }
            written += max(0, count)
        }
    }

    private func readAll(_ count: Int) throws(ParserSilence) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let part = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done) }
            guard part > 0 || (part < 0 && errno == EINTR) else { throw ParserSilence() }
            done += max(0, part)
        }
        return bytes
    }
}
