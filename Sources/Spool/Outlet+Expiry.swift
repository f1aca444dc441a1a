// SPDX-License-Identifier: Apache-2.0

/// How much of what nobody takes stays in an outlet; what is nil stays until a consumer takes it.
public struct Keeping: Hashable, Sendable {
    /// How long a file may lie there.
    public var age: Duration?
    /// How many files.
    public var files: Int?
    /// How many bytes.
    public var bytes: Int?

    /// Everything stays, unless told otherwise.
    public init(age: Duration? = nil, files: Int? = nil, bytes: Int? = nil) {
        self.age = age
        self.files = files
        self.bytes = bytes
    }

    /// Nothing is ever removed.
    public var isUnlimited: Bool { self == Keeping() }
}

/// A published file that nobody took, and that has to go.
public struct ExpiredFile: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// It lies in `bad/`.
    public var isSetAside: Bool
}

extension Outlet {
    /// The files that wait or were set aside, and are beyond what is kept; the oldest first. What is claimed is its consumer's.
    ///
    /// - Parameter now: seconds since 1970.
    public func expired(beyond keeping: Keeping, at now: Int64) throws(SpoolError) -> [ExpiredFile] {
        guard !keeping.isUnlimited else { return [] }
        let waiting = try Self.expired(in: out, beyond: keeping, at: now)
        let setAside = try Self.expired(in: bad, beyond: keeping, at: now)
        return waiting.map { ExpiredFile(name: $0, isSetAside: false) } + setAside.map { ExpiredFile(name: $0, isSetAside: true) }
    }

    /// Removes a file, and tells whether it was still there.
    public func remove(_ file: ExpiredFile) throws(SpoolError) -> Bool {
        try (file.isSetAside ? bad : out).remove(file.name)
    }

    /// Looked at from the newest on: a name begins with the catalog's number, so that the order of names is that of time.
    private static func expired(in directory: Directory, beyond keeping: Keeping, at now: Int64) throws(SpoolError) -> [String] {
        let names = try directory.spoolNames()
        var (kept, bytes) = (0, Int64(0))
        let oldest = keeping.age.map { now - $0.components.seconds }
        for (place, name) in names.enumerated().reversed() {
            // Claimed a moment ago, or a stranger's directory.
            guard let file = try directory.details(of: name) else { continue }
            bytes += file.length
            let isOld = oldest.map { file.modified < $0 } ?? false
            let isTooMany = keeping.files.map { kept >= $0 } ?? false
            let isTooMuch = keeping.bytes.map { bytes > Int64($0) } ?? false
            if isOld || isTooMany || isTooMuch { return Array(names[...place]) }
            kept += 1
        }
        return []
    }
}
