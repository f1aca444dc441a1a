// SPDX-License-Identifier: Apache-2.0
import Dispatch
import FoundationEssentials
import Glibc

/// A run of the built program from its start to its end, and what it took.
public struct MeasuredRun: Sendable {
    /// Its exit status, or the negative number of the signal that ended it.
    public let status: CInt
    /// What it wrote to standard output.
    public let output: String
    /// What it wrote to standard error.
    public let messages: String
    /// Processor time and memory.
    public let cost: RunCost

    /// Runs it on the calling thread, which waits, first for those that came before.
    ///
    /// - Parameter meanwhile: what happens to it while it runs, and ends it where it would not end: by SIGTERM, which the program gets.
    public init(_ arguments: [String], in directory: String = "/", meanwhile: (ChildProcess) throws -> Void = { _ in }) throws {
        Self.seats.wait()
        defer { Self.seats.signal() }
        let folder = try TemporaryDirectory()
        let report = folder.path("cost")
        let process = try ChildProcess(Products.path("wirespool-measure"), [report, Products.path("wirespool")] + arguments, in: directory)
        do {
            try meanwhile(process)
        } catch {
            process.send(SIGTERM)
            _ = process.end()
            throw error
        }
        (output, messages) = PipeEnd.texts(process.output, process.messages)
        status = process.end()
        let numbers = String(decoding: try folder.read("cost"), as: UTF8.self).split { !$0.isNumber }.compactMap { Int64($0) }
        guard numbers.count == 2 else { throw CocoaError(.fileReadCorruptFile) }
        cost = RunCost(processorTime: .microseconds(numbers[0]), memory: Int(numbers[1]) << 10)
    }

    /// Lets the program read a document and make articles of it, on a thread that no other test needs.
    public static func parsing(_ document: some Sequence<UInt8>) async throws -> MeasuredRun {
        let folder = try TemporaryDirectory()
        let file = try folder.write(document, to: "document")
        return try await aside { try MeasuredRun(["parse", "--articles", file], in: folder.path) }
    }

    /// Does what waits for processes outside the pool that the tests share.
    public static func aside<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            do { try spawn { continuation.resume(with: Result(catching: work)) } } catch { continuation.resume(throwing: error) }
        }
    }

    /// Hundreds at once would leave each other, and the tests beside them, no time.
    private static let seats = DispatchSemaphore(value: 2)
}

/// Where the build put its programs: beside the bundle of tests.
public enum Products {
    /// The path of a program.
    public static func path(_ name: String) -> String {
        let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
        let parts = bundle.split(separator: "/", omittingEmptySubsequences: false)
        let end = parts.firstIndex { $0.hasSuffix(".xctest") } ?? parts.count - 1
        return (parts[..<end] + [Substring(name)]).joined(separator: "/")
    }
}
