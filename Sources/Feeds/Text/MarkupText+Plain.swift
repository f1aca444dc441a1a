// SPDX-License-Identifier: Apache-2.0

extension MarkupText {
    /// The text on one line, without markup and with entities decoded.
    public var plain: String { value }
}
