// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

/// A misbehaviour of a server, and the label of the error that it leads to.
struct Oddity: Sendable, CustomTestStringConvertible {
    let name: String
    let reply: Reply
    let label: String

    init(_ name: String, _ reply: Reply, _ label: String = "") {
        self.name = name
        self.reply = reply
        self.label = label
    }

    var testDescription: String { name }
}
