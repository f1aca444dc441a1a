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

    /// Closes what an end tag closes, and returns it, innermost first; nothing when no such element is open.
    mutating func close(_ element: HTMLElement) -> [HTMLElement] {
        guard unopened == 0 else {
            unopened -= 1
            return []
        }
        let isTablePart = !element.traits.isDisjoint(with: [.table, .rowGroup, .row, .cell, .tableCaption])
        let barrier: HTMLElement.Traits = isTablePart ? .table : .barrier
        return innermost({ $0.name == element.name }, inside: barrier).map { close(downTo: $0) } ?? []
    }

    /// Closes what a start tag closes without an end tag (HTML Standard §13.1.2.4), and returns it, innermost first.
    mutating func closeImplied(by element: HTMLElement) -> [HTMLElement] {
        var closed: [HTMLElement] = []
        for rule in Self.impliedEnds where !element.traits.isDisjoint(with: rule.starts) {
            if let index = innermost({ !$0.traits.isDisjoint(with: rule.ends) }, inside: rule.barrier) { closed += close(downTo: index) }
        }
        return closed
    }

    /// Closes all elements but the outermost `count`, and returns them, innermost first.
    mutating func close(downTo count: Int) -> [HTMLElement] {
        let closed = elements[count...].reversed().map(\.element)
        elements.removeSubrange(count...)
        return closed
    }
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

    private func innermost(_ isSought: (HTMLElement) -> Bool, inside barrier: HTMLElement.Traits) -> Int? {
        for (index, open) in elements.enumerated().reversed() {
            if isSought(open.element) { return index }
            if !open.element.traits.isDisjoint(with: barrier) { return nil }
        }
        return nil
    }
}
