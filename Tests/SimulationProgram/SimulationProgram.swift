// SPDX-License-Identifier: Apache-2.0
import Glibc
import Scorecard

/// `wirespool-simulation [SEEDS [DAYS [FIRST]]]`: lives through a week for each seed; the exit status is 1 when a story was lost, twice or wrong.
@main
enum SimulationProgram {
    static func main() async throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let (seeds, days, first) = (numbers.first ?? 5, numbers.dropFirst().first ?? 7, numbers.dropFirst(2).first ?? 1)
        var wrong = 0
        for seed in first..<first + seeds {
            let start = ContinuousClock.now
            let week = try await Week.run(seed: UInt64(seed), days: days)
            wrong += week.complaints.isEmpty ? 0 : 1
            let seconds = (ContinuousClock.now - start).components.seconds
            print(
                "seed \(seed): \(week.polls) polls, \(week.faults) failed, \(week.restarts) restarts, \(week.delivered) stories and revisions:",
                "\(week.complaints.count) wrong, \(seconds) s")
            for complaint in week.complaints.prefix(5) { print("    \(complaint)") }
            fflush(nil)
        }
        exit(wrong == 0 ? 0 : 1)
    }
}
