// SPDX-License-Identifier: Apache-2.0

/// Lets the other threads of the process go first, for the third of a millisecond.
///
/// For clocks that jump: without it a waiting loop could turn hundreds of times before a thread that has work is even woken. Nothing may
/// depend on how long it takes.
public func breathe() async {
    // Cancellation ends it, and that is all.
    try? await Task.sleep(for: .microseconds(300))
}
