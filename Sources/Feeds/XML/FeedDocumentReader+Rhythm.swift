// SPDX-License-Identifier: Apache-2.0
import Markup

/// What a document says about how often to come back.
extension FeedDocumentReader {
    mutating func readRhythm() throws(XMLFault) {
        switch cursor.name {
        case .ttl: feed.rhythm.timeToLive = try cursor.text().flatMap(Int.init(saturating:))
        case .skipHours: try readSkippedHours()
        case .skipDays: try readSkippedDays()
        default: break
        }
    }

    mutating func readSyndication() throws(XMLFault) {
        switch cursor.name {
        case .updatePeriod: feed.rhythm.updatePeriod = try cursor.text()?.lowercased()
        case .updateFrequency: feed.rhythm.updateFrequency = try cursor.text().flatMap(Int.init(saturating:))
        default: break
        }
    }

    private mutating func readSkippedHours() throws(XMLFault) {
        let level = cursor.depth
        while try cursor.nextChild(of: level) {
            guard cursor.name == .hour else { continue }
            guard let hour = try cursor.text().flatMap({ Int($0) }), 0...24 ~= hour else { continue }
            // Userland's RSS 0.91 counts from 1 to 24.
            feed.rhythm.skippedHours.insert(hour % 24)
        }
    }

    private mutating func readSkippedDays() throws(XMLFault) {
        let level = cursor.depth
        let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        while try cursor.nextChild(of: level) {
            guard cursor.name == .day else { continue }
            guard let word = try cursor.text()?.lowercased(), let index = days.firstIndex(of: String(word.prefix(3))) else { continue }
            feed.rhythm.skippedDays.insert(index + 1)
        }
    }
}

extension Int {
    /// A whole number, or the largest there is where more digits are written; nil for anything else.
    init?(saturating text: String) {
        if let number = Int(text) {
            self = number
        } else if !text.isEmpty, text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
            self = .max
        } else {
            return nil
        }
    }
}
