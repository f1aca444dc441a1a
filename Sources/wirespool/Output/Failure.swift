// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Catalog
import Feeds
import Ingest

/// A failure of the whole command, with its exit status.
struct Failure: Error {
    var message: String
    var code: Int32

    /// Runs a command, prints what it throws, and ends the program with the right status.
    static func reported(_ work: () async throws -> Int32) async throws {
        let code: Int32
        do {
            code = try await work()
        } catch let error as ArgumentParser.ExitCode {
            throw error
        } catch {
            let failure = Failure(error)
            StandardError.line("wirespool: \(failure.message)")
            code = failure.code
        }
        if code != 0 { throw ArgumentParser.ExitCode(code) }
    }

    /// The exit status for one document of `parse`.
    static func code(ofDocument error: any Error) -> Int32 {
        error is FeedError ? Ingest.ExitCode.badData : Failure(error).code
    }

    init(message: String, code: Int32) {
        self.message = message
        self.code = code
    }

    init(_ error: any Error) {
        switch error {
        case let error as Failure: self = error
        case let error as SettingsError: self.init(message: error.description, code: Ingest.ExitCode.configuration)
        case let error as CatalogError: self.init(message: error.message, code: Ingest.ExitCode.of(error))
        case let error as IngestError: self.init(message: "\(error.stage.rawValue): \(error.message)", code: error.exitCode)
        case let error as LogError: self.init(message: error.message, code: Ingest.ExitCode.inputOutput)
        default: self.init(message: "\(error)", code: Ingest.ExitCode.inputOutput)
        }
    }
}
