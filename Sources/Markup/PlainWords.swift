// SPDX-License-Identifier: Apache-2.0

extension OutputSpan<UInt8> {
    /// Appends words of ASCII letters in lower case, as far as they follow each other with one space between two, and answers how
    /// many bytes of `source` these are.
    ///
    /// `source[start]` is a letter; the last byte appended is one too, or is followed by one. Words near the end of `source` are
    /// left to the caller, who has to look at each byte anyway.
    public mutating func append(plainWordsOf source: Span<UInt8>, from start: Int) -> Int {
        unsafe source.withUnsafeBufferPointer { source in
            unsafe withUnsafeMutableBufferPointer { room, count in
                var index = start
                // One byte more than the block tells whether a word follows its last space.
                while index + ByteBlock.size < source.count, count + ByteBlock.size <= room.count {
                    let block = unsafe ByteBlock(source, at: index)
                    let isBeforeLetter = unsafe ByteBlock(source, at: index + 1).isLetter
                    let isPlain = block.isLetter | block.equals(UInt8(ascii: " ")) & isBeforeLetter
                    // The signs behind the plain ones are written over, or cut off by the count.
                    unsafe block.writeLowercased(to: room, at: count)
                    let length = (!isPlain).first ?? ByteBlock.size
                    index += length
                    count += length
                    if length < ByteBlock.size { break }
                }
                return index - start
            }
        }
    }
}
