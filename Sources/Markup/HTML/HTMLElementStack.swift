// SPDX-License-Identifier: Apache-2.0

/// The elements that are open, the innermost last, never more than 64.
struct HTMLElementStack {
    private struct OpenElement {
        var element: HTMLElement
        var context: TextBlockBuilder.Context
    }

    private static let maximalDepth = 64

    private var elements: [OpenElement] = []
    /// Start tags beyond the maximal depth, whose end tags must not end something else.
    private var unopened = 0

    var count: Int { elements.count }

    /// What the innermost element says about text.
    var context: TextBlockBuilder.Context { elements.last?.context ?? TextBlockBuilder.Context() }

    /// Opens an element; false beyond the maximal depth, where it is left out and only its content stays.
    mutating func push(_ element: HTMLElement, context: TextBlockBuilder.Context, isSelfClosed: Bool) -> Bool {
        guard elements.count < Self.maximalDepth else {
            unopened += isSelfClosed ? 0 : 1
            return false
        }
        elements.append(OpenElement(element: element, context: context))
        return true
    }

    /// How many elements stay open behind an end tag; nil when no such element is open.
    mutating func countLeft(closing element: HTMLElement) -> Int? {
        guard unopened == 0 else {
            unopened -= 1
            return nil
        }
        let isTablePart = !element.traits.isDisjoint(with: [.table, .rowGroup, .row, .cell, .tableCaption])
        return innermost({ $0.name == element.name }, below: count, inside: isTablePart ? .table : .barrier)
    }

    /// How many elements stay open before a start tag, which closes some without their end tags (HTML Standard §13.1.2.4).
    func countLeft(opening element: HTMLElement) -> Int {
        var left = count
        guard !element.traits.isDisjoint(with: Self.impliers) else { return left }
        for rule in Self.impliedEnds where !element.traits.isDisjoint(with: rule.starts) {
            left = innermost({ !$0.traits.isDisjoint(with: rule.ends) }, below: left, inside: rule.barrier) ?? left
        }
        return left
    }

    /// Closes the innermost element, and returns it; nil where none is open.
    mutating func pop() -> HTMLElement? { elements.popLast()?.element }
}

extension HTMLElementStack {
    private static let impliedEnds: [(starts: HTMLElement.Traits, ends: HTMLElement.Traits, barrier: HTMLElement.Traits)] = [
        (.endsParagraph, .paragraph, .barrier),
        (.anchor, .anchor, .barrier),
        (.listItem, .listItem, [.barrier, .list]),
        (.term, .term, [.barrier, .termList]),
        (.cell, .cell, .table),
        ([.row, .rowGroup], .row, .table),
        (.rowGroup, .rowGroup, .table),
    ]

    private static let impliers = impliedEnds.reduce(into: HTMLElement.Traits()) { $0.formUnion($1.starts) }

    private func innermost(_ isSought: (HTMLElement) -> Bool, below count: Int, inside barrier: HTMLElement.Traits) -> Int? {
        var index = count
        while index > 0 {
            index -= 1
            if isSought(elements[index].element) { return index }
            if !elements[index].element.traits.isDisjoint(with: barrier) { return nil }
        }
        return nil
    }
}
