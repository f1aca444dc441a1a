// SPDX-License-Identifier: Apache-2.0
import Glibc
import Synchronization

/// What a name server says of a name (RFC 1035 §3.2).
public enum NameRecord: Sendable {
    /// A: an address of IPv4.
    case four(UInt32)
    /// AAAA: an address of IPv6.
    case six([UInt8])
    /// CNAME: what follows is said of that name.
    case alias(String)
}

/// A name server on 127.0.0.1, port 53, of a `PrivateNetwork`. Nothing that it says may be remembered: every time to live is nought.
public final class NameServer: Sendable {
    private let descriptor: CInt
    private let answer: @Sendable (String) -> [NameRecord]

    /// Starts a server that asks `answer` what to say of a name, at each question.
    public static func start(_ answer: @escaping @Sendable (String) -> [NameRecord]) throws -> NameServer {
        let server = try NameServer(answer)
        try spawn { [weak server] in
            while let open = server, open.serve() {}
        }
        return server
    }

    private init(_ answer: @escaping @Sendable (String) -> [NameRecord]) throws {
        self.answer = answer
        descriptor = socket(AF_INET, CInt(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(53).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let outcome = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        guard outcome == 0 else { throw SystemError(errno) }
    }

    deinit { close(descriptor) }

    /// Ends the thread that answers.
    public func stop() { shutdown(descriptor, CInt(SHUT_RDWR)) }

    /// Answers one question; false when there will be none.
    private func serve() -> Bool {
        var question = [UInt8](repeating: 0, count: 512)
        var (client, size) = (sockaddr_storage(), socklen_t(MemoryLayout<sockaddr_storage>.size))
        return withUnsafeMutablePointer(to: &client) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { client in
                let count = recvfrom(descriptor, &question, question.count, 0, client, &size)
                guard count > 12 else { return false }
                let reply = reply(to: Array(question[..<count]))
                return sendto(descriptor, reply, reply.count, 0, client, size) == reply.count
            }
        }
    }
}

extension NameServer {
    /// The message with one question and its answers (RFC 1035 §4.1).
    private func reply(to message: [UInt8]) -> [UInt8] {
        var (labels, place) = ([String](), 12)
        while place < message.count, message[place] > 0 {
            let end = min(place + 1 + Int(message[place]), message.count)
            labels.append(String(decoding: message[(place + 1)..<end], as: UTF8.self))
            place = end
        }
        let question = message[12..<min(place + 5, message.count)]
        let type = question.dropLast(2).last ?? 0
        var (records, owner) = ([[UInt8]](), Self.encoded(labels.joined(separator: ".")))
        for record in answer(labels.joined(separator: ".").lowercased()) {
            switch record {
            case .four(let number) where type == 1:
                records.append(owner + Self.head(1, 4) + (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) })
            case .six(let bytes) where type == 28: records.append(owner + Self.head(28, UInt8(bytes.count)) + bytes)
            case .alias(let name):
                let target = Self.encoded(name)
                records.append(owner + Self.head(5, UInt8(target.count)) + target)
                owner = target
            default: break
            }
        }
        return message[..<2] + [0x81, 0x80, 0, 1, 0, UInt8(records.count), 0, 0, 0, 0] + question + records.joined()
    }

    /// Type, class IN, a time to live of nought, and the length.
    private static func head(_ type: UInt8, _ length: UInt8) -> [UInt8] { [0, type, 0, 1, 0, 0, 0, 0, 0, length] }

    private static func encoded(_ name: String) -> [UInt8] {
        name.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
    }
}
