// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Stops the fuzzer where `body` takes a second of processor time, with sanitizers and all; nothing that may reach it is worth more.
///
/// libFuzzer's own `-timeout` counts the wall's time, and so depends on what else the machine does.
func withinBudget(_ what: String = "reading", _ body: () -> Void) {
    let start = clock()
    body()
    precondition(clock() - start < CLOCKS_PER_SEC, "\(what) took more than a second of processor time")
}

/// Stops the fuzzer where `bytes` are not UTF-8.
func requireUTF8(_ bytes: [UInt8]) {
    precondition(String(validating: bytes, as: UTF8.self) != nil, "not UTF-8")
}
