// SPDX-License-Identifier: Apache-2.0

/// A Media Topic's URI in its two halves, as the flat formats want it.
struct MediaTopicCode {
    let scheme = "http://cv.iptc.org/newscodes/mediatopic/"
    /// Eight digits.
    let code: String

    /// Nil for any other URI.
    init?(_ uri: String) {
        guard uri.hasPrefix(scheme) else { return nil }
        code = String(uri.dropFirst(scheme.count))
        guard code.utf8.count == 8, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    }
}
