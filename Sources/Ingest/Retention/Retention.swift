// SPDX-License-Identifier: Apache-2.0

/// What is kept of the past, and for how long; what is nil is no limit.
public struct Retention: Hashable, Sendable {
    /// How long versions of stories stay in the catalog: 90 days.
    public var age: Duration = .seconds(90 * 86_400)
    /// How many versions stay in the catalog.
    public var versions: Int?
    /// How many bytes the catalog may use.
    public var catalogSize: Int?
    /// When the ingestion log is set aside, and what stays of it.
    public var log = LogRotation()
    /// Documents that could not be read.
    public var quarantine = Quarantine.Limits()

    /// The defaults.
    public init() {}
}

/// What pruning removed.
public struct Pruning: Hashable, Sendable {
    /// Versions that the catalog forgot.
    public var versions = 0
    /// Files of outlets that nobody took.
    public var files = 0
    /// Logs that were set aside.
    public var logs = 0
    /// Documents of the quarantine.
    public var documents = 0
    /// What could not be pruned.
    public var failures: [IngestError] = []

    /// Nothing was removed.
    public var isEmpty: Bool { versions + files + logs + documents == 0 }
}
