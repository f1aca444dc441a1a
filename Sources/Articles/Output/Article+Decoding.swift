// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// Why bytes are not a native record.
public struct RecordError: Error, Hashable, Sendable {
    /// What was wrong, in words for people: the path of the value and the fault.
    public var message: String
}

extension Article {
    /// Reads a record that `write(into:)` wrote.
    public init(json bytes: [UInt8]) throws(RecordError) {
        do {
            self = try JSONDecoder().decode(Article.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw RecordError(message: RecordError.words(for: error))
        } catch {
            throw RecordError(message: "no JSON object")
        }
    }
}

extension RecordError {
    fileprivate static func words(for error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context): "\(path(context))\(key.stringValue) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            path(context) + context.debugDescription
        @unknown default: "no record"
        }
    }

    private static func path(_ context: DecodingError.Context) -> String {
        context.codingPath.map { $0.stringValue + ": " }.joined()
    }
}
