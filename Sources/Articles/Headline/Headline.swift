// SPDX-License-Identifier: Apache-2.0

/// A headline without the labels that agencies put around it, and what those labels say.
public struct Headline: Hashable, Sendable {
    /// Without the markers; never empty unless the headline was.
    public internal(set) var text: String
    /// In the order they were taken off: from the front inwards, then from the back.
    public internal(set) var markers: [Article.Marker] = []

    init(text: String) {
        self.text = text
    }

    /// Takes one marker off after the other until none is left: `CORRECTED-UPDATE 2-Storm nears coast`.
    ///
    /// `agency` brings its own column labels (`Roundup: `). Only a number in parentheses at the end is a revision; a ticker stays.
    public static func read(_ raw: String, agency: Agency?) -> Headline {
        var peeler = HeadlinePeeler(raw, agency: agency)
        return peeler.headline(raw: raw)
    }
}

extension Headline {
    /// IPTC urgency: 1 for a flash, 2 for other alerts, absent otherwise.
    public var urgency: Int? {
        guard let marker = markers.first(where: { $0.class == .urgency }) else { return nil }
        let label = marker.raw.uppercased()
        return label.contains("FLASH") || label.contains("МОЛНИЯ") ? 1 : 2
    }

    /// The gravest change that the markers announce.
    public var changeType: Article.ChangeType? { markers.changeType }

    /// Canceled by a kill, withheld by a hold, otherwise for the feed to say.
    public var status: Article.Status? { markers.status }

    /// The number of the revision that a marker gives.
    public var revision: Int? { markers.lazy.filter { $0.class == .revision }.compactMap(\.n).first }

    /// The forms of the story, as labelled: `FACTBOX`, `Roundup`.
    public var genres: [String] { markers.filter { $0.class == .genre }.map(\.raw) }

    /// The running reports it belongs to, as labelled: `US STOCKS`. The same every day, so never part of an identity.
    public var series: [String] { markers.filter { $0.class == .series }.map(\.raw) }

    /// It is a message to editors, not a story.
    public var isAdvisory: Bool { markers.contains { $0.class == .advisory } }
}

extension [Article.Marker] {
    /// The gravest change that they announce.
    var changeType: Article.ChangeType? {
        let order: [(Article.Marker.Class, Article.ChangeType)] = [
            (.kill, .kill), (.hold, .hold), (.correction, .correction), (.minorCorrection, .refile), (.repetition, .repetition),
            (.revision, .update),
        ]
        return order.first { entry in contains { $0.class == entry.0 } }?.1
    }

    /// Canceled by a kill, withheld by a hold.
    var status: Article.Status? {
        switch changeType {
        case .kill: .canceled
        case .hold: .withheld
        default: nil
        }
    }
}
