// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Tells systemd what the daemon is doing: one datagram a message to `$NOTIFY_SOCKET` (sd_notify(3)).
///
/// Without the variable every message goes nowhere, so that the daemon runs the same outside systemd. A message that can't be
/// sent is dropped: systemd's own timeouts are the remedy.
public struct SystemdNotifier: Sendable {
    private let address: String?
    /// How often systemd wants to hear `WATCHDOG=1`, if at all: half of `$WATCHDOG_USEC`.
    public let watchdogPause: Duration?

    /// Takes `NOTIFY_SOCKET` and `WATCHDOG_USEC` from the environment; without the first no message is sent.
    public init(environment: [String: String]) {
        address = environment["NOTIFY_SOCKET"].flatMap { $0.isEmpty ? nil : $0 }
        watchdogPause = environment["WATCHDOG_USEC"].flatMap(Int64.init).flatMap { $0 > 0 ? .microseconds($0 / 2) : nil }
    }

    /// The daemon is ready, or ready again after a reload.
    public func ready(_ status: String) { send("READY=1\nSTATUS=\(status)") }

    /// One line for `systemctl status`.
    public func status(_ status: String) { send("STATUS=\(status)") }

    /// The daemon makes progress.
    public func alive() { send("WATCHDOG=1") }

    /// The daemon is stopping.
    public func stopping() { send("STOPPING=1") }

    /// A reload has begun. systemd needs the monotonic time to tell it from an older one (sd_notify(3)).
    public func reloading() {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        send("RELOADING=1\nMONOTONIC_USEC=\(now.tv_sec * 1_000_000 + now.tv_nsec / 1000)")
    }
}

extension SystemdNotifier {
    private func send(_ message: String) {
        guard let address else { return }
        UnixDatagram.send(Array(message.utf8), to: address)
    }
}
