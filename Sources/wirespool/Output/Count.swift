// SPDX-License-Identifier: Apache-2.0

/// Numbers of things, in words for people.
enum Count {
    /// `1 feed`, `2 feeds`, `3 stories`.
    static func of(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number) \(number == 1 ? one : many ?? one + "s")"
    }
}
