// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

/// A thread with a umask, a user for file access and mounts of its own, which end with it.
enum Aside {
    /// Whether this process may mount.
    static let canMount = geteuid() == 0 && (try? run(mounts: true) { true }) == true

    /// What a thread has to do, and what came of it.
    private final class Errand {
        let body: () -> Void
        init(_ body: @escaping () -> Void) { self.body = body }
    }

    struct Failure: Error {
        var step: String
        var code = errno
    }

    /// Runs `body` on a thread of its own and waits for it.
    static func run<Value>(mounts: Bool = false, _ body: @escaping () throws -> Value) throws -> Value {
        var outcome: Result<Value, any Error>?
        let errand = Errand {
            outcome = Result {
                try detach(mounts); return try body()
            }
        }
        var thread = pthread_t()
        let context = Unmanaged.passRetained(errand).toOpaque()
        let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
            guard let context else { return nil }
            Unmanaged<Errand>.fromOpaque(context).takeRetainedValue().body()
            return nil
        }
        let started = pthread_create(&thread, nil, start, context)
        try #require(started == 0)
        pthread_join(thread, nil)
        return try #require(outcome).get()
    }

    static func mount(_ type: String, on path: String, options: String = "") throws {
        try call("mount", as: Mount.self) { $0(type, path, type, 0, options) }
    }

    static func remountReadOnly(_ path: String) throws {
        try call("mount", as: Mount.self) { $0("none", path, "none", 0x21, nil) }
    }

    /// Makes file access of this thread that of a user who owns nothing.
    static func becomeNobody() throws {
        try call("setfsuid", as: (@convention(c) (CUnsignedInt) -> CInt).self) { $0(65534) }
    }

    private static func detach(_ mounts: Bool) throws {
        try call("unshare", as: (@convention(c) (CInt) -> CInt).self) { $0(mounts ? 0x20200 : 0x200) }
        // What is mounted here stays here (MS_REC | MS_PRIVATE).
        if mounts { try call("mount", as: Mount.self) { $0("none", "/", "none", 0x44000, nil) } }
    }

    private typealias Mount =
        @convention(c) (UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?, CUnsignedLong, UnsafePointer<CChar>?) -> CInt

    /// Calls a function that Swift's Glibc module doesn't declare.
    private static func call<Function>(_ name: String, as type: Function.Type, _ body: (Function) -> CInt) throws {
        let function = unsafeBitCast(try #require(dlsym(nil, name)), to: type)
        guard body(function) >= 0 else { throw Failure(step: name) }
    }
}
