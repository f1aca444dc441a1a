// SPDX-License-Identifier: Apache-2.0

/// One file to be published: its name and its exact bytes.
public struct SpoolEntry: Hashable, Sendable {
    /// The catalog's sequence number, which the name begins with.
    public var sequence: Int64
    /// `<16 digits>-<26 base32>-r<revision>.json` (docs/SPOOL.md).
    public var name: String
    /// What the file holds.
    public var bytes: [UInt8]

    /// Describes a file; nothing is written yet.
    public init(sequence: Int64, name: String, bytes: [UInt8]) {
        self.sequence = sequence
        self.name = name
        self.bytes = bytes
    }
}
