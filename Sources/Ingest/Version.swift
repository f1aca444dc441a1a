// SPDX-License-Identifier: Apache-2.0

/// The version of this program, as `--version` and the User-Agent say it.
public enum Version {
    /// Semantic version of the release that this source tree becomes.
    public static let current = "0.1.0"
    /// Where a publisher finds out who polls; it is part of the User-Agent and must stay a live address.
    public static let contact = "https://github.com/wirespool/wirespool"
    /// The default User-Agent: one form, with a contact, without library names.
    public static let userAgent = "Wirespool/\(current) (+\(contact))"
}
