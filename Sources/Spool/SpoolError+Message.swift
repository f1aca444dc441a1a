// SPDX-License-Identifier: Apache-2.0

import Glibc

extension SpoolError: CustomStringConvertible {
    /// What happened and what to do about it, in words for people, without the outlet's name.
    public var message: String {
        switch self {
        case .full(let fault): "\(fault): make room, publishing then goes on by itself"
        case .readOnly(let fault): "\(fault): mount the file system for writing again"
        case .io(let fault): "\(fault): look at the disk and the kernel's log"
        case .exhausted(let fault): "\(fault): raise LimitNOFILE or the memory limit"
        case .permission(let fault): "\(fault): make the directory first, with mode 2750, for the user that runs wirespool"
        case .missing(let fault): "\(fault): is a file system not mounted?"
        case .notADirectory(let fault): "\(fault): a directory of its own is needed here, not a symbolic link or a file"
        case .held(let path): "\(path) is in use by another wirespool: stop that one, or give this one an outlet or a name of its own"
        case .foreignOutlet(let path, let foreignness): "\(path) \(foreignness.message)"
        case .otherFileSystem(let path): "\(path) is on another file system than the rest of the outlet: one mount must hold them all"
        case .unsupportedFileSystem(let path, let type):
            "\(path) is on a file system (type 0x\(String(type, radix: 16))) that may lose or repeat files when it breaks: "
                + "use a local one, or set allow_fs: true for the outlet and accept that"
        case .aheadOfCatalog(let path, let found, let catalog):
            "\(path) holds story \(found), but the catalog ends at \(catalog): it is an older copy; "
                + "restore the newer one, or let this one learn: wirespool check --deep --repair"
        case .tmpTouched(let path): "\(path) loses files while they are published: exclude it from whatever cleans it"
        }
    }

    /// The label and the message.
    public var description: String { "\(label): \(message)" }
}

extension SpoolError.Fault: CustomStringConvertible {
    /// The path, the call and the system's words for the error.
    public var description: String { "\(path): \(step): \(String(cString: strerror(code)))" }
}

extension SpoolError.Fault {
    /// The situation that this failure means.
    var error: SpoolError {
        switch code {
        case ENOSPC, EDQUOT: .full(self)
        case EROFS: .readOnly(self)
        case EACCES, EPERM: .permission(self)
        case ENOENT: .missing(self)
        case ENOTDIR, ELOOP: .notADirectory(self)
        case EMFILE, ENFILE, ENOMEM: .exhausted(self)
        case EXDEV: .otherFileSystem(path: path)
        default: .io(self)
        }
    }
}

extension SpoolError.Foreignness {
    fileprivate var message: String {
        switch self {
        case .otherOutlet(let id): "belongs to another outlet (\(id)): give each outlet a directory of its own"
        case .otherCatalog(let id): "belongs to another catalog (\(id)): use that catalog, or an empty directory"
        case .unreadableMarker: "has a marker \(Marker.name) that can't be read: restore it, or use an empty directory"
        case .unmarked: "holds files but no marker \(Marker.name): use an empty directory"
        }
    }
}
