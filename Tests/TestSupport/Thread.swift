// SPDX-License-Identifier: Apache-2.0
import Glibc

/// An error number of the system.
public struct SystemError: Error, Hashable, Sendable {
    /// The value of errno.
    public let number: Int32

    /// An error from the value of errno.
    public init(_ number: Int32) {
        self.number = number
    }
}

private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
        self.run = run
    }
}

/// Runs `body` on a thread of its own.
func spawn(_ body: @escaping @Sendable () -> Void) throws {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Body(body))
    let outcome = pthread_create(&thread, nil, runBody, context.toOpaque())
    guard outcome == 0 else {
        context.release()
        throw SystemError(outcome)
    }
    pthread_detach(thread)
}

private func runBody(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
    return nil
}
