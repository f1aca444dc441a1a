// SPDX-License-Identifier: Apache-2.0
import Articles
import Foundation

/// What a user calls a story by.
enum StoryName {
    /// The id that a spooled file holds, or the name as it is.
    static func of(_ name: String) throws -> String {
        guard FileManager.default.fileExists(atPath: name) else { return name }
        struct Named: Decodable { var id: String?, uri: String? }
        // A file that is no record is named by its path, which no story is called: the message says so.
        let record = try? JSONDecoder().decode(Named.self, from: Data(InputFile.bytes(of: name)))
        return record?.id ?? record?.uri ?? name
    }
}
