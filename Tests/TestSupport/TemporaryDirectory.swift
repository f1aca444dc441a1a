// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// A new, empty directory that is gone, with all that is in it, when its last reference is.
public final class TemporaryDirectory: Sendable {
    /// The absolute path, without a slash at the end.
    public let path: String

    /// Makes the directory in the system's place for temporary files.
    ///
    /// - Parameter isInMemory: in memory, where there is such a place: for thousands of commits that need not survive.
    public init(isInMemory: Bool = false) throws {
        let memory = "/dev/shm"
        let place =
            isInMemory && FileManager.default.isWritableFile(atPath: memory)
            ? URL(filePath: memory) : FileManager.default.temporaryDirectory
        path = place.appending(path: "wirespool-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        // What can't be removed is left to the system; a test has no use for the error.
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of an entry, which need not exist.
    public func path(_ name: String) -> String {
        "\(path)/\(name)"
    }

    /// Writes a file, in directories that are made when needed, and returns its path.
    @discardableResult
    public func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
        let file = path(name)
        let parent = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? path
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: file))
        return file
    }

    /// Writes a file of text.
    @discardableResult
    public func write(_ text: String, to name: String) throws -> String {
        try write(text.utf8, to: name)
    }

    /// The bytes of a file.
    public func read(_ name: String) throws -> [UInt8] {
        try Array(Data(contentsOf: URL(filePath: path(name))))
    }

    /// The names in the directory, or in one below it, in order.
    public func names(in directory: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(directory)).sorted()
    }
}
