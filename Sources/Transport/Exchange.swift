// SPDX-License-Identifier: Apache-2.0
import CCurl
import Glibc

/// One request and its answer: the owner of one easy handle, used again and again.
@safe
final class Exchange {
    /// A body buffer above this size is not kept for the next exchange.
    private static let keptCapacity = 256 << 10

    let easy: UnsafeMutableRawPointer
    private let errorText: UnsafeMutablePointer<CChar>
    private var lines: UnsafeMutablePointer<curl_slist>?
    private var head = ResponseHead(maxBytes: 0)
    private var body: [UInt8] = []
    private var gzipTail = GzipTail()
    private var maxBody = 0
    private var allowsEveryAddress = false
    private var usesProxy = false
    private var authority = ""
    private var url = ""
    private var total = Duration.zero
    /// Why a callback has ended the transfer.
    private var problem: FetchError?

    init() throws(FetchError) {
        guard let easy = unsafe curl_easy_init() else { throw FetchError(.internal, "libcurl has no memory") }
        unsafe self.easy = unsafe easy
        unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        unsafe curl_easy_cleanup(easy)
        unsafe curl_slist_free_all(lines)
        unsafe errorText.deallocate()
    }

    /// Makes the handle ready for `hop`; what an earlier exchange had set is gone.
    func prepare(_ hop: Hop, ticket: Int) throws(FetchError) {
        head = ResponseHead(maxBytes: hop.request.limits.maxHeader)
        maxBody = hop.request.limits.maxBody
        // A proxy's address is the operator's choice, and hides where the request goes.
        usesProxy = hop.request.proxy != nil
        allowsEveryAddress = hop.request.allowsPrivateAddresses || usesProxy
        (authority, url, total) = (hop.address.authority, hop.address.text, hop.timeLeft)
        unsafe curl_easy_reset(easy)
        unsafe EasyOptions(easy: easy).set(hop)
        try setHeaderLines(RequestHeaders.lines(of: hop.request))
        unsafe wirespool_set_ticket(easy, ticket)
        unsafe wirespool_set_error_buffer(easy, errorText)
        // The context is not retained: the multi's owner keeps the exchange until the handle is out of the multi, and no callback comes later.
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe wirespool_set_body_callback(easy, receiveBody, context)
        unsafe wirespool_set_header_callback(easy, receiveHeaderLine, context)
        unsafe wirespool_set_wire_callback(easy, receiveWireBytes, context)
        unsafe wirespool_set_progress_callback(easy, watchWireSize, context)
        unsafe wirespool_set_open_socket_callback(easy, openSocket, context)
        unsafe wirespool_set_before_request_callback(easy, checkConnection, context)
    }

    /// The outcome of the exchange that has just ended with `code`.
    func outcome(_ code: CURLcode) -> Result<FetchResponse, FetchError> {
        let elapsed = Duration.microseconds(unsafe wirespool_get_offset(easy, CURLINFO_TOTAL_TIME_T))
        guard code == CURLE_OK else { return .failure(failure(code, after: elapsed)) }
        guard head.isOver, gzipTail.confirms(body.count) else {
            return .failure(FetchError(.truncated, "\(authority) closed the connection before the end of the document"))
        }
        let bodySize = unsafe Int(wirespool_get_offset(easy, CURLINFO_SIZE_DOWNLOAD_T))
        let headSize = unsafe wirespool_get_long(easy, CURLINFO_HEADER_SIZE)
        var response = FetchResponse(
            // A copy of the right size; the large buffer stays here.
            status: head.status, url: url, headers: head.headers, body: Array(body[...]),
            bytesReceived: bodySize.addingReportingOverflow(headSize).partialValue, duration: elapsed)
        if !usesProxy, let peer = unsafe wirespool_get_text(easy, CURLINFO_PRIMARY_IP) { response.peer = unsafe String(cString: peer) }
        return .success(response)
    }

    /// Forgets the answer.
    func clear() {
        head = ResponseHead(maxBytes: 0)
        gzipTail = GzipTail()
        body.removeAll(keepingCapacity: body.capacity <= Exchange.keptCapacity)
        problem = nil
        unsafe errorText.pointee = 0
    }
}

extension Exchange {
    private func setHeaderLines(_ headerLines: [[UInt8]]) throws(FetchError) {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in headerLines {
            let longer = unsafe (line + [0]).withUnsafeBytes { bytes in
                unsafe curl_slist_append(list, bytes.assumingMemoryBound(to: CChar.self).baseAddress)
            }
            guard let longer = unsafe longer else {
                unsafe curl_slist_free_all(list)
                throw FetchError(.internal, "libcurl has no memory")
            }
            unsafe list = unsafe longer
        }
        unsafe wirespool_set_lines(easy, CURLOPT_HTTPHEADER, list)
        unsafe curl_slist_free_all(lines)
        unsafe lines = unsafe list
    }

    private func failure(_ code: CURLcode, after elapsed: Duration) -> FetchError {
        if let problem { return problem }
        let words = unsafe String(cString: errorText)
        return Failure(
            code: code, authority: authority, elapsed: elapsed, total: total,
            isConnected: unsafe wirespool_get_offset(easy, CURLINFO_PRETRANSFER_TIME_T) > 0, hasHead: head.isOver,
            systemError: Int32(clamping: unsafe wirespool_get_long(easy, CURLINFO_OS_ERRNO)),
            detail: words.isEmpty ? unsafe String(cString: curl_easy_strerror(code)) : words
        ).error
    }

    /// Takes decompressed bytes; false ends the transfer.
    fileprivate func take(body bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count <= maxBody - body.count else { return refuseSize() }
        unsafe body.append(contentsOf: bytes)
        return true
    }

    /// False ends a transfer whose bytes unpack to little or nothing, such as a name in gzip that never ends: `take(body:)` does not see it grow.
    fileprivate func allows(wireSize: curl_off_t) -> Bool {
        wireSize <= maxBody || refuseSize()
    }

    private func refuseSize() -> Bool {
        problem = FetchError(.tooLarge, "\(authority) sent a document of more than \(maxBody) bytes")
        return false
    }

    fileprivate func take(headerLine bytes: UnsafeRawBufferPointer) -> Bool {
        do {
            try head.take(unsafe Array(bytes))
            gzipTail = GzipTail()
            if head.isOver, head.announcesPlainGzip { _ = unsafe wirespool_set_long(easy, CURLOPT_VERBOSE, 1) }
            return true
        } catch {
            problem = FetchError(error.label, "\(authority) sent \(error.message)")
            return false
        }
    }

    fileprivate func take(wireBytes bytes: UnsafeRawBufferPointer) {
        gzipTail.take(unsafe Array(bytes.suffix(4)))
    }

    fileprivate func permits(_ address: IPAddress?) -> Bool {
        guard let address else { return false }
        guard !allowsEveryAddress, !AddressRule.permits(address) else {
            problem = nil
            return true
        }
        problem = FetchError(.forbiddenAddress, "\(authority) is at a private or special address")
        return false
    }
}

private func exchange(_ context: UnsafeMutableRawPointer?) -> Exchange? {
    unsafe context.map { unsafe Unmanaged<Exchange>.fromOpaque($0).takeUnretainedValue() }
}

private func receiveBody(_ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Int {
    // libcurl promises a size of 1.
    let isTaken = unsafe exchange(context)?.take(body: UnsafeRawBufferPointer(start: bytes, count: count))
    return isTaken == true ? count : -1
}

private func receiveHeaderLine(_ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Int
{
    let isTaken = unsafe exchange(context)?.take(headerLine: UnsafeRawBufferPointer(start: bytes, count: count))
    return isTaken == true ? count : -1
}

private func receiveWireBytes(
    _ easy: UnsafeMutableRawPointer?, _ kind: curl_infotype, _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int32 {
    if kind == CURLINFO_DATA_IN { unsafe exchange(context)?.take(wireBytes: UnsafeRawBufferPointer(start: bytes, count: count)) }
    return 0
}

private func watchWireSize(
    _ context: UnsafeMutableRawPointer?, _ announced: curl_off_t, _ size: curl_off_t, _ toSend: curl_off_t, _ sent: curl_off_t
) -> Int32 {
    unsafe exchange(context)?.allows(wireSize: size) == true ? 0 : 1
}

/// Opens the socket for an address that is permitted: the very address that is connected to, whatever a name server said before.
private func openSocket(
    _ context: UnsafeMutableRawPointer?, _ purpose: curlsocktype, _ target: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
    guard let exchange = unsafe exchange(context), let target = unsafe target, let address = unsafe wirespool_socket_address(target) else {
        return CURL_SOCKET_BAD
    }
    guard unsafe exchange.permits(IPAddress(address)) else { return CURL_SOCKET_BAD }
    return unsafe socket(target.pointee.family, target.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), target.pointee.protocol)
}

/// Refuses a connection that was opened for a feed with more rights and kept for the next.
private func checkConnection(
    _ context: UnsafeMutableRawPointer?, _ address: UnsafeMutablePointer<CChar>?, _ local: UnsafeMutablePointer<CChar>?, _ port: Int32,
    _ localPort: Int32
) -> Int32 {
    guard let exchange = unsafe exchange(context), let address = unsafe address else { return CURL_PREREQFUNC_ABORT }
    return unsafe exchange.permits(IPAddress(String(cString: address))) ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
}
