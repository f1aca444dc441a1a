// SPDX-License-Identifier: Apache-2.0
import Glibc
import Spool

/// Looks at the directories that a configuration names, without changing anything.
public enum DirectoryCheck {
    /// What would keep the program from working, one sentence each.
    public static func problems(of settings: Settings) -> [String] {
        var problems = [
            writability(of: settings.state, as: "state"), writability(of: settings.log.parentDirectory, as: "log"), log(settings.log),
        ]
        // An outlet whose path is a mistake has none.
        for outlet in settings.outlets where !outlet.path.isEmpty {
            problems.append(symbolicLink(outlet) ?? writability(of: outlet.path, as: "outlet \(outlet.name)"))
            if outlet.layout == .drop { problems.append(writability(of: outlet.path.parentDirectory, as: "outlet \(outlet.name)")) }
            problems.append(fileSystem(of: outlet))
        }
        return problems.compactMap { $0 }
    }

    /// The directory, or the nearest one above that exists, must be ours to write.
    private static func writability(of path: String, as name: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            guard errno == ENOENT || errno == ENOTDIR, path.parentDirectory != path else {
                return "\(name): \(path): \(String(cString: strerror(errno)))"
            }
            return writability(of: path.parentDirectory, as: name)
        }
        guard status.st_mode & S_IFMT == S_IFDIR else { return "\(name): \(path) is not a directory; name another path or remove it" }
        guard access(path, W_OK | X_OK) == 0 else {
            return "\(name): \(path): \(String(cString: strerror(errno))); make it writable for the user that runs wirespool"
        }
        return nil
    }

    private static func log(_ path: String) -> String? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return nil
        case S_IFDIR: return "log: \(path) is a directory; name a file in it"
        case S_IFLNK: return "log: \(path) is a symbolic link; name the file that it points to"
        default: return "log: \(path) is not a regular file; name one, or a place for one"
        }
    }

    /// What an outlet's link points to could change while files are renamed there; the spool refuses it.
    private static func symbolicLink(_ outlet: OutletSettings) -> String? {
        guard isOfKind(S_IFLNK, outlet.path) else { return nil }
        return "outlet \(outlet.name): \(outlet.path) is a symbolic link; name the directory that it points to"
    }

    private static func isOfKind(_ kind: mode_t, _ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == kind
    }

    /// A rename from tmp/ to new/ must not cross file systems.
    private static func fileSystem(of outlet: OutletSettings) -> String? {
        let devices = ["tmp", "new", "cur"].compactMap { name -> UInt64? in
            var status = stat()
            return stat("\(outlet.path)/\(name)", &status) == 0 ? UInt64(status.st_dev) : nil
        }
        guard Set(devices).count > 1 else { return nil }
        return
            "outlet \(outlet.name): tmp/, new/ and cur/ of \(outlet.path) are not on one file system; files can't be renamed between them"
    }
}
