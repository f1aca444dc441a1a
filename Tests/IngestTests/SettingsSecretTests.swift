// SPDX-License-Identifier: Apache-2.0
import Ingest
import Testing

@Suite struct SettingsSecretTests {
    private static func configuration(_ feed: String) -> String {
        "outlets: {a: {path: a}}\nfeeds:\n  f:\n    url: https://a.example/\n" + feed.split(separator: "\n").map { "    \($0)\n" }.joined()
    }

    @Test func `takes secrets from credentials and from files that only their owner reads`() throws {
        let fixture = try SettingsFixture(
            [
                "wirespool.yaml": Self.configuration(
                    """
                    username: "@credential:wire.user"
                    password: "@file:secrets/password"
                    headers: {X-Api-Key: "@credential:wire.key", Accept-Language: en}
                    client_certificate: "@credential:wire.pem"
                    client_key: secrets/key.pem
                    """),
                "secrets/password": "pass word\n", "secrets/key.pem": "key",
                "credentials/wire.user": "ann", "credentials/wire.key": "k3y\n", "credentials/wire.pem": "pem",
            ], modes: ["secrets/password": 0o600, "secrets/key.pem": 0o400])
        let feed = try fixture.load(credentials: fixture.directory + "/credentials").feeds[0]
        #expect(feed.username == "ann" && feed.password == "pass word")
        #expect(feed.headers == [.init("X-Api-Key", "k3y"), .init("Accept-Language", "en")])
        #expect(feed.clientCertificate == fixture.directory + "/credentials/wire.pem")
        #expect(feed.clientKey == fixture.directory + "/secrets/key.pem")
    }

    @Test func `takes an inline secret from a file that others cannot read`() throws {
        let fixture = try SettingsFixture(
            ["wirespool.yaml": Self.configuration("username: ann\npassword: secret\nproxy: http://u:p@proxy.example:3128")],
            modes: ["wirespool.yaml": 0o640])
        let feed = try fixture.load().feeds[0]
        #expect(feed.password == "secret" && feed.proxy == "http://u:p@proxy.example:3128")
    }

    @Test(arguments: [
        (
            "proxy: http://u:p@proxy.example:3128",
            "proxy: a secret must not stand in a file that everyone can read; write @credential:NAME or @file:PATH in quotes"
        ),
        (
            "headers: {Authorization: Bearer abc}",
            "headers: a secret must not stand in a file that everyone can read; write @credential:NAME or @file:PATH in quotes"
        ),
        ("headers: {a: \"@file:open\"}", "headers: open can be read by others than its owner; chmod 600 mends that"),
        ("headers: {a: \"@file:absent\"}", "headers: there is no file absent"),
        ("headers: {a: \"@file:lines\"}", "headers: lines must hold one line of text"),
        ("headers: {a: \"@credential:\"}", "headers: 'credential' names no secret; write @credential:NAME or @file:PATH"),
        ("headers: {a: \"@credentials:x\"}", "headers: '@credentials:' is unknown; did you mean '@credential:'?"),
        ("headers: {a: \"@credential:../x\"}", "headers: '../x' is not the name of a credential"),
        (
            "headers: {a: \"@credential:x\"}",
            "headers: there are no credentials: $CREDENTIALS_DIRECTORY is not set (systemd's LoadCredential= sets it)"
        ),
        ("client_key: open", "client_key: open can be read by others than its owner; chmod 600 mends that"),
    ])
    func `refuses a secret that others could read, or that is not there`(feed: String, complaint: String) throws {
        let fixture = try SettingsFixture(
            ["wirespool.yaml": Self.configuration(feed), "open": "x", "lines": "a\nb\n"], modes: ["lines": 0o600])
        #expect(fixture.complaints() == ["wirespool.yaml:5: " + complaint])
    }
}
