// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Transport

struct JourneyTests {
    @Test func `https never becomes http`() throws {
        var journey = try Journey(FetchRequest(url: "https://feeds.example/a", userAgent: "x"))
        let error = #expect(throws: FetchError.self) { try journey.follow(redirect("http://feeds.example/a")) }
        #expect(error?.label == .badRedirect)
    }

    @Test func `http may become https, which is another origin`() throws {
        var journey = try Journey(personal("http://feeds.example/a"))
        #expect(try journey.follow(redirect("https://feeds.example/a")))
        #expect(journey.address.text == "https://feeds.example/a")
        #expect(journey.request.validators.isEmpty)
        #expect(journey.request.credentials == nil)
        #expect(journey.request.headers.isEmpty)
        #expect(journey.request.clientCertificate == nil && journey.request.clientKey == nil)
        #expect(journey.request.caFile == "/ca.pem")
    }

    @Test func `credentials in the address are taken out of it`() throws {
        let journey = try Journey(FetchRequest(url: "https://us%40er:pa%3Ass@feeds.example/a", userAgent: "x"))
        #expect(journey.address.text == "https://feeds.example/a")
        #expect(journey.request.credentials == Credentials(user: "us@er", password: "pa:ss"))
    }

    @Test func `Digest is tried once where Basic is not welcome`() throws {
        let challenge = HeaderField("WWW-Authenticate", "Digest realm=\"wire\", nonce=\"1\"".utf8)
        let refusal = FetchResponse(status: 401, url: "https://feeds.example/a", headers: [challenge])
        var journey = try Journey(personal("https://feeds.example/a"))
        #expect(journey.authentication == .basic)
        #expect(try journey.follow(refusal))
        #expect(journey.authentication == .digest)
        #expect(try !journey.follow(refusal))
    }

    @Test func `a password is not sent in the clear before the server has asked`() throws {
        #expect(try Journey(personal("http://feeds.example/a")).authentication == .negotiated)
    }

    @Test(arguments: [200, 204, 300, 304, 305, 306, 404])
    func `other answers end the journey`(status: Int) throws {
        var journey = try Journey(FetchRequest(url: "https://feeds.example/a", userAgent: "x"))
        let response = FetchResponse(status: status, url: "", headers: [HeaderField("Location", "/b".utf8)])
        #expect(try !journey.follow(response))
    }

    private func redirect(_ location: String) -> FetchResponse {
        FetchResponse(status: 301, url: "", headers: [HeaderField("Location", location.utf8)])
    }

    private func personal(_ url: String) -> FetchRequest {
        var request = FetchRequest(url: url, validators: Validators(entityTag: [0x31]), userAgent: "x")
        request.headers = [HeaderField("X-Api-Key", "k".utf8)]
        request.credentials = Credentials(user: "u", password: "p")
        (request.clientCertificate, request.clientKey, request.caFile) = ("/cert.pem", "/key.pem", "/ca.pem")
        return request
    }
}
