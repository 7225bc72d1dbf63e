package coop.roseash.service.web;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/// Tells which IP addresses are globally reachable (IANA special-purpose registries, RFC 6890).
final class PublicAddress {
    private static final List<Block> SPECIAL_IPV4 = List.of(
            block(0, 0, 0, 0, 8),
            block(10, 0, 0, 0, 8),
            block(100, 64, 0, 0, 10),
            block(127, 0, 0, 0, 8),
            block(169, 254, 0, 0, 16),
            block(172, 16, 0, 0, 12),
            block(192, 0, 0, 0, 24),
            block(192, 0, 2, 0, 24),
            block(192, 88, 99, 0, 24),
            block(192, 168, 0, 0, 16),
            block(198, 18, 0, 0, 15),
            block(198, 51, 100, 0, 24),
            block(203, 0, 113, 0, 24),
            block(224, 0, 0, 0, 3));

    private record Block(int network, int bits) {
        boolean holds(int address) {
            int mask = bits == 0 ? 0 : -1 << (32 - bits);
            return (address & mask) == (network & mask);
        }
    }

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> isPublic(four.getAddress());
            case Inet6Address six -> isPublic6(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic(byte[] four) {
        int value = (four[0] & 0xff) << 24 | (four[1] & 0xff) << 16 | (four[2] & 0xff) << 8 | (four[3] & 0xff);
        return SPECIAL_IPV4.stream().noneMatch(block -> block.holds(value));
    }

    /// Only 2000::/3 is global unicast; out of it fall those that stand for something else: 2001::/23 (Teredo,
    /// ORCHID), 2001:db8::/32 and 3fff::/20 (documentation), 2002::/16 (6to4, which wraps an IPv4 address).
    /// IPv4-mapped and NAT64 (64:ff9b::/96) addresses lie outside 2000::/3.
    private static boolean isPublic6(byte[] six) {
        int first = (six[0] & 0xff) << 8 | (six[1] & 0xff);
        int second = (six[2] & 0xff) << 8 | (six[3] & 0xff);
        boolean globalUnicast = (first & 0xe000) == 0x2000;
        boolean protocolBlock = first == 0x2001 && (second & 0xfe00) == 0;
        boolean documentation = first == 0x2001 && second == 0x0db8 || first == 0x3fff && (second & 0xf000) == 0;
        boolean sixToFour = first == 0x2002;
        return globalUnicast && !protocolBlock && !documentation && !sixToFour;
    }

    private static Block block(int a, int b, int c, int d, int bits) {
        return new Block(a << 24 | b << 16 | c << 8 | d, bits);
    }
}
