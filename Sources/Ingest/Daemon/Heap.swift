// SPDX-License-Identifier: Apache-2.0
import CLinux

/// What glibc is asked to do with the memory of a program that runs for months and mostly waits.
public enum Heap {
    /// Keeps the threads from each holding a heap of their own, whose holes nobody else can use.
    ///
    /// Call it first of all: glibc asks for the limit once, when a second thread wants memory, and never again.
    public static func share() {
        // A refusal costs memory and nothing else.
        _ = mallopt(malloc_arena_max, 2)
    }

    /// Gives back what reading the settings and states took for a moment.
    static func trim() {
        _ = malloc_trim(0)
    }
}
