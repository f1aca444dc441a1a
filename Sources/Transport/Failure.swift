// SPDX-License-Identifier: Apache-2.0
import CCurl
import Glibc

/// What libcurl knows of a transfer that failed.
struct Failure {
    var code: CURLcode
    var authority: String
    var elapsed: Duration
    var total: Duration
    var isConnected: Bool
    var hasHead: Bool
    var systemError: Int32
    /// libcurl's own words.
    var detail: String

    /// The same in our words.
    var error: FetchError {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: FetchError(.noSuchHost, "no such host: \(authority)")
        case CURLE_COULDNT_RESOLVE_PROXY: FetchError(.noSuchHost, "no such host: the proxy")
        case CURLE_COULDNT_CONNECT where systemError == ECONNREFUSED: FetchError(.refused, "\(authority) refused the connection")
        case CURLE_COULDNT_CONNECT: FetchError(.unreachable, "can't connect to \(authority)\(reason)")
        case CURLE_OPERATION_TIMEDOUT: timeout
        case CURLE_PARTIAL_FILE: FetchError(.truncated, "\(authority) closed the connection before the end of the document")
        case CURLE_GOT_NOTHING: FetchError(.reset, "\(authority) closed the connection without an answer")
        // libcurl has no code of its own for a broken chunk, nor for a proxy that says no.
        case CURLE_RECV_ERROR where detail.hasSuffix("chunked-encoding"): other
        case CURLE_RECV_ERROR where detail.hasPrefix("CONNECT"):
            FetchError(.unreachable, "the proxy did not connect to \(authority): \(detail)")
        case CURLE_PROXY: FetchError(.unreachable, "the proxy did not connect to \(authority)")
        case CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_HTTP2_STREAM: FetchError(.reset, "\(authority) broke the connection\(reason)")
        case CURLE_FILESIZE_EXCEEDED: FetchError(.tooLarge, "\(authority) announced a document that is too large")
        case CURLE_BAD_CONTENT_ENCODING: FetchError(.badEncoding, "\(authority) sent a Content-Encoding that can't be undone")
        // Nor for a header line of more than it takes.
        case CURLE_OUT_OF_MEMORY where isConnected && !hasHead: FetchError(.tooLarge, "\(authority) sent a header line that is too long")
        case CURLE_OUT_OF_MEMORY, CURLE_FAILED_INIT, CURLE_BAD_FUNCTION_ARGUMENT: FetchError(.internal, "libcurl: \(detail)")
        default: Failure.isTLS(code) ? FetchError(.tls, "no secure connection to \(authority): \(detail)") : other
        }
    }
}

extension Failure {
    private var reason: String { systemError == 0 ? "" : ": \(systemMessage(systemError))" }

    private var other: FetchError { FetchError(.badResponse, "\(authority) did not answer in HTTP: \(detail)") }

    private var timeout: FetchError {
        guard isConnected else { return FetchError(.timedOut, "no connection to \(authority) within \(elapsed.inWords)") }
        guard hasHead else { return FetchError(.timedOut, "no answer from \(authority) within \(elapsed.inWords)") }
        // libcurl counts in milliseconds, and may give up a little before the whole time.
        guard elapsed + .milliseconds(10) < total else {
            return FetchError(.timedOut, "\(authority) had not sent the whole document after \(elapsed.inWords)")
        }
        return FetchError(.tooSlow, "\(authority) sent too slowly; given up after \(elapsed.inWords)")
    }

    private static func isTLS(_ code: CURLcode) -> Bool {
        [
            CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED, CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_CRL_BADFILE,
            CURLE_SSL_ISSUER_ERROR, CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CLIENTCERT, CURLE_USE_SSL_FAILED,
        ].contains { $0 == code }
    }
}

extension Duration {
    /// Whole milliseconds, at least one and at most what a C `int` holds: for libcurl nought means "no limit".
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        guard seconds < Int64(Int32.max) / 1000 else { return Int(Int32.max) }
        return max(1, Int(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000))
    }

    /// `60 s` or `200 ms`.
    var inWords: String {
        self < .seconds(2) ? "\(milliseconds) ms" : "\(components.seconds) s"
    }
}
