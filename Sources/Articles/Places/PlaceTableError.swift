// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a line of an operator's table of places.
public struct PlaceTableError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The situations, with what phrases them.
    public enum Problem: Hashable, Sendable {
        case columns(Int)
        case noName
        case country(String)
        case degrees(String)
    }

    /// From 1.
    public var line: Int
    /// What is wrong there.
    public var problem: Problem

    /// `line 3: 'Germany' is no ISO 3166-1 alpha-2 code`
    public var description: String {
        switch problem {
        case .columns(let count): "line \(line): \(count) columns where 2 to 4 belong: name, country, latitude, longitude"
        case .noName: "line \(line): the name is empty"
        case .country(let text): "line \(line): '\(text)' is no ISO 3166-1 alpha-2 code"
        case .degrees(let text): "line \(line): '\(text)' is no latitude or longitude in degrees"
        }
    }
}
