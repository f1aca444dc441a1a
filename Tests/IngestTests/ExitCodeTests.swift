// SPDX-License-Identifier: Apache-2.0
import Catalog
import Testing

@testable import Ingest

/// The exit status of a command that failed (CLI.md).
struct ExitCodeTests {
    static let failures: [(error: CatalogError, code: Int32)] = [
        (.held(by: "wirespool run"), 75), (.busy(path: "c"), 75), (.inaccessible(path: "c", reason: "no"), 73), (.forbidden(path: "c"), 77),
        (.newerVersion(path: "c"), 78), (.full(path: "c"), 74), (.absent(path: "c"), 74), (.damaged(path: "c", reason: "no"), 74),
    ]

    @Test(arguments: failures)
    func `each failure of the catalog has its status`(error: CatalogError, code: Int32) {
        #expect(ExitCode.of(error) == code)
    }

    @Test(arguments: [([], 0), ([69], 69), ([69, 69], 69), ([69, 65], 1)] as [([Int32], Int32)])
    func `failures of one class keep its status, others make 1`(codes: [Int32], status: Int32) {
        #expect(ExitCode.of(codes) == status)
    }
}
