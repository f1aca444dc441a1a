// SPDX-License-Identifier: Apache-2.0

/// One consumer of an outlet: claims files by rename, each for itself alone, and says what became of them (docs/SPOOL.md).
///
/// Several consumers of different names may share an outlet; a name belongs to one process at a time.
public final class Consumer: Sendable {
    /// The name that this consumer's claims lie under.
    public let name: String

    private let new: Directory
    private let mine: Directory
    private let bad: Directory
    private let lock: Lock

    /// Opens a published outlet, and makes the directory of this consumer's claims where it is missing.
    ///
    /// - Parameter name: a directory's name: `[A-Za-z0-9._-]`, beginning with a letter, a digit or `_`.
    public init(opening settings: OutletDirectory, name: String) throws(SpoolError) {
        precondition(Self.isName(name), "a consumer's name is a directory's name")
        self.name = name
        new = try Directory(settings.layout == .drop ? settings.path : settings.path + "/new")
        let taken = settings.layout == .drop ? new : try Directory(settings.path + "/cur")
        bad = try Directory(settings.workshop + "/bad")
        mine = try taken.subdirectory(name, orMaking: 0o2770)
        lock = try Lock(of: mine)
    }

    /// Whether a consumer may be called so.
    public static func isName(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, name.utf8.count <= 64, !".-".unicodeScalars.contains(first) else { return false }
        return name.unicodeScalars.allSatisfy { $0.isASCII && ($0.properties.isAlphabetic || "0123456789._-".unicodeScalars.contains($0)) }
    }
}

/// A file that its consumer alone has now.
public struct Claim {
    /// The file's name.
    public let name: String
    private let file: OpenFile

    fileprivate init(name: String, file: OpenFile) {
        self.name = name
        self.file = file
    }

    /// Open for reading at the file's beginning, as long as this value lives.
    public var descriptor: CInt { file.number }
}

extension Consumer {
    /// The files that were claimed under this name before and are not done, in catalog order. Begin with these.
    public func leftovers() throws(SpoolError) -> [String] { try mine.spoolNames() }

    /// The files that nobody has claimed yet, in catalog order.
    public func waiting() throws(SpoolError) -> [String] { try new.spoolNames() }

    /// Claims a waiting file, durably; nil when another consumer was faster.
    public func claim(_ name: String) throws(SpoolError) -> Claim? {
        switch try new.move(name, to: mine, as: name) {
        case .absent: return nil
        // It is ours already, and was published once more.
        case .occupied: try new.remove(name)
        case .moved: break
        }
        try mine.synchronize()
        try new.synchronize()
        return try resume(name)
    }

    /// Opens a file that is claimed already; nil when it is gone, or no regular file.
    public func resume(_ name: String) throws(SpoolError) -> Claim? {
        guard try mine.length(of: name) != nil else { return nil }
        return Claim(name: name, file: try OpenFile(reading: name, in: mine))
    }

    /// The file was dealt with: it is removed.
    public func acknowledge(_ name: String) throws(SpoolError) {
        try mine.remove(name)
    }

    /// The file is to be done later, by whoever is first.
    public func putBack(_ name: String) throws(SpoolError) {
        // Occupied: it was published once more meanwhile, and one is enough.
        if case .occupied = try mine.move(name, to: new, as: name) { try mine.remove(name) }
    }

    /// The file can't be dealt with: it goes to `bad/` for people to look at.
    public func setAside(_ name: String) throws(SpoolError) {
        if case .occupied = try mine.move(name, to: bad, as: name) { try mine.remove(name) }
    }

    /// Makes durable what was acknowledged, put back and set aside, so that it is not done again after a power failure.
    public func synchronize() throws(SpoolError) {
        try new.synchronize()
        try bad.synchronize()
        try mine.synchronize()
    }
}
