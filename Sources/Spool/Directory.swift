// SPDX-License-Identifier: Apache-2.0

import CLinux
import Glibc

/// An open directory: it stays the one that was opened, whatever happens to its path.
final class Directory: Sendable {
    let descriptor: CInt
    /// Where it was found, for messages.
    let path: String

    private init(descriptor: CInt, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit {
        // Nothing was written through this descriptor, so that closing it can't lose anything.
        _ = close(descriptor)
    }
}

extension Directory {
    private static let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC

    /// Opens the directory at `path`, which may not be a symbolic link itself.
    convenience init(_ path: String) throws(SpoolError) {
        try self.init(path, flags: Self.flags | O_NOFOLLOW)
    }

    private convenience init(_ path: String, flags: CInt) throws(SpoolError) {
        self.init(descriptor: try call("open", path) { open(path, flags) }, path: path)
    }

    /// Opens the directory at `path`, after making it and the ones above it where they are missing.
    static func opening(_ path: String, orMaking mode: mode_t) throws(SpoolError) -> Directory {
        let (above, name) = split(path)
        guard !name.isEmpty else { return try Directory(path) }
        do throws(SpoolError) {
            return try Directory("\(above)/\(name)")
        } catch {
            guard case .missing = error else { throw error }
            return try parent(above).subdirectory(name, orMaking: mode)
        }
    }

    /// The directory that another one is made in; symbolic links are the operator's business here.
    private static func parent(_ path: String) throws(SpoolError) -> Directory {
        do throws(SpoolError) {
            return try Directory(path.isEmpty ? "/" : path, flags: flags)
        } catch {
            let (above, name) = split(path)
            guard case .missing = error, !name.isEmpty else { throw error }
            return try parent(above).subdirectory(name, orMaking: 0o755)
        }
    }

    /// Opens `name`, which may not be a symbolic link.
    func subdirectory(_ name: String) throws(SpoolError) -> Directory {
        let path = "\(path)/\(name)"
        return Directory(descriptor: try call("open", path) { openat(descriptor, name, Self.flags | O_NOFOLLOW) }, path: path)
    }

    /// Opens `name`, after making it with exactly the permissions of `mode` when it is missing.
    func subdirectory(_ name: String, orMaking mode: mode_t) throws(SpoolError) -> Directory {
        guard try answer(EEXIST, to: "mkdir", "\(path)/\(name)", { mkdirat(descriptor, name, mode & 0o777) }) == 0 else {
            return try subdirectory(name)
        }
        do throws(SpoolError) {
            let made = try subdirectory(name)
            try made.grant(mode)
            try synchronize()
            return made
        } catch {
            // Otherwise the next attempt would find it and take its permissions for the operator's wish.
            _ = unlinkat(descriptor, name, AT_REMOVEDIR)
            throw error
        }
    }

    /// Gives a new directory exactly the permissions of `mode`, and leaves a group that is inherited from above inherited.
    ///
    /// What is right already isn't touched: a sandbox (RestrictSUIDSGID=) may forbid to set the bit that the kernel handed down.
    private func grant(_ mode: mode_t) throws(SpoolError) {
        let found = try status().st_mode & 0o7777
        let wanted = mode | found & S_ISGID
        if found != wanted { _ = try call("chmod", path) { fchmod(descriptor, wanted) } }
    }

    /// Splits `path` into the directory above and the last name, which is empty for the root.
    static func split(_ path: String) -> (above: String, name: String) {
        var parts = path.split(separator: "/").map(String.init)
        let name = parts.popLast() ?? ""
        guard !path.hasPrefix("/") else { return (parts.map { "/" + $0 }.joined(), name) }
        return (parts.isEmpty ? "." : parts.joined(separator: "/"), name)
    }
}

extension Directory {
    func status() throws(SpoolError) -> stat {
        var status = stat()
        _ = try call("stat", path) { fstat(descriptor, &status) }
        return status
    }

    /// Makes the names of this directory durable.
    func synchronize() throws(SpoolError) {
        _ = try call("fsync", path) { fsync(descriptor) }
    }

    /// Makes everything durable that was written to the directory's file system, by whomever.
    func synchronizeFileSystem() throws(SpoolError) {
        _ = try call("syncfs", path) { syncfs(descriptor) }
    }

    /// The names of finished files that are in the directory now, in catalog order.
    func spoolNames() throws(SpoolError) -> [String] {
        var names: [String] = []
        try visit { name, _ in
            let name = String(cString: name)
            if SpoolName.sequence(of: name) != nil { names.append(name) }
        }
        return names.sorted()
    }

    /// The names that are in the directory now, in no order, handed to `body` one by one with whether each may be a directory.
    func visit(_ body: (UnsafePointer<CChar>, Bool) throws(SpoolError) -> Void) throws(SpoolError) {
        let copy = try call("open", path) { openat(descriptor, ".", Self.flags) }
        guard let stream = fdopendir(copy) else {
            let code = errno
            _ = close(copy)
            throw SpoolError.Fault(step: "list", path: path, code: code).error
        }
        defer { _ = closedir(stream) }
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw SpoolError.Fault(step: "list", path: path, code: errno).error }
                return
            }
            let mayBeDirectory = Int(entry.pointee.d_type) == Int(DT_DIR) || Int(entry.pointee.d_type) == Int(DT_UNKNOWN)
            guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { preconditionFailure("an entry has a name") }
            let name = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
            if strcmp(name, ".") != 0 && strcmp(name, "..") != 0 { try body(name, mayBeDirectory) }
        }
    }

    /// Whether there is nothing in the directory.
    func isEmpty() throws(SpoolError) -> Bool {
        var isEmpty = true
        try visit { _, _ in isEmpty = false }
        return isEmpty
    }
}
