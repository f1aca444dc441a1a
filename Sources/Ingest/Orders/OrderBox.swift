// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The directory in which operators leave orders for a daemon that has the catalog to itself: one file a feed, of which the last counts.
public struct OrderBox: Sendable {
    private static let pause: [UInt8] = Array("pause\n".utf8)
    private static let resume: [UInt8] = Array("resume\n".utf8)

    private let directory: String

    /// The box of a state directory.
    public init(state: String) {
        directory = state + "/orders"
    }

    /// Leaves an order in place of an earlier one for the same feed; false when the directory can't be written.
    public func leave(_ order: Order) -> Bool {
        mkdir(directory, 0o700)
        let draft = "\(directory)/.\(order.feed).\(getpid())"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        let bytes = order.isPause ? Self.pause : Self.resume
        let isWritten = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == bytes.count
        close(descriptor)
        guard isWritten, rename(draft, "\(directory)/\(order.feed)") == 0 else {
            unlink(draft)
            return false
        }
        return true
    }

    /// An order for the feed still lies in the box.
    public func holdsOrder(for feed: String) -> Bool { access("\(directory)/\(feed)", F_OK) == 0 }

    /// Takes all orders out of the box.
    ///
    /// A file is taken by its renaming, so that an order that comes meanwhile stays for the next time; what is no order is thrown away.
    func collect() -> [Order] {
        DirectoryListing.names(in: directory).sorted().filter { !$0.hasPrefix(".") }.compactMap { name in
            let taken = "\(directory)/.\(name).taken"
            guard rename("\(directory)/\(name)", taken) == 0 else { return nil }
            defer { unlink(taken) }
            // Whatever else lies there is no order.
            guard let bytes = try? FileBytes.read(taken, limit: 16) else { return nil }
            switch bytes {
            case Self.pause: return Order(feed: name, isPause: true)
            case Self.resume: return Order(feed: name, isPause: false)
            default: return nil
            }
        }
    }
}
