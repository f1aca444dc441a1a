// SPDX-License-Identifier: Apache-2.0
import Documents
import FoundationEssentials

/// `make-documents FOLDER`: writes the made-up feeds that `make bench-gate` counts the instructions of.
@main
enum MakeDocuments {
    static func main() throws {
        guard let folder = CommandLine.arguments.dropFirst().first else { return print("usage: make-documents FOLDER") }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (number, document) in Document.mixture(seed: 2_026, count: 24).enumerated() {
            try Data(document.bytes).write(to: URL(filePath: folder).appending(path: "\(100 + number)"))
        }
    }
}
