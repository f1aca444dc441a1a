// SPDX-License-Identifier: Apache-2.0
import Markup

/// A part of the record that is one JSON object.
protocol JSONWritable {
    func write(into json: inout JSONWriter)
}

extension JSONWriter {
    /// Writes a member, or nothing when the part is absent.
    mutating func member(_ name: StaticString, _ part: (some JSONWritable)?) {
        guard let part else { return }
        key(name)
        part.write(into: &self)
    }

    /// Writes a member that is an array of objects, or nothing when it is empty or absent.
    mutating func member(_ name: StaticString, _ parts: [some JSONWritable]?) {
        member(name, parts) { $1.write(into: &$0) }
    }
}
