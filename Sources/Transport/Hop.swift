// SPDX-License-Identifier: Apache-2.0

/// One request to one address: a step of a journey.
struct Hop: Sendable {
    var address: WebAddress
    var request: FetchRequest
    var authentication: Journey.Authentication
    /// What is left of the time for the whole fetch.
    var timeLeft: Duration
}
