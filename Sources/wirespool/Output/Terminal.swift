// SPDX-License-Identifier: Apache-2.0
import Glibc
import Ingest

/// Text for people on standard output: aligned, coloured where that helps, and safe to show.
enum Terminal {
    /// An SGR colour (ECMA-48).
    enum Colour: String {
        case red = "31"
        case green = "32"
        case yellow = "33"
        case cyan = "36"
        case grey = "90"
        case bold = "1"
    }

    /// Standard output is a terminal that wants colour (no-color.org).
    static let isColoured = isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil && getenv("TERM").map { String(cString: $0) } != "dumb"

    /// Standard output is a terminal whose cursor can be moved.
    static let isInteractive = isatty(STDOUT_FILENO) == 1 && getenv("TERM").map { String(cString: $0) } != "dumb"

    /// Columns of the terminal; 100 where there is none.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
        return Int(size.ws_col)
    }

    static func paint(_ text: String, _ colour: Colour) -> String {
        isColoured ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// Text from a feed, in a form that a terminal can't take for a command: controls as `\x1b`, direction marks as `\u{202e}`.
    static func escape(_ text: String) -> String {
        if isPlain(text) { return text }
        // A view of scalars would copy itself whenever several are appended at once.
        var safe = ""
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
                safe += "\\x\(String(scalar.value + 0x100, radix: 16).suffix(2))"
            } else if scalar.properties.generalCategory == .format {
                safe += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    /// Nothing but printing characters of ASCII: most texts, and quickly told.
    private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { (0x20..<0x7F).contains($0) } }

    /// `text` escaped and cut to `columns`, with an ellipsis where something is missing.
    static func fit(_ text: String, _ columns: Int) -> String {
        let safe = escape(text)
        guard columns > 1, columnsOf(safe) > columns else { return safe }
        var cut = ""
        var used = 0
        for character in safe {
            let wide = columnsOf(String(character))
            guard used + wide < columns else { break }
            cut.append(character)
            used += wide
        }
        return cut + "…"
    }

    /// `text` with blanks up to `columns`.
    static func pad(_ text: String, _ columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - columnsOf(text)))
    }

    /// How many columns a terminal uses for `text`: East Asian wide characters take two.
    static func columnsOf(_ text: String) -> Int {
        if isPlain(text) { return text.utf8.count }
        return text.reduce(0) { sum, character in
            guard let value = character.unicodeScalars.first?.value else { return sum }
            let isWide =
                (0x1100...0x115F).contains(value) || (0x2E80...0xA4CF).contains(value) || (0xAC00...0xD7A3).contains(value)
                || (0xF900...0xFAFF).contains(value) || (0xFE30...0xFE6F).contains(value) || (0xFF00...0xFF60).contains(value)
                || (0x1F300...0x1FAFF).contains(value)
            return sum + (isWide ? 2 : 1)
        }
    }
}

/// Writes lines. What can't be written ends the program: quietly when the reader went away, else with a message.
enum StandardOutput {
    static func line(_ text: String) {
        write(Array((text + "\n").utf8))
    }

    static func write(_ bytes: [UInt8]) {
        guard !offer(bytes) else { return }
        guard errno != EPIPE else { exit(0) }
        StandardError.line("wirespool: standard output: \(String(cString: strerror(errno)))")
        exit(Ingest.ExitCode.inputOutput)
    }

    /// Writes the bytes; false when that failed, and `errno` says why.
    static func offer(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}

/// Messages for people, apart from the data.
enum StandardError {
    static func line(_ text: String) {
        let bytes = Array((text + "\n").utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
