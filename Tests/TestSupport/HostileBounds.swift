// SPDX-License-Identifier: Apache-2.0
import Glibc

/// What one hostile document, feed, command or configuration may cost the program, whatever is in it: the one place that says so.
public enum HostileBounds {
    /// Processor time of the whole run. Code that is not optimised takes some times longer.
    public static let processorTime: Duration = isOptimised ? .seconds(1) : .seconds(8)
    /// Bytes of memory at its peak, beyond those of a run that does next to nothing.
    public static let memory = 64 << 20

    /// False under a sanitizer, which takes much more of both; `scripts/sanitize.sh` says that it is there.
    public static let areEnforced = getenv("WIRESPOOL_SANITIZER") == nil

    private static var isOptimised: Bool {
        #if DEBUG
        false
        #else
        true
        #endif
    }
}

/// What a run of the program took.
public struct RunCost: Hashable, Sendable, CustomStringConvertible {
    /// Of all its threads.
    public var processorTime: Duration
    /// Resident bytes at their most.
    public var memory: Int

    /// It kept within what a hostile case may cost.
    public var isBounded: Bool {
        guard HostileBounds.areEnforced else { return true }
        return processorTime <= HostileBounds.processorTime && memory <= Self.idleMemory + HostileBounds.memory
    }

    /// For the message of a test that fails.
    public var description: String {
        "\(processorTime) and \(memory >> 20) MiB, \((memory - Self.idleMemory) >> 20) more than a run that does nothing"
    }

    /// Of a run that does next to nothing.
    public static let idleMemory = (try? MeasuredRun(["--version"]).cost.memory) ?? 0
}
