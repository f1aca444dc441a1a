// SPDX-License-Identifier: Apache-2.0
public import Catalog
import FoundationEssentials

/// Gives orders to whoever has the catalog: the daemon that runs, or nobody, and then they are carried out here.
public struct OrderDesk: Sendable {
    private let settings: Settings
    private let box: OrderBox

    /// The desk of an installation.
    public init(_ settings: Settings) {
        self.settings = settings
        box = OrderBox(state: settings.state)
    }

    /// Gives the orders, and returns those that nobody has carried out within `patience`; they stay in the box.
    public func give(_ orders: [Order], patience: Duration = .seconds(10)) async throws(CatalogError) -> [Order] {
        for order in orders where !box.leave(order) {
            throw Path.exists(settings.state)
                ? .inaccessible(path: settings.state + "/orders", reason: "can't be written") : .absent(path: settings.state)
        }
        let deadline = ContinuousClock.now + patience
        while true {
            try await carryOutUnlessHeld()
            let waiting = orders.filter { box.holdsOrder(for: $0.feed) }
            if waiting.isEmpty || ContinuousClock.now >= deadline { return waiting }
            // Cancellation ends the wait, and the loop with its deadline.
            try? await Task.sleep(for: .milliseconds(50))
        }
    }

    private func carryOutUnlessHeld() async throws(CatalogError) {
        let lock: CatalogLock
        do throws(CatalogError) {
            lock = try CatalogLock(directory: settings.state, command: "wirespool feed", at: Date())
        } catch {
            guard case .held = error else { throw error }
            return
        }
        let catalog = try Catalog(directory: settings.state)
        try await box.carryOut(in: catalog, settings.feeds, at: Date())
        try await catalog.close()
        withExtendedLifetime(lock) {}
    }
}

extension OrderBox {
    /// Carries out what lies in the box, and forgets orders for feeds that are not configured.
    func carryOut(in catalog: Catalog, _ feeds: [FeedSettings], at time: Date) async throws(CatalogError) {
        for order in takeInHand() {
            if let feed = feeds.first(where: { $0.name == order.feed }) {
                _ = try await catalog.order(feed.name, url: feed.url, isPause: order.isPause, at: time)
            }
            remove(order)
        }
    }
}
