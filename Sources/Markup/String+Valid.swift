// SPDX-License-Identifier: Apache-2.0

extension String {
    /// The text of what is valid UTF-8 by construction, which costs a copy and no check; debug builds check it.
    init(valid bytes: [UInt8]) {
        assert(String(validating: bytes, as: UTF8.self) != nil, "only pieces of valid text, cut between characters, become a text")
        var text = unsafe UTF8Span(unchecked: bytes.span)
        // A string that knows it is ASCII is hashed and compared as its bytes.
        _ = text.checkForASCII()
        self.init(copying: text)
    }
}
