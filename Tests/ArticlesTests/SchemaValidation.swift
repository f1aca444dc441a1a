// SPDX-License-Identifier: Apache-2.0
import Foundation
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
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-W", "ignore", folder.appending(path: "validate.py").path, schema.path] + keys
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(lines))
        try input.fileHandleForWriting.close()
        let faults = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus < 2, "the validator itself failed; it needs the Debian package python3-jsonschema")
        #expect((process.terminationStatus == 0) == faults.isEmpty)
        return String(decoding: faults, as: UTF8.self)
    }

    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let folder =
        Bundle.module.resourceURL?.appending(path: "Schemas") ?? repository.appending(path: "Tests/ArticlesTests/Schemas")
}
