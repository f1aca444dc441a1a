// SPDX-License-Identifier: Apache-2.0

/// Metrics in the text form that Prometheus reads, or as OpenMetrics, which differs in its names of counters and its end.
public struct MetricsText: Sendable {
    /// The two forms.
    public enum Form: Sendable {
        /// Prometheus text format 0.0.4: for files that node_exporter reads, and for `promtool check metrics`.
        case prometheus
        /// OpenMetrics 1.0.
        case openMetrics

        /// HTTP's Content-Type.
        public var contentType: String {
            switch self {
            case .prometheus: "text/plain; version=0.0.4; charset=utf-8"
            case .openMetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8"
            }
        }
    }

    /// What a metric is.
    public enum Kind: String, Sendable {
        case gauge, counter, histogram
    }

    private let form: Form
    private var text = ""

    /// Nothing yet.
    public init(_ form: Form) {
        self.form = form
    }

    /// One metric and its samples; nothing is written when there are none. A counter's name ends in `_total`.
    public mutating func add(_ name: String, _ kind: Kind, _ help: String, _ samples: [(labels: [(String, String)], value: Double)]) {
        guard !samples.isEmpty else { return }
        head(name, kind, help)
        for sample in samples { line(name, sample.labels, sample.value) }
    }

    /// One metric without labels.
    public mutating func add(_ name: String, _ kind: Kind, _ help: String, _ value: Double?) {
        add(name, kind, help, value.map { [([], $0)] } ?? [])
    }

    /// A histogram without labels.
    public mutating func add(_ name: String, _ help: String, _ histogram: Histogram) {
        add(name, help, [([], histogram)])
    }

    /// Histograms of one name.
    public mutating func add(_ name: String, _ help: String, _ histograms: [(labels: [(String, String)], value: Histogram)]) {
        head(name, .histogram, help)
        for (labels, histogram) in histograms {
            var count = 0
            for (bound, inBucket) in zip(histogram.bounds, histogram.counts) {
                count += inBucket
                line(name + "_bucket", labels + [("le", Self.number(bound))], Double(count))
            }
            line(name + "_bucket", labels + [("le", "+Inf")], Double(histogram.count))
            line(name + "_sum", labels, histogram.sum)
            line(name + "_count", labels, Double(histogram.count))
        }
    }

    /// The whole text.
    public func finished() -> String {
        form == .openMetrics ? text + "# EOF\n" : text
    }
}

extension MetricsText {
    private mutating func head(_ name: String, _ kind: Kind, _ help: String) {
        let suffix = "_total"
        let family = form == .openMetrics && kind == .counter && name.hasSuffix(suffix) ? String(name.dropLast(suffix.count)) : name
        text += "# HELP \(family) \(help)\n# TYPE \(family) \(kind.rawValue)\n"
    }

    private mutating func line(_ name: String, _ labels: [(String, String)], _ value: Double) {
        let inner = labels.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",")
        text += inner.isEmpty ? "\(name) \(Self.number(value))\n" : "\(name){\(inner)} \(Self.number(value))\n"
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            default: result.append(character)
            }
        }
    }

    private static func number(_ value: Double) -> String {
        guard let whole = Int64(exactly: value) else { return "\(value)" }
        return "\(whole)"
    }
}

/// Counts of values by size.
public struct Histogram: Sendable, Hashable {
    /// The upper bounds of the buckets, rising.
    public let bounds: [Double]
    /// How many values fell into each bucket and no lower one.
    public private(set) var counts: [Int]
    /// How many values there were, those above all bounds included.
    public private(set) var count = 0
    /// All values together.
    public private(set) var sum = 0.0

    /// Without values.
    public init(bounds: [Double]) {
        self.bounds = bounds
        counts = Array(repeating: 0, count: bounds.count)
    }

    /// Counts one value.
    public mutating func note(_ value: Double) {
        count += 1
        sum += value
        if let bucket = bounds.firstIndex(where: { value <= $0 }) { counts[bucket] += 1 }
    }
}
