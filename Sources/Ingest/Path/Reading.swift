// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import Feeds
import FoundationEssentials
import Transport

/// The first half of the path, which remembers nothing: fetch → read.
struct Reading: Sendable {
    /// What one request brought.
    enum Result: Sendable {
        case notModified(FetchResponse)
        case document(FetchResponse, ParsedFeed)
    }

    let fetcher: any Fetching
    let parser: DocumentParser
    /// Where documents that can't be read are kept; nil keeps none.
    let quarantine: Quarantine?
    /// Where the robots.txt of hosts are kept; nil keeps none.
    let robotsFiles: RobotsFiles?
    let clock: WallClock

    func read(_ feed: FeedSettings, knowing state: FeedState) async throws(IngestError) -> Result {
        let response = try await answer(to: feed, knowing: state)
        guard response.status != 304 else { return .notModified(response) }
        return .document(response, try await parse(response, feed))
    }

    /// What the feed's server answers: a document, or 304.
    func answer(to feed: FeedSettings, knowing state: FeedState) async throws(IngestError) -> FetchResponse {
        try await heedRobots(at: state.address, of: feed, state)
        return try await fetch(FetchRequest(feed, state, at: clock.now()))
    }
}

extension Reading {
    func fetch(_ request: FetchRequest) async throws(IngestError) -> FetchResponse {
        let response: FetchResponse
        do {
            response = try await fetcher.fetch(request)
        } catch {
            throw IngestError(error)
        }
        let isDelta = request.acceptsDelta && response.isDelta
        guard response.status == 200 || (response.status == 304 && !request.validators.isEmpty) || isDelta else {
            var refusal =
                await challenge(in: response) ?? IngestError(status: response.status, isFinal: response.redirects.allSatisfy(\.isPermanent))
            refusal.retryAfter = response.header("Retry-After").flatMap { Schedule.retryAfter($0, now: clock.now()) }
            throw refusal
        }
        return response
    }

    func parse(_ response: FetchResponse, _ feed: FeedSettings) async throws(IngestError) -> ParsedFeed {
        let source = DocumentSource(
            url: response.url, contentType: response.header("Content-Type"),
            language: response.header("Content-Language") ?? feed.language,
            timeZone: feed.timeZone ?? feed.agency.flatMap(Agency.code)?.timeZone)
        do {
            return try await parser.read(response.body, source: source)
        } catch {
            quarantine?.keep(response.body, feed: feed.name)
            throw Self.portal(instead: feed, response, error) ?? IngestError(error)
        }
    }

    /// A refusal whose page asks for a browser.
    private func challenge(in response: FetchResponse) async -> IngestError? {
        guard response.status >= 400 else { return nil }
        do throws(DocumentParser.Failure) {
            _ = try await parser.read(response.body, source: DocumentSource())
            return nil
        } catch {
            guard case .refused(let error) = error, error.label == .challenge else { return nil }
            var refusal = IngestError(error)
            refusal.message = "HTTP \(response.status): \(error.message)"
            return refusal
        }
    }

    /// A page of another host in place of the feed: the sign-in page of a network, most likely our own.
    private static func portal(instead feed: FeedSettings, _ response: FetchResponse, _ failure: DocumentParser.Failure)
        -> IngestError?
    {
        guard case .refused(let error) = failure, error.label == .notAFeed, let host = FeedSettings.host(of: response.url),
            host != feed.host, !response.redirects.isEmpty,
            !response.redirects.allSatisfy(\.isPermanent)
        else { return nil }
        return IngestError(
            stage: .parse, label: "captive-portal", message: "\(host) answers in its place, and not with a feed: \(error.message)",
            exitCode: ExitCode.badData)
    }
}

extension FetchRequest {
    init(_ feed: FeedSettings, _ state: FeedState, at now: Date) {
        self.init(url: state.address, validators: state.validators(for: feed, at: now), userAgent: feed.userAgent)
        httpVersion = feed.httpVersion
        (validatorsURL, home) = (state.validatorsURL, feed.url)
        acceptsDelta = feed.asksForDeltas
        headers = feed.headers.map { HeaderField($0.name, $0.value.utf8) }
        allowsPrivateAddresses = feed.allowsPrivate
        proxy = feed.proxy
        caFile = feed.caFile
        clientCertificate = feed.clientCertificate
        clientKey = feed.clientKey
        limits.total = feed.timeout
        limits.connect = min(limits.connect, feed.timeout)
        limits.maxBody = feed.maxBody
        if let user = feed.username { credentials = Credentials(user: user, password: feed.password ?? "") }
    }
}
