// SPDX-License-Identifier: Apache-2.0
import Transport

extension FetchRequest {
    /// A request that may go to a `LoopbackServer`, and whose patience no busy machine exhausts unless the test says so.
    static func toLoopback(_ url: String, validators: Validators = Validators(), _ change: (inout FetchRequest) -> Void = { _ in })
        -> FetchRequest
    {
        var request = FetchRequest(url: url, validators: validators, userAgent: "Wirespool/1.0 (+https://wirespool.example/)")
        request.allowsPrivateAddresses = true
        (request.limits.connect, request.limits.total, request.limits.lowSpeedTime) = (.seconds(600), .seconds(600), .seconds(600))
        change(&request)
        return request
    }
}

extension Transfers {
    /// The label of the error that a fetch ends with, or `no error`.
    nonisolated func label(of request: FetchRequest) async -> String {
        await failure(of: request)?.label.rawValue ?? "no error"
    }

    /// The error that a fetch ends with.
    nonisolated func failure(of request: FetchRequest) async -> FetchError? {
        do throws(FetchError) {
            _ = try await fetch(request)
            return nil
        } catch {
            return error
        }
    }
}
