// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// Debian's python3-jsonschema as a judge of our output.
enum SchemaValidation {
    static let native = repository.appending(path: "docs/article.schema.json")
    static let ninjs31 = folder.appending(path: "ninjs-schema_3.1.json")
    static let ninjs16 = folder.appending(path: "ninjs-schema_1.6.json")

    /// The faults of JSON lines by a schema, one line each; none is an empty string.
    ///
    /// - Parameter without: keys that are taken off every record first.
    static func faults(in lines: [UInt8], by schema: URL, without keys: [String] = []) throws -> String {
        let arguments = ["-W", "ignore", folder.appending(path: "validate.py").path, schema.path] + keys
        let process = try ChildProcess("/usr/bin/python3", arguments, input: lines)
        let faults = process.output.text + process.messages.text
        let status = process.end()
        #expect((0...1).contains(status), "the validator itself failed; it needs the Debian package python3-jsonschema: \(faults)")
        #expect((status == 0) == faults.isEmpty)
        return faults
    }

    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let folder =
        Bundle.module.resourceURL?.appending(path: "Schemas") ?? repository.appending(path: "Tests/ArticlesTests/Schemas")
}
