// SPDX-License-Identifier: Apache-2.0
import Yams

/// Reads one configuration with its included files, and collects every mistake on the way.
struct SettingsReader {
    private(set) var mistakes: [SettingsError.Mistake] = []
    private(set) var warnings: [SettingsError.Mistake] = []
    private(set) var top = TopLevel()
    private(set) var outlets: [OutletSettings] = []
    private(set) var feeds: [FeedSettings] = []
    private(set) var origins: SettingOrigins

    private let secrets: SecretStore
    private let feedKeys = SettingIndex(SettingsTable.feed + SettingsTable.inheritable)
    private var feedPlaces: [String: FeedSettings.Place] = [:]

    /// - Parameter keepsOrigins: note where each key stands, for those who ask.
    init(secrets: SecretStore, keepsOrigins: Bool = true) {
        self.secrets = secrets
        origins = SettingOrigins(isKept: keepsOrigins)
    }

    /// Reads the main file, then what it includes.
    mutating func read(_ path: String) {
        let source = SettingsSource(path: path, secrets: secrets)
        guard let members = documentMembers(of: source) else { return }
        top = apply(members, SettingIndex(SettingsTable.top), to: top)
        origins.note(members, in: .top)
        readOutlets(in: source)
        let defaults = readDefaults(top.defaults, from: FeedDefaults(settings: FeedSettings(name: "", url: ""), files: []))
        readFeeds(top.feeds, from: defaults)
        for file in includedFiles(in: source) { readIncluded(file, from: defaults) }
        warnings += feeds.noteBusyHosts()
        warnOfIdleParts(in: path)
    }
}

extension SettingsReader {
    /// Reads a file of feeds by itself, as if the main file said nothing.
    mutating func readFeeds(ofFile path: String) {
        readIncluded(path, from: FeedDefaults(settings: FeedSettings(name: "", url: ""), files: []))
    }

    private mutating func documentMembers(of source: SettingsSource) -> [SettingMember]? {
        do throws(SettingsError) {
            guard let node = try source.document() else { return [] }
            let file = SettingMember(name: "the file", mark: node.mark, value: SettingValue(node: node, source: source))
            guard case .mapping = node else {
                mistakes.append(file.mistake("the file must be a map of names and values"))
                return nil
            }
            return members(of: file)
        } catch {
            mistakes += error.mistakes
            return nil
        }
    }

    /// Reads members by their table; a wrong one is a mistake and leaves its target as it was.
    private mutating func apply<Target>(_ members: [SettingMember], _ keys: SettingIndex<Target>, to target: Target) -> Target {
        var target = target
        for member in members {
            guard let setting = keys[member.name] else {
                mistakes.append(keys.mistake(ofUnknown: member))
                continue
            }
            guard !member.value.isNull else { continue }
            do throws(SettingFlaw) {
                try setting.read(member.value, &target)
            } catch {
                mistakes.append(member.mistake(error))
            }
        }
        return target
    }

    private mutating func members(of section: SettingMember) -> [SettingMember] {
        do throws(SettingFlaw) {
            return try section.value.members()
        } catch {
            mistakes.append(section.mistake(error))
            return []
        }
    }

    /// The members of a section whose names are names of feeds or outlets.
    private mutating func namedMembers(of section: SettingMember?) -> [SettingMember] {
        guard let section else { return [] }
        var named: [SettingMember] = []
        for member in members(of: section) {
            do throws(SettingFlaw) {
                try FeedChecks.name(member.name)
                named.append(member)
            } catch {
                mistakes.append(member.mistake(error.message))
            }
        }
        return named
    }
}

extension SettingsReader {
    private mutating func readOutlets(in source: SettingsSource) {
        let keys = SettingIndex(SettingsTable.outlet)
        var owners: [String: String] = [:]
        for member in namedMembers(of: top.outlets) {
            let members = members(of: member)
            let outlet = apply(members, keys, to: OutletSettings(name: member.name, path: ""))
            origins.note(members, in: .outlet(member.name))
            origins.noteOutlet(member.name)
            if !members.names("path") {
                mistakes.append(member.mistake("the outlet '\(member.name)' has no path"))
            } else if !outlet.path.isEmpty, let owner = owners.updateValue(member.name, forKey: outlet.path) {
                mistakes.append(member.mistake("the outlets '\(owner)' and '\(member.name)' have one path, \(outlet.path)"))
            }
            outlets.append(outlet)
        }
        if outlets.isEmpty {
            mistakes.append(.init(file: source.path, message: "there is no outlet; name at least one under 'outlets', with its path"))
        }
    }

    private mutating func warnOfIdleParts(in path: String) {
        guard !feeds.isEmpty else {
            warnings.append(.init(file: path, message: "there are no feeds"))
            return
        }
        for outlet in outlets {
            for glob in outlet.feeds where !feeds.contains(where: { glob.matches($0.name) }) {
                warnings.append(
                    .init(file: path, message: "the outlet '\(outlet.name)' asks for '\(glob.pattern)', and no feed is named so"))
            }
        }
    }

    private mutating func readDefaults(_ section: SettingMember?, from standard: FeedDefaults) -> FeedDefaults {
        guard let section else { return standard }
        let members = members(of: section)
        let file = section.value.source.path
        origins.note(members, in: .defaults(file: file))
        let settings = apply(members, SettingIndex(SettingsTable.inheritable), to: standard.settings)
        return FeedDefaults(settings: settings, files: [file] + standard.files)
    }

    private mutating func readFeeds(_ section: SettingMember?, from defaults: FeedDefaults) {
        for member in namedMembers(of: section) {
            var feed = defaults.settings
            feed.name = member.name.detached
            feed.place = member.place
            let members = members(of: member)
            feed = apply(members, feedKeys, to: feed)
            origins.note(members, in: .feed(member.name))
            origins.noteFeed(member.name, defaultsOf: defaults.files)
            check(feed, of: member, members)
            feeds.append(feed)
        }
    }

    private mutating func check(_ feed: FeedSettings, of member: SettingMember, _ members: [SettingMember]) {
        if let first = feedPlaces.updateValue(member.place, forKey: feed.name) {
            mistakes.append(member.mistake("there are two feeds '\(feed.name)'; the other is at \(first.file):\(first.line)"))
        }
        if !members.names("url") {
            mistakes.append(member.mistake("the feed '\(feed.name)' has no url"))
        }
        if members.names("username") != members.names("password") {
            mistakes.append(member.mistake("the feed '\(feed.name)' needs both username and password, or neither"))
        }
        if let agency = feed.agency, !FeedChecks.agencies.contains(agency) {
            let suggestion = agency.nearest(among: FeedChecks.agencies)
            warnings.append(member.mistake("the feed '\(feed.name)' names an unknown agency, '\(agency)'", suggestion: suggestion))
        }
    }
}

extension SettingsReader {
    /// The files that `include` names, as people would write them from where they stand.
    private mutating func includedFiles(in source: SettingsSource) -> [String] {
        guard let include = top.include else { return [] }
        var files: Set<String> = []
        do throws(SettingFlaw) {
            for pattern in try include.value.list() {
                let found = try Path.files(matching: pattern, in: source.directory)
                if found.isEmpty { warnings.append(include.mistake("include: no file matches '\(pattern)'")) }
                files.formUnion(found.map { Path.beside(source.path, $0) })
            }
        } catch {
            mistakes.append(include.mistake(error))
        }
        files = files.filter { Path.absolute($0) != Path.absolute(source.path) }
        return files.sorted()
    }

    private mutating func readIncluded(_ file: String, from defaults: FeedDefaults) {
        let source = SettingsSource(path: file, secrets: secrets)
        guard let members = documentMembers(of: source) else { return }
        let included = apply(members, SettingIndex(SettingsTable.included), to: TopLevel())
        readFeeds(included.feeds, from: readDefaults(included.defaults, from: defaults))
    }
}

/// What holds for a feed that says nothing, and the files that say so, the nearest first.
private struct FeedDefaults {
    var settings: FeedSettings
    var files: [String]
}
