// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Ingest
import Testing

/// The configurations that come with the program.
@Suite struct SettingsShippedTests {
    private static let directory = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Config/"

    @Test(arguments: ["wirespool.yaml", "demo/wirespool.yaml", "demo/later.yaml"])
    func `is read without a mistake or a warning`(name: String) throws {
        let settings = try Settings.load(Self.directory + name)
        #expect(settings.warnings == [])
        #expect(settings.feeds.count >= 8)
    }

    @Test func `names each agency's feeds, with the agency and its time zone`() throws {
        let feeds = try Settings.load(Self.directory + "wirespool.yaml").feeds
        #expect(Set(feeds.compactMap(\.agency)).count >= 12)
        #expect(feeds.allSatisfy { $0.timeZone != nil && $0.language != nil && $0.url.hasPrefix("http") })
        #expect(feeds.contains { $0.isEnabled })
    }

    @Test(arguments: ["demo/wirespool.yaml", "demo/later.yaml"])
    func `the demonstration reads only files that are there`(name: String) throws {
        for feed in try Settings.load(Self.directory + name).feeds {
            let path = try #require(URL(string: feed.url)).path
            #expect(feed.url.hasPrefix("file:///") && FileManager.default.fileExists(atPath: path))
        }
    }
}
