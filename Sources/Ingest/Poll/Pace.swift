// SPDX-License-Identifier: Apache-2.0
import Catalog

/// The rhythm that a feed's own documents ask for: the fewer of the items were known, the sooner stories will scroll out unseen.
struct Pace {
    /// The floors without a wish of the server: asked conditionally, and otherwise.
    static let resting = Duration.seconds(15 * 60)
    static let restingUnconditional = Duration.seconds(60 * 60)
    /// The floors while stories are about to be missed.
    static let least = Duration.seconds(5 * 60)
    static let leastUnconditional = Duration.seconds(15 * 60)
    /// The floor where the server has a wish of its own.
    static let hasty = Duration.seconds(60)

    /// A document with fewer items tells nothing about the rhythm.
    private static let fewestItems = 5

    /// The feed's usual pause.
    let interval: Duration
    /// The operator's limits, where there are some.
    let leastPause: Duration?
    let longestPause: Duration?

    /// The pause after a document of `items` items of which `new` were new; nil means the interval.
    ///
    /// Half of them new: twice as often. None new: more rarely again, as far as the interval, or the operator's longest pause.
    func after(items: Int, new: Int, before: Duration?) -> Duration? {
        let pace = before ?? interval
        guard items == 0 || items >= Self.fewestItems else { return before }
        if new * 2 >= items, new > 0 { return settled(new == items ? pace / 4 : pace / 2) }
        if new > 0 { return settled(min(pace, interval)) }
        return settled(pace * 3 / 2)
    }

    private func settled(_ pace: Duration) -> Duration? {
        let least = min(leastPause ?? Self.least, interval)
        let longest = max(longestPause ?? interval, interval)
        let pace = min(max(pace, least), longest)
        // Whole seconds are enough, and read better.
        let whole = Duration.seconds(pace.components.seconds)
        return whole == interval || pace < .seconds(1) ? nil : whole
    }
}
