// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Makes a system call, again when a signal interrupted it, and returns its result or the reason of its failure.
func call<Result: SignedInteger>(_ step: String, _ path: @autoclosure () -> String, _ body: () -> Result) throws(SpoolError) -> Result {
    while true {
        let result = body()
        let code = errno
        if result >= 0 { return result }
        if code != EINTR { throw SpoolError.Fault(step: step, path: path(), code: code).error }
    }
}

/// Makes a system call of which some failures are answers: returns 0, or the one of `answers` that it failed with.
func answer(_ answers: CInt..., to step: String, _ path: @autoclosure () -> String, _ body: () -> CInt) throws(SpoolError) -> CInt {
    while true {
        let result = body()
        let code = errno
        if result >= 0 { return 0 }
        if answers.contains(code) { return code }
        if code != EINTR { throw SpoolError.Fault(step: step, path: path(), code: code).error }
    }
}
