// SPDX-License-Identifier: Apache-2.0

/// What libxml2 reported of one chunk: events in order, and the text they point to.
///
/// Memory of its own instead of arrays: libxml2's callbacks append to it through a pointer, and must cost no reference counting.
@safe struct XMLTape: ~Copyable {
    enum Kind: UInt8 {
        case start, attribute, text, end
    }

    @unsafe struct Event {
        var kind: Kind
        var namespace: UInt8
        var name: UInt8
        /// Where the text or the attribute's value stands in `text`.
        var offset: Int
        var count: Int
        /// The name as libxml2 interned it, alive as long as its parser.
        var localName: UnsafePointer<UInt8>?
        var prefix: UnsafePointer<UInt8>?
    }

    private(set) var events: UnsafeMutablePointer<Event>
    private(set) var eventCount = 0
    private var eventCapacity = 1024
    private(set) var text: UnsafeMutablePointer<UInt8>
    private(set) var textCount = 0
    private var textCapacity = 32_768

    init() {
        unsafe events = .allocate(capacity: eventCapacity)
        unsafe text = .allocate(capacity: textCapacity)
    }

    deinit {
        unsafe events.deallocate()
        unsafe text.deallocate()
    }

    mutating func rewind() {
        eventCount = 0
        textCount = 0
    }

    mutating func append(_ event: Event) {
        if eventCount == eventCapacity { growEvents() }
        unsafe events.advanced(by: eventCount).initialize(to: event)
        eventCount += 1
    }

    /// Appends text, joined to the text before it where nothing stands between.
    mutating func append(text bytes: UnsafeBufferPointer<UInt8>) {
        let offset = textCount
        unsafe store(bytes)
        if eventCount > 0, unsafe events[eventCount - 1].kind == .text {
            unsafe events[eventCount - 1].count += bytes.count
        } else {
            unsafe append(Event(kind: .text, namespace: 0, name: 0, offset: offset, count: bytes.count, localName: nil, prefix: nil))
        }
    }

    /// Appends an attribute's value: libxml2 leaves `&` as `&#38;` in it.
    mutating func append(attribute event: Event, value: UnsafeBufferPointer<UInt8>) {
        var event = unsafe event
        unsafe event.offset = textCount
        unsafe store(value)
        if unsafe value.contains(UInt8(ascii: "&")) { foldAmpersands(from: unsafe event.offset) }
        unsafe event.count = textCount - event.offset
        unsafe append(event)
    }

    private mutating func store(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        if textCount + bytes.count > textCapacity { growText(to: textCount + bytes.count) }
        unsafe text.advanced(by: textCount).update(from: source, count: bytes.count)
        textCount += bytes.count
    }

    private mutating func foldAmpersands(from start: Int) {
        var (source, target) = (start, start)
        let rest: (UInt8, UInt8, UInt8, UInt8) = (0x23, 0x33, 0x38, 0x3B)  // #38;
        while source < textCount {
            let isReference =
                unsafe text[source] == 0x26 && source + 4 < textCount
                && (text[source + 1], text[source + 2], text[source + 3], text[source + 4]) == rest
            unsafe text[target] = text[source]
            source += isReference ? 5 : 1
            target += 1
        }
        textCount = target
    }

    private mutating func growEvents() {
        let larger = UnsafeMutablePointer<Event>.allocate(capacity: eventCapacity * 2)
        unsafe larger.moveInitialize(from: events, count: eventCount)
        unsafe events.deallocate()
        unsafe events = larger
        eventCapacity *= 2
    }

    private mutating func growText(to least: Int) {
        textCapacity = max(textCapacity * 2, least)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: textCapacity)
        unsafe larger.moveInitialize(from: text, count: textCount)
        unsafe text.deallocate()
        unsafe text = larger
    }
}
