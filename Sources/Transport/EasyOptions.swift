// SPDX-License-Identifier: Apache-2.0
import CCurl

/// Sets the options of one easy handle: everything that bounds a request, and nothing left to libcurl's defaults or the environment.
@unsafe
struct EasyOptions {
    let easy: UnsafeMutableRawPointer

    func set(_ hop: Hop) {
        unsafe string(CURLOPT_URL, hop.address.text)
        unsafe setProtocol(hop.request.httpVersion)
        unsafe setLimits(hop)
        unsafe setTLS(hop.request)
        unsafe setProxy(hop.request.proxy)
        unsafe setCredentials(hop)
    }
}

extension EasyOptions {
    private func setProtocol(_ version: HTTPVersion) {
        unsafe long(CURLOPT_NOSIGNAL, 1)
        // A transfer that ends while its name is being resolved would otherwise wait for the resolver, and all others with it.
        unsafe long(CURLOPT_QUICK_EXIT, 1)
        unsafe string(CURLOPT_PROTOCOLS_STR, "http,https")
        unsafe string(CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
        unsafe long(CURLOPT_HTTP_VERSION, Int(version == .two ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1))
        unsafe long(CURLOPT_HTTP09_ALLOWED, 0)
        unsafe long(CURLOPT_FOLLOWLOCATION, 0)
        unsafe long(CURLOPT_HTTPGET, 1)
        unsafe long(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        unsafe long(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        // Every encoding that this libcurl can undo.
        unsafe string(CURLOPT_ACCEPT_ENCODING, "")
    }

    private func setLimits(_ hop: Hop) {
        let limits = hop.request.limits
        unsafe long(CURLOPT_CONNECTTIMEOUT_MS, min(limits.connect, hop.timeLeft).milliseconds)
        unsafe long(CURLOPT_TIMEOUT_MS, hop.timeLeft.milliseconds)
        unsafe long(CURLOPT_LOW_SPEED_LIMIT, max(0, limits.lowSpeedBytesPerSecond))
        unsafe long(CURLOPT_LOW_SPEED_TIME, (limits.lowSpeedTime.milliseconds - 1) / 1000 + 1)
        unsafe wirespool_set_offset(easy, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(max(1, limits.maxBody)))
    }

    private func setTLS(_ request: FetchRequest) {
        unsafe long(CURLOPT_SSL_VERIFYPEER, 1)
        unsafe long(CURLOPT_SSL_VERIFYHOST, 2)
        unsafe long(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if let file = request.caFile {
            unsafe string(CURLOPT_CAINFO, file)
            // The system's directory would otherwise be trusted as well.
            unsafe string(CURLOPT_CAPATH, nil)
        }
        unsafe string(CURLOPT_SSLCERT, request.clientCertificate)
        unsafe string(CURLOPT_SSLKEY, request.clientKey)
    }

    /// An empty string keeps libcurl from asking the environment.
    private func setProxy(_ proxy: String?) {
        unsafe string(CURLOPT_PROXY, proxy ?? "")
        unsafe string(CURLOPT_NOPROXY, "")
    }

    private func setCredentials(_ hop: Hop) {
        guard let credentials = hop.request.credentials else { return }
        unsafe string(CURLOPT_USERNAME, credentials.user)
        unsafe string(CURLOPT_PASSWORD, credentials.password)
        let methods =
            switch hop.authentication {
            case .basic: wirespool_auth_basic
            case .digest: wirespool_auth_digest
            case .negotiated: wirespool_auth_basic | wirespool_auth_digest
            }
        unsafe long(CURLOPT_HTTPAUTH, methods)
    }

    private func long(_ option: CURLoption, _ value: Int) {
        _ = unsafe wirespool_set_long(easy, option, value)
    }

    private func string(_ option: CURLoption, _ value: String?) {
        _ = unsafe wirespool_set_string(easy, option, value)
    }
}
