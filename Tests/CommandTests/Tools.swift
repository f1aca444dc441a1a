// SPDX-License-Identifier: Apache-2.0
import Glibc
import TestSupport
import Testing

/// Another program that judges what ours prints, where it is installed.
struct Tool {
    let path: String

    /// Nil where it is not in the usual places.
    init?(_ name: String) {
        let paths: [String] = ["/usr/bin/\(name)", "/usr/local/bin/\(name)"]
        guard let found = paths.first(where: { access($0, X_OK) == 0 }) else { return nil }
        path = found
    }

    /// What it prints.
    func output(_ arguments: [String]) throws -> String {
        let process = try ChildProcess(path, arguments)
        let printed = process.output.text
        _ = process.end()
        return printed
    }

    /// It must be content, and have nothing to say.
    func check(_ arguments: [String], input: String) throws {
        let process = try ChildProcess(path, arguments, input: Array(input.utf8))
        let said = process.output.text + process.messages.text
        #expect(process.end() == 0 && said.isEmpty, "\(path): \(said)")
    }
}

/// One request on a unix socket.
enum UnixClient {
    static func ask(_ path: String, _ request: String) throws -> String {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw SystemError(errno) }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard connected == 0 else { throw SystemError(errno) }
        let bytes = Array(request.utf8)
        guard send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else { throw SystemError(errno) }
        var answer: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(descriptor, &chunk, chunk.count, 0)
            guard count > 0 else { return String(decoding: answer, as: UTF8.self) }
            answer.append(contentsOf: chunk[..<count])
        }
    }
}
