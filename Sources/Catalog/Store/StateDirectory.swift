// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The directory that holds the catalog: made private, and durable before anything is written into it.
enum StateDirectory {
    /// Makes the directory and what is missing above it, mode 0700, and syncs each directory that got an entry.
    static func create(_ path: String) throws(CatalogError) {
        var missing: [String] = []
        var ancestor = path
        while !isDirectory(ancestor) {
            missing.append(ancestor)
            let parent = self.parent(of: ancestor)
            guard parent != ancestor else { break }
            ancestor = parent
        }
        for directory in missing.reversed() {
            // EEXIST: another process was faster, which serves as well.
            guard mkdir(directory, 0o700) == 0 || errno == EEXIST else { throw failure(directory) }
            try sync(parent(of: directory))
        }
    }

    /// Makes the file with mode 0600 if it isn't there.
    static func createFile(_ path: String) throws(CatalogError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw failure(path) }
        close(descriptor)
    }

    /// Removes the file, if it is there.
    static func remove(_ path: String) throws(CatalogError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw failure(path) }
    }

    /// Makes a file durable, and gives it its name in place of an older one.
    static func publish(_ draft: String, as path: String) throws(CatalogError) {
        let descriptor = open(draft, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw failure(draft) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .deviceError(path: draft, reason: String(cString: strerror(errno))) }
        guard rename(draft, path) == 0 else { throw failure(path) }
        try sync(parent(of: path))
    }

    /// Makes the directory's entries durable. SQLite tries this too, and ignores the result.
    static func sync(_ path: String) throws(CatalogError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .deviceError(path: path, reason: String(cString: strerror(errno))) }
    }

    static func failure(_ path: String) -> CatalogError {
        switch errno {
        case ENOSPC, EDQUOT: .full(path: path)
        case EROFS: .readOnly(path: path)
        case EACCES, EPERM: .forbidden(path: path)
        case EIO: .deviceError(path: path, reason: String(cString: strerror(EIO)))
        default: .inaccessible(path: path, reason: String(cString: strerror(errno)))
        }
    }

    private static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func parent(of path: String) -> String {
        var parts = path.split(separator: "/", omittingEmptySubsequences: true)
        guard !parts.isEmpty else { return path.hasPrefix("/") ? "/" : "." }
        parts.removeLast()
        let parent = parts.joined(separator: "/")
        if path.hasPrefix("/") { return "/" + parent }
        return parent.isEmpty ? "." : parent
    }
}
