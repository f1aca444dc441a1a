// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The directory in which operators leave orders for a daemon that has the catalog to itself: one file a feed, of which the last counts.
///
/// An order is taken in hand by the renaming of its file, so that another for the same feed can come meanwhile, and is removed when the
/// catalog has it. Who dies before that finds it again: carrying out an order twice changes nothing.
public struct OrderBox: Sendable {
    private static let pause: [UInt8] = Array("pause\n".utf8)
    private static let resume: [UInt8] = Array("resume\n".utf8)
    /// How the name ends, behind a dot before it, of an order that is in hand.
    private static let inHand = ".taken"

    private let directory: String

    /// The box of a state directory.
    public init(state: String) {
        directory = state + "/orders"
    }

    /// Leaves an order in place of an earlier one for the same feed; false when the directory can't be written.
    public func leave(_ order: Order) -> Bool {
        guard OwnDirectory.make(directory) else { return false }
        let draft = "\(directory)/.\(order.feed).\(getpid())"
        let descriptor = FreshFile.open(draft, mode: 0o600)
        guard descriptor >= 0 else { return false }
        let bytes = order.isPause ? Self.pause : Self.resume
        let isWritten = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == bytes.count
        close(descriptor)
        guard isWritten, rename(draft, place(of: order.feed)) == 0 else {
            unlink(draft)
            return false
        }
        return true
    }

    /// An order for the feed is not yet carried out.
    public func holdsOrder(for feed: String) -> Bool {
        access(place(of: feed), F_OK) == 0 || access(placeInHand(of: feed), F_OK) == 0
    }

    /// Takes all orders in hand, the last for each feed; what is no order is thrown away. `remove` each when it is carried out.
    func takeInHand() -> [Order] {
        guard OwnDirectory.exists(directory) else { return [] }
        for feed in DirectoryListing.names(in: directory) where !feed.hasPrefix(".") { rename(place(of: feed), placeInHand(of: feed)) }
        return DirectoryListing.names(in: directory).sorted().compactMap { name in
            guard name.hasPrefix("."), name.hasSuffix(Self.inHand) else { return nil }
            let feed = String(name.dropFirst().dropLast(Self.inHand.count))
            let isFile = FileBytes.isRegular(placeInHand(of: feed))
            // Whatever else lies there is no order.
            switch isFile ? try? FileBytes.read(placeInHand(of: feed), limit: 16) : nil {
            case Self.pause: return Order(feed: feed, isPause: true)
            case Self.resume: return Order(feed: feed, isPause: false)
            default:
                unlink(placeInHand(of: feed))
                return nil
            }
        }
    }

    /// Removes an order that is carried out, or that is for nobody.
    func remove(_ order: Order) {
        unlink(placeInHand(of: order.feed))
    }

    private func place(of feed: String) -> String { "\(directory)/\(feed)" }

    private func placeInHand(of feed: String) -> String { "\(directory)/.\(feed)\(Self.inHand)" }
}
