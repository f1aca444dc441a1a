// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing
import Transport

struct FileSourceTests {
    private let directory: TemporaryDirectory
    private let transfers: Transfers

    init() throws {
        directory = try TemporaryDirectory()
        transfers = try Transfers()
    }

    @Test(arguments: ["file:", "file://", "FILE:", "file://localhost"])
    func `a file is read as it is`(prefix: String) async throws {
        let path = try directory.write("<rss/>", to: "a feed.xml")
        let response = try await transfers.fetch(request(prefix + path.replacing(" ", with: "%20")))
        #expect(response.status == 200)
        #expect(response.body == Array("<rss/>".utf8))
    }

    @Test func `an unchanged file is not modified`() async throws {
        let url = "file:" + (try directory.write("<rss/>", to: "a.xml"))
        let first = try await transfers.fetch(request(url))
        let second = try await transfers.fetch(request(url, first.validators))
        #expect(second.status == 304)
        #expect(second.body.isEmpty)
        #expect(second.validators == first.validators)
    }

    @Test func `a changed file is read again`() async throws {
        let url = "file:" + (try directory.write("<rss/>", to: "a.xml"))
        let first = try await transfers.fetch(request(url))
        try directory.write("<rss>2</rss>", to: "a.xml")
        let second = try await transfers.fetch(request(url, first.validators))
        #expect(second.status == 200)
        #expect(second.body == Array("<rss>2</rss>".utf8))
        #expect(second.validators != first.validators)
    }

    @Test(arguments: [
        ("file:/no/such/file.xml", "no-such-file"), ("file:/dev/null", "unreadable-file"), ("file:/", "unreadable-file"),
        ("file:", "bad-url"),
        ("file://host.example/a.xml", "bad-url"), ("file:/a%00b", "bad-url"), ("file:/a%zzb", "bad-url"), ("file:/a%2", "bad-url"),
    ])
    func `what can't be read is an error with its label`(url: String, label: String) async {
        #expect(await transfers.label(of: request(url)) == label)
    }

    @Test(arguments: [(99, "too-large"), (100, "no error")])
    func `a file may be as large as the limit`(limit: Int, label: String) async throws {
        let path = try directory.write([UInt8](repeating: 0x61, count: 100), to: "a.xml")
        var request = request("file:" + path)
        request.limits.maxBody = limit
        #expect(await transfers.label(of: request) == label)
    }

    private func request(_ url: String, _ validators: Validators = Validators()) -> FetchRequest {
        FetchRequest(url: url, validators: validators, userAgent: "Wirespool/1.0")
    }
}
