// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Ingest

struct SettingOriginTests {
    @Test func `each key tells the line that set it, the nearest first`() throws {
        let fixture = try SettingsFixture([
            "wirespool.yaml": """
            outlets: {main: {path: out}}
            defaults:
              interval: 5m
              timeout: 9s
            include: more.yaml
            feeds:
              a: {url: "http://a.example", timeout: 7s}
            """,
            "more.yaml": """
            defaults: {interval: 2m}
            feeds:
              b:
                url: http://b.example
            """,
        ])
        let effective = SettingsReview(of: fixture.directory + "/wirespool.yaml").effective
        func origin(_ owner: EffectiveSetting.Owner, _ key: String) -> String {
            guard let setting = effective.first(where: { $0.owner == owner && $0.key == key }) else { return "missing" }
            guard case .line(let place, let viaDefaults) = setting.origin else { return "\(setting.value) default" }
            return "\(setting.value) \(place.file.split(separator: "/").last ?? ""):\(place.line)\(viaDefaults ? " defaults" : "")"
        }
        #expect(origin(.feed("a"), "interval") == "5m wirespool.yaml:3 defaults")
        #expect(origin(.feed("a"), "timeout") == "7s wirespool.yaml:7")
        #expect(origin(.feed("b"), "interval") == "2m more.yaml:1 defaults")
        #expect(origin(.feed("b"), "timeout") == "9s wirespool.yaml:4 defaults")
        #expect(origin(.feed("b"), "max_body") == "16MiB default")
        #expect(origin(.feed("b"), "url") == "\"http://b.example\" more.yaml:4")
        #expect(origin(.outlet("main"), "path") == "out wirespool.yaml:1")
        #expect(origin(.top, "state") == "/var/lib/wirespool default")
    }

    @Test(arguments: [
        ("headers: {X-Key: \"@file:key\", Accept: x}", "headers", "{X-Key: \"@file:key\", Accept: (hidden)}"),
        ("proxy: \"http://me:secret@proxy.example:80\"", "proxy", "(hidden)"), ("tags: [a, b c]", "tags", "[a, \"b c\"]"),
        ("password: \"@credential:x.password\"", "password", "\"@credential:x.password\""),
    ])
    func `a secret is shown by its name only`(line: String, key: String, expected: String) throws {
        let fixture = try SettingsFixture([
            "wirespool.yaml": "outlets: {main: {path: out}}\nfeeds:\n  a:\n    url: http://a.example\n    \(line)\n"
        ])
        let effective = SettingsReview(of: fixture.directory + "/wirespool.yaml").effective
        #expect(effective.first { $0.owner == .feed("a") && $0.key == key }?.value == expected)
    }
}
