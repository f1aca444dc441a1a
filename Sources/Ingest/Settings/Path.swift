// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Glibc

/// Paths of files that the operator names.
enum Path {
    /// The path itself when it is absolute, else below `directory`; without `.` and `..`.
    static func absolute(_ path: String, in directory: String = FileManager.default.currentDirectoryPath) -> String {
        let joined = path.hasPrefix("/") ? path : directory + "/" + path
        var parts: [Substring] = []
        for part in joined.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// The directory of a file.
    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// A path relative to a file's directory, written from where the file's own path is written.
    static func beside(_ file: String, _ path: String) -> String {
        guard !path.hasPrefix("/"), file.contains("/") else { return path }
        let parent = parent(of: file)
        return parent == "/" ? "/" + path : parent + "/" + path
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path)
    }

    /// The permission bits, or nil when there is no such file.
    static func permissions(of path: String) -> mode_t? {
        // Foundation's attributes box this number in a type that depends on what else is linked.
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
    }

    /// The existing files that a pattern names, sorted; it may hold wildcards in any part.
    static func files(matching pattern: String, in directory: String) throws(SettingFlaw) -> [String] {
        var found = [pattern.hasPrefix("/") ? "/" : ""]
        for part in pattern.split(separator: "/") {
            guard let glob = Glob(String(part)) else { throw SettingFlaw("'\(pattern)' is not a pattern of file names") }
            found = found.flatMap { names(matching: glob, below: $0, in: directory) }
        }
        return found.sorted()
    }

    private static func names(matching glob: Glob, below parent: String, in directory: String) -> [String] {
        let prefix = parent.isEmpty || parent.hasSuffix("/") ? parent : parent + "/"
        guard !glob.isLiteral else {
            let path = prefix + glob.pattern
            return exists(absolute(path, in: directory)) ? [path] : []
        }
        // A directory that is absent or closed holds no match; the caller warns when nothing matches.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: absolute(prefix, in: directory))) ?? []
        return names.filter { !$0.hasPrefix(".") && glob.matches($0) }.map { prefix + $0 }
    }
}
