// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Which of the system calls that change a disk fail, for the test that runs with this plan.
///
/// The functions below take the place of glibc's in this test program, and so the code under test needs no seam for them.
final class Faults {
    @TaskLocal static var current: Faults?

    private let calls: Range<Int>
    private let function: String?
    private let code: CInt
    /// The number of calls so far.
    private(set) var count = 0

    /// - Parameters:
    ///   - calls: the calls that fail with `code`, counted from 0.
    ///   - function: the only function whose calls count; nil for all.
    init(failing calls: Range<Int>, of function: String? = nil, with code: CInt) {
        self.calls = calls
        self.function = function
        self.code = code
    }

    /// The process is dead from this call on: nothing that it still does has an effect.
    static func death(at call: Int) -> Faults { Faults(failing: call..<Int.max, with: EIO) }

    /// Whether the call that is about to be made fails; sets errno then.
    fileprivate static func hit(_ function: String) -> Bool {
        guard let current, current.function ?? function == function else { return false }
        defer { current.count += 1 }
        guard current.calls.contains(current.count) else { return false }
        errno = current.code
        return true
    }
}

// The plan belongs to one task, which makes its calls one after the other.
extension Faults: @unchecked Sendable {}

/// The function that ours stands in front of; RTLD_NEXT is a pointer of -1.
private func next<Function>(_ name: String, as type: Function.Type) -> Function {
    guard let function = dlsym(UnsafeMutableRawPointer(bitPattern: -1), name) else { preconditionFailure("glibc has \(name)") }
    return unsafeBitCast(function, to: type)
}

private typealias OnDescriptor = @convention(c) (CInt) -> CInt
private typealias Write = @convention(c) (CInt, UnsafeRawPointer?, Int) -> Int
private typealias Rename = @convention(c) (CInt, UnsafePointer<CChar>?, CInt, UnsafePointer<CChar>?, CUnsignedInt) -> CInt
private typealias Unlink = @convention(c) (CInt, UnsafePointer<CChar>?, CInt) -> CInt
private typealias MakeDirectory = @convention(c) (CInt, UnsafePointer<CChar>?, mode_t) -> CInt
private typealias ChangeMode = @convention(c) (CInt, mode_t) -> CInt

private let realFsync = next("fsync", as: OnDescriptor.self)
private let realSyncfs = next("syncfs", as: OnDescriptor.self)
private let realWrite = next("write", as: Write.self)
private let realRename = next("renameat2", as: Rename.self)
private let realUnlink = next("unlinkat", as: Unlink.self)
private let realMakeDirectory = next("mkdirat", as: MakeDirectory.self)
private let realChangeMode = next("fchmod", as: ChangeMode.self)

@c(fsync) func faultyFsync(_ descriptor: CInt) -> CInt {
    Faults.hit("fsync") ? -1 : realFsync(descriptor)
}

@c(syncfs) func faultySyncfs(_ descriptor: CInt) -> CInt {
    Faults.hit("syncfs") ? -1 : realSyncfs(descriptor)
}

@c(write) func faultyWrite(_ descriptor: CInt, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    // One write in two stores only half of what it is given, as write(2) may.
    Faults.hit("write") ? -1 : realWrite(descriptor, bytes, Faults.current.map { $0.count % 2 == 0 ? (count + 1) / 2 : count } ?? count)
}

@c(renameat2) func faultyRename(
    _ old: CInt, _ oldName: UnsafePointer<CChar>?, _ new: CInt, _ newName: UnsafePointer<CChar>?, _ flags: CUnsignedInt
) -> CInt {
    Faults.hit("renameat2") ? -1 : realRename(old, oldName, new, newName, flags)
}

@c(unlinkat) func faultyUnlink(_ directory: CInt, _ name: UnsafePointer<CChar>?, _ flags: CInt) -> CInt {
    Faults.hit("unlinkat") ? -1 : realUnlink(directory, name, flags)
}

@c(mkdirat) func faultyMakeDirectory(_ directory: CInt, _ name: UnsafePointer<CChar>?, _ mode: mode_t) -> CInt {
    Faults.hit("mkdirat") ? -1 : realMakeDirectory(directory, name, mode)
}

@c(fchmod) func faultyChangeMode(_ descriptor: CInt, _ mode: mode_t) -> CInt {
    Faults.hit("fchmod") ? -1 : realChangeMode(descriptor, mode)
}
