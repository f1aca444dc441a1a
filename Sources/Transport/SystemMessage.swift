// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The system's words for an error number: `Connection refused`.
func systemMessage(_ number: Int32) -> String {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
        guard let start = buffer.baseAddress, unsafe strerror_r(number, start, buffer.count) == 0 else { return "error \(number)" }
        return unsafe String(cString: start)
    }
}
