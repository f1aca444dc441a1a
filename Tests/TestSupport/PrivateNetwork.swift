// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Glibc
import Synchronization

/// A network that a thread, and what it starts, has to itself: nothing but a loopback device that may have any address, and a name server
/// that says what a test wants. It ends with the thread.
public enum PrivateNetwork {
    /// Whether this process may have such networks: root may, where its container lets it.
    public static let isPossible = geteuid() == 0 && (try? run(addresses: []) {}) != nil

    /// Runs `body` on a thread in a new network in which `addresses` are this machine's, and names are asked of 127.0.0.1.
    ///
    /// Waits for it, so that what comes of the result is begun outside: to go on with a task may take a new thread, which would be in the
    /// network of the one that asks for it.
    public static func run<Value: Sendable>(addresses: [UInt32], _ body: @escaping @Sendable () throws -> Value) throws -> Value {
        let ending = Ending<Value>()
        try spawn {
            ending.come(
                Result {
                    try enter(addresses)
                    return try body()
                })
        }
        return try ending.result()
    }

    private static func enter(_ addresses: [UInt32]) throws {
        // A root directory, mounts and a network of its own: CLONE_FS, CLONE_NEWNS, CLONE_NEWNET.
        try call("unshare", as: (@convention(c) (CInt) -> CInt).self) { $0(0x4002_0200) }
        // What is mounted here stays here: MS_REC, MS_PRIVATE. A type is not looked at, but valgrind wants a string.
        try call("mount", as: Mount.self) { $0("none", "/", "none", 0x44000, nil) }
        try replace("/etc/resolv.conf", by: "nameserver 127.0.0.1\noptions timeout:5 attempts:1\n")
        try replace("/etc/nsswitch.conf", by: "hosts: dns\n")
        // SIOCSIFFLAGS: IFF_UP and IFF_RUNNING.
        try configure("lo", 0x8914) { $0.storeBytes(of: 0x41, toByteOffset: 16, as: Int16.self) }
        for (place, number) in addresses.enumerated() {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = number.bigEndian
            // SIOCSIFADDR.
            try configure("lo:\(place)", 0x8916) { $0.storeBytes(of: address, toByteOffset: 16, as: sockaddr_in.self) }
        }
    }

    /// What comes of another thread.
    private final class Ending<Value: Sendable>: Sendable {
        private let hasCome = DispatchSemaphore(value: 0)
        private let outcome = Mutex<Result<Value, any Error>?>(nil)

        func come(_ result: Result<Value, any Error>) {
            outcome.withLock { $0 = result }
            hasCome.signal()
        }

        /// Waits for it.
        func result() throws -> Value {
            hasCome.wait()
            guard let outcome = outcome.withLock({ $0 }) else { throw SystemError(ESRCH) }
            return try outcome.get()
        }
    }

    private typealias Mount =
        @convention(c) (UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?, CUnsignedLong, UnsafePointer<CChar>?) -> CInt

    /// Lets a file of the system hold other words in this thread's mounts; one that is missing stays missing.
    private static func replace(_ path: String, by text: String) throws {
        guard access(path, F_OK) == 0 else { return }
        let folder = try TemporaryDirectory()
        let file = try folder.write(text, to: "file")
        // MS_BIND; the mount keeps the file when its name is gone.
        try call("mount", as: Mount.self) { $0(file, path, "none", 0x1000, nil) }
    }

    /// Asks for one change of a network device; see netdevice(7).
    private static func configure(_ device: String, _ number: UInt, _ fill: (UnsafeMutableRawBufferPointer) -> Void) throws {
        let descriptor = socket(AF_INET, CInt(SOCK_DGRAM.rawValue), 0)
        guard descriptor >= 0 else { throw SystemError(errno) }
        defer { close(descriptor) }
        var request = [UInt8](repeating: 0, count: 40)
        try request.withUnsafeMutableBytes { bytes in
            bytes.copyBytes(from: device.utf8)
            fill(bytes)
            try call("ioctl", as: (@convention(c) (CInt, UInt, UnsafeMutableRawPointer?) -> CInt).self) {
                $0(descriptor, number, bytes.baseAddress)
            }
        }
    }

    /// Calls a function that Swift's Glibc module doesn't declare.
    private static func call<Function>(_ name: String, as type: Function.Type, _ body: (Function) -> CInt) throws {
        guard let symbol = dlsym(nil, name) else { throw SystemError(ENOSYS) }
        guard body(unsafeBitCast(symbol, to: type)) >= 0 else { throw SystemError(errno) }
    }
}
