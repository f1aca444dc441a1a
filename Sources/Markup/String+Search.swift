// SPDX-License-Identifier: Apache-2.0
import Glibc

extension String {
    /// `literal`, which is not empty, stands somewhere in the text, byte for byte; the standard library's `contains` compares characters.
    public func holds(_ literal: StaticString) -> Bool {
        let length = literal.utf8CodeUnitCount
        return unsafe utf8Span.span.withUnsafeBytes { text in
            guard let start = text.baseAddress else { return false }
            let starts = text.count - length + 1
            var position = 0
            while position < starts {
                guard let found = unsafe memchr(start + position, Int32(literal.utf8Start[0]), starts - position) else { return false }
                if unsafe memcmp(found, literal.utf8Start, length) == 0 { return true }
                position = unsafe UnsafeRawPointer(found) - start + 1
            }
            return false
        }
    }
}
