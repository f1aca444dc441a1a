// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// A whole configuration that was read without a mistake: every path absolute, every secret resolved.
public struct Settings: Sendable, Hashable {
    /// The directory of catalog, lock and quarantine.
    public var state: String
    /// The file of the ingestion log.
    public var log: String
    /// The operator's own places for datelines, or nil.
    public var placesFile: String?
    /// Where the daemon offers its metrics, or nil.
    public var metrics: MetricsTarget?
    /// What is kept, and for how long.
    public var retention = Retention()
    /// Who reads documents.
    public var parser = ParserPlace.inline
    /// Bytes that stay free where state and log lie: with less, nothing is polled.
    public var minFree = 64 << 20
    /// At least one, in the order written.
    public var outlets: [OutletSettings]
    /// In the order written; those of included files follow, by file name.
    public var feeds: [FeedSettings]
    /// What is allowed and yet likely to be wrong, such as an include that matches no file.
    public var warnings: [SettingsError.Mistake]

    /// A configuration from its parts.
    public init(
        state: String, log: String, outlets: [OutletSettings], feeds: [FeedSettings] = [], warnings: [SettingsError.Mistake] = []
    ) {
        self.state = state
        self.log = log
        self.outlets = outlets
        self.feeds = feeds
        self.warnings = warnings
    }
}

/// What the command line says instead of the configuration; relative paths are relative to the working directory.
public struct SettingsOverrides: Sendable, Hashable {
    /// The directory of catalog, lock and quarantine.
    public var state: String?
    /// The directory under which each outlet gets a directory of its own name.
    public var spool: String?
    /// The file of the ingestion log.
    public var log: String?

    /// What is nil is left to the configuration.
    public init(state: String? = nil, spool: String? = nil, log: String? = nil) {
        self.state = state
        self.spool = spool
        self.log = log
    }
}

extension Settings {
    /// The configuration where no other is named: the system's, else the one in the working directory.
    public static func standardPath() -> String {
        let system = "/etc/wirespool/wirespool.yaml"
        return Path.exists(system) ? system : "wirespool.yaml"
    }

    /// Reads the configuration and its included files; throws every mistake in them at once.
    ///
    /// Secrets come from `$CREDENTIALS_DIRECTORY` or from files that their owner alone can read. Nothing is written or fetched.
    public static func load(_ path: String, overrides: SettingsOverrides = SettingsOverrides()) throws(SettingsError) -> Settings {
        try load(path, overrides: overrides, credentials: ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"])
    }

    static func load(_ path: String, overrides: SettingsOverrides, credentials: String?) throws(SettingsError) -> Settings {
        let review = SettingsReview(of: path, overrides: overrides, credentials: credentials, keepsOrigins: false)
        guard review.mistakes.isEmpty else { throw SettingsError(review.mistakes) }
        return review.settings
    }

    fileprivate mutating func apply(_ overrides: SettingsOverrides) {
        if let directory = overrides.state { state = Path.absolute(directory) }
        if let file = overrides.log { log = Path.absolute(file) }
        guard let spool = overrides.spool else { return }
        for index in outlets.indices { outlets[index].path = Path.absolute(outlets[index].name, in: Path.absolute(spool)) }
    }
}

/// A configuration as far as it could be read, with every mistake in it and the origin of every key.
public struct SettingsReview: Sendable {
    /// What was right; not to be run with while there are mistakes.
    public let settings: Settings
    /// What must be mended.
    public let mistakes: [SettingsError.Mistake]
    /// Every key as it is in force, before the command line's overrides.
    public var effective: [EffectiveSetting] { origins.effective }

    private let origins: SettingOrigins

    /// Reads the configuration as `Settings.load` does.
    public init(of path: String, overrides: SettingsOverrides = SettingsOverrides()) {
        self.init(of: path, overrides: overrides, credentials: ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"])
    }

    init(of path: String, overrides: SettingsOverrides, credentials: String?, keepsOrigins: Bool = true) {
        var reader = SettingsReader(secrets: SecretStore(credentials: credentials), keepsOrigins: keepsOrigins)
        reader.read(path)
        var settings = Settings(
            state: reader.top.state, log: reader.top.log, outlets: reader.outlets, feeds: reader.feeds, warnings: reader.warnings)
        settings.placesFile = reader.top.places
        settings.metrics = reader.top.metrics
        settings.retention = reader.top.retention
        settings.parser = reader.top.parser
        settings.minFree = reader.top.minFree
        settings.apply(overrides)
        self.settings = settings
        mistakes = reader.mistakes
        origins = reader.origins
    }
}
