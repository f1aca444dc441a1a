// SPDX-License-Identifier: Apache-2.0

/// Every mistake of a configuration, found in one reading.
public struct SettingsError: Error, Sendable, Hashable {
    /// In the order of the files and their lines, as far as they could be read; never empty.
    public var mistakes: [Mistake]

    /// The mistakes of one reading.
    public init(_ mistakes: [Mistake]) {
        self.mistakes = mistakes
    }
}

extension SettingsError {
    /// One thing that the operator must mend, and where.
    public struct Mistake: Sendable, Hashable {
        /// As given on the command line, or found by `include`.
        public var file: String
        /// From 1; 0 when the mistake is not in a line of the file.
        public var line: Int
        /// From 1; 0 when unknown.
        public var column: Int
        /// What is wrong, in words for people.
        public var message: String
        /// What was probably meant.
        public var suggestion: String?

        /// A mistake at a line, or in the whole file.
        public init(file: String, line: Int = 0, column: Int = 0, message: String, suggestion: String? = nil) {
            self.file = file
            self.line = line
            self.column = column
            self.message = message
            self.suggestion = suggestion
        }
    }
}

extension SettingsError: CustomStringConvertible {
    /// One line a mistake.
    public var description: String { mistakes.map(\.description).joined(separator: "\n") }
}

extension SettingsError.Mistake: CustomStringConvertible {
    /// `feeds.d/xinhua.yaml:12: unknown key 'intervall'; did you mean 'interval'?`
    public var description: String {
        let place = line > 0 ? "\(file):\(line)" : file
        let question = suggestion.map { "; did you mean '\($0)'?" } ?? ""
        return "\(place): \(message)\(question)"
    }
}
