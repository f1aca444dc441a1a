// SPDX-License-Identifier: Apache-2.0
import Markup

private let labels: [String?] = [
    nil, "utf-8", "utf-16", "utf-32", "gb2312", "gb18030", "big5", "big5-hkscs", "shift_jis", "euc-jp", "iso-2022-jp", "euc-kr", "koi8-r",
    "windows-1251", "windows-1256", "iso-8859-1", "iso-8859-8-i", "hz-gb-2312", "utf-7", "macintosh",
]

/// Any bytes under any label (the first byte chooses): the text is valid UTF-8 that XML allows, and not much longer than the bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func charsets(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = UnsafeBufferPointer(start: start, count: count)
    guard let choice = input.first else { return 0 }
    let contentType = labels[Int(choice) % labels.count].map { "text/xml; charset=\($0)" }
    withinBudget {
        let document = DecodedDocument(Array(input.dropFirst()), contentType: contentType)
        requireUTF8(document.bytes)
        precondition(!document.bytes.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }, "XML 1.0 §2.2")
        precondition(document.bytes.count <= 6 * input.count, "a byte becomes at most two characters")
        precondition(DecodedDocument(document.bytes).bytes == document.bytes, "decoded text stays as it is")
    }
    return 0
}
