// SPDX-License-Identifier: Apache-2.0

/// The way of one fetch from address to address: what to ask next, and what may go along.
///
/// Credentials, the client's certificate and the caller's own headers belong to the origin that they were given for. Once a redirect
/// has left it they are gone for the rest of the way (RFC 9110 §15.4), even if the way leads back. Validators belong to the address
/// that gave them, and are sent to no other.
struct Journey {
    /// The request as the next hop sees it.
    private(set) var request: FetchRequest
    private(set) var address: WebAddress
    private(set) var authentication = Authentication.negotiated
    private(set) var redirects: [Redirect] = []
    private var visited: Set<String>
    private let validators: Validators
    private let validatorsAddress: String
    private let strictTransport: StrictTransport

    /// How the credentials are shown.
    enum Authentication: Hashable, Sendable {
        /// Basic at once: one request, and TLS keeps the password.
        case basic
        case digest
        /// Asks without credentials first, because the wire is open.
        case negotiated
    }

    init(_ request: FetchRequest, strictTransport: StrictTransport = StrictTransport()) throws(FetchError) {
        self.request = request
        self.strictTransport = strictTransport
        let asked = try WebAddress(request.url)
        address = try strictTransport.upgraded(asked)
        if request.credentials == nil { self.request.credentials = asked.login }
        visited = [address.text]
        validators = request.validators
        validatorsAddress = try request.validatorsURL.map { url throws(FetchError) in try WebAddress(url).text } ?? address.text
        authentication = address.scheme == "https" ? .basic : .negotiated
        if let home = request.home, home != request.url, try !strictTransport.upgraded(WebAddress(home)).hasOrigin(of: address) {
            dropWhatBelongsToTheOrigin()
        }
        chooseValidators()
        try checkTarget(of: address)
    }

    /// Prepares the hop that `response` asks for; false when there is none, and the journey is over.
    mutating func follow(_ response: FetchResponse) throws(FetchError) -> Bool {
        if wantsDigest(response) {
            authentication = .digest
            return true
        }
        guard [301, 302, 303, 307, 308].contains(response.status) else { return false }
        let target = try target(of: response)
        guard redirects.count < request.limits.maxRedirects else {
            throw FetchError(.tooManyRedirects, "more than \(request.limits.maxRedirects) redirects; the last led to \(target.authority)")
        }
        guard visited.insert(target.text).inserted else { throw FetchError(.redirectLoop, "redirects in a circle at \(target.authority)") }
        if !target.hasOrigin(of: address) { dropWhatBelongsToTheOrigin() }
        authentication = target.scheme == "https" ? .basic : .negotiated
        address = target
        chooseValidators()
        redirects.append(Redirect(status: response.status, target: target.text))
        return true
    }
}

extension Journey {
    /// A server behind TLS that knows Digest only has just refused Basic.
    private func wantsDigest(_ response: FetchResponse) -> Bool {
        guard response.status == 401, authentication == .basic, request.credentials != nil else { return false }
        let challenges = response.headers.filter { $0.isNamed("WWW-Authenticate") }
        return challenges.contains { $0.value.prefix(6).map { $0 | 0x20 } == Array("digest".utf8) }
    }

    private func target(of response: FetchResponse) throws(FetchError) -> WebAddress {
        let locations = Set(response.headers.filter { $0.isNamed("Location") }.map(\.value))
        guard let location = locations.first, locations.count == 1 else {
            throw FetchError(
                .badRedirect, "\(address.authority) answered \(response.status) with \(locations.isEmpty ? "no" : "more than one") Location"
            )
        }
        let target: WebAddress
        do {
            target = try strictTransport.upgraded(WebAddress(String(decoding: location, as: UTF8.self), relativeTo: address))
        } catch {
            throw FetchError(.badRedirect, "\(address.authority) redirects to \(error.message)")
        }
        guard target.login == nil else {
            throw FetchError(.badRedirect, "\(address.authority) redirects to an address with a user name in it")
        }
        guard address.scheme == "http" || target.scheme == "https" else {
            throw FetchError(.badRedirect, "\(address.authority) redirects from https to http at \(target.authority)")
        }
        try checkTarget(of: target)
        return target
    }

    /// Refuses what can be refused without asking a name server; the address of each socket is checked again when it is opened.
    private func checkTarget(of target: WebAddress) throws(FetchError) {
        guard !request.allowsPrivateAddresses else { return }
        guard AddressRule.permits(port: target.port) else {
            throw FetchError(.forbiddenAddress, "\(target.authority): only the ports 80, 443 and from 1024 on are allowed")
        }
        guard IPAddress(target.host).map(AddressRule.permits) ?? true else {
            throw FetchError(.forbiddenAddress, "\(target.authority) is a private or special address")
        }
    }

    private mutating func chooseValidators() {
        request.validators = address.text == validatorsAddress ? validators : Validators()
    }

    private mutating func dropWhatBelongsToTheOrigin() {
        request.credentials = nil
        request.headers = []
        request.clientCertificate = nil
        request.clientKey = nil
    }
}
