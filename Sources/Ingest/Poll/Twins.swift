// SPDX-License-Identifier: Apache-2.0
/// Feeds that moves have led to one address: one of them is polled for all.
enum Twins {
    /// The feeds that are not polled themselves, each with the feed that is polled for it.
    ///
    /// A feed that is configured at the address comes first, then the first by name. Feeds that the operator has configured at one address
    /// are no twins: that was meant.
    static func owners(of feeds: some Sequence<Standing>) -> [String: String] {
        let groups = Dictionary(grouping: feeds.filter { !$0.isResting }, by: \.address)
        var owners: [String: String] = [:]
        for group in groups.values where group.count > 1 && group.contains(where: { $0.adoptedURL != nil }) {
            guard let owner = group.min(by: { ($0.adoptedURL == nil ? 0 : 1, $0.name) < ($1.adoptedURL == nil ? 0 : 1, $1.name) }) else {
                continue
            }
            for twin in group where twin.name != owner.name && twin.adoptedURL != nil { owners[twin.name] = owner.name }
        }
        return owners
    }
}
