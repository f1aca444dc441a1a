// SPDX-License-Identifier: Apache-2.0

/// Which addresses a publisher may send us to: those of the public internet, and no others.
///
/// The ranges are those of IANA's special-purpose registries (RFC 6890); an IPv6 address that carries an IPv4 address is
/// judged by both.
enum AddressRule {
    static func permits(_ address: IPAddress) -> Bool {
        switch address {
        case .v4(let bits): !specialIPv4.contains { $0.contains(bits) }
        case .v6(let bits): !specialIPv6.contains { $0.contains(bits) } && carried(in: bits).allSatisfy { permits(.v4($0)) }
        }
    }

    /// A web port, or one that no well-known service of a host's own listens on.
    static func permits(port: UInt16) -> Bool {
        port == 80 || port == 443 || port >= 1024
    }
}

extension AddressRule {
    private struct Range<Bits: FixedWidthInteger & Sendable>: Sendable {
        let base: Bits
        let length: Bits

        func contains(_ bits: Bits) -> Bool {
            let shift = Bits(Bits.bitWidth) - length
            return bits >> shift == base >> shift
        }
    }

    private static let specialIPv4: [Range<UInt32>] = [
        Range(base: 0x0000_0000, length: 8),  // this network
        Range(base: 0x0A00_0000, length: 8),  // private
        Range(base: 0x6440_0000, length: 10),  // carrier's NAT
        Range(base: 0x7F00_0000, length: 8),  // loopback
        Range(base: 0xA9FE_0000, length: 16),  // link-local, the clouds' metadata
        Range(base: 0xAC10_0000, length: 12),  // private
        Range(base: 0xC000_0000, length: 24),  // protocol assignments
        Range(base: 0xC000_0200, length: 24),  // documentation
        Range(base: 0xC0A8_0000, length: 16),  // private
        Range(base: 0xC612_0000, length: 15),  // benchmarking
        Range(base: 0xC633_6400, length: 24),  // documentation
        Range(base: 0xCB00_7100, length: 24),  // documentation
        Range(base: 0xE000_0000, length: 4),  // multicast
        Range(base: 0xF000_0000, length: 4),  // reserved, broadcast
    ]

    private static let specialIPv6: [Range<UInt128>] = [
        range(0x0000_0000_0000_0000, 0, 96),  // unspecified, loopback, IPv4-compatible
        range(0x0064_ff9b_0001_0000, 0, 48),  // local NAT64
        range(0x0100_0000_0000_0000, 0, 64),  // discard
        range(0x2001_0db8_0000_0000, 0, 32),  // documentation
        range(0x3fff_0000_0000_0000, 0, 20),  // documentation
        range(0xfc00_0000_0000_0000, 0, 7),  // unique local
        range(0xfe80_0000_0000_0000, 0, 10),  // link-local
        range(0xfec0_0000_0000_0000, 0, 10),  // site-local
        range(0xff00_0000_0000_0000, 0, 8),  // multicast
    ]

    private static let mapped = range(0, 0x0000_ffff_0000_0000, 96)
    private static let translated = range(0, 0xffff_0000_0000_0000, 96)
    private static let nat64 = range(0x0064_ff9b_0000_0000, 0, 96)
    private static let sixToFour = range(0x2002_0000_0000_0000, 0, 16)
    private static let teredo = range(0x2001_0000_0000_0000, 0, 32)

    private static func range(_ high: UInt64, _ low: UInt64, _ length: UInt128) -> Range<UInt128> {
        Range(base: UInt128(high) << 64 | UInt128(low), length: length)
    }

    /// The IPv4 addresses that an IPv6 address stands for.
    private static func carried(in bits: UInt128) -> [UInt32] {
        let last = UInt32(truncatingIfNeeded: bits)
        if mapped.contains(bits) || translated.contains(bits) || nat64.contains(bits) { return [last] }
        if sixToFour.contains(bits) { return [UInt32(truncatingIfNeeded: bits >> 80)] }
        // RFC 4380 §4: the server's address, and the client's with every bit turned.
        if teredo.contains(bits) { return [UInt32(truncatingIfNeeded: bits >> 64), ~last] }
        return []
    }
}
