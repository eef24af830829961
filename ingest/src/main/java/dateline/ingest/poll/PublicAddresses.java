package dateline.ingest.poll;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Tells addresses of the public internet from those of the network that we run in, which feeds must not reach. */
final class PublicAddresses {
    /** Blocks that IANA's special-purpose registry for IPv4 keeps from the public internet, as address and prefix length. */
    private static final List<Block> SPECIAL_V4 = List.of(
            Block.v4(0, 0, 0, 0, 8),
            Block.v4(10, 0, 0, 0, 8),
            Block.v4(100, 64, 0, 0, 10),
            Block.v4(127, 0, 0, 0, 8),
            Block.v4(169, 254, 0, 0, 16),
            Block.v4(172, 16, 0, 0, 12),
            Block.v4(192, 0, 0, 0, 24),
            Block.v4(192, 0, 2, 0, 24),
            Block.v4(192, 168, 0, 0, 16),
            Block.v4(198, 18, 0, 0, 15),
            Block.v4(198, 51, 100, 0, 24),
            Block.v4(203, 0, 113, 0, 24),
            // multicast, reserved and broadcast
            Block.v4(224, 0, 0, 0, 3));

    private PublicAddresses() {}

    /**
     * Refuses a host that has an address outside the public internet: one is enough, for the connection may use any.
     *
     * @throws UnknownHostException if the host has no address
     * @throws ForbiddenAddressException if one of its addresses is not public
     */
    static void require(String host) throws UnknownHostException, ForbiddenAddressException {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (!isPublic(address)) {
                throw new ForbiddenAddressException(host, address);
            }
        }
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? isPublicV4(bytes) : isPublicV6(bytes);
    }

    private static boolean isPublicV4(byte[] v4) {
        return SPECIAL_V4.stream().noneMatch(block -> block.holds(v4));
    }

    private static boolean isPublicV6(byte[] v6) {
        int first = word(v6, 0);
        if (first == 0x0064 && word(v6, 2) == 0xff9b) {
            // NAT64 (RFC 6052): the last four bytes are the address really reached
            return isPublicV4(Arrays.copyOfRange(v6, 12, 16));
        }
        if (first == 0x2002) {
            // 6to4 (RFC 3056): bytes two to five are
            return isPublicV4(Arrays.copyOfRange(v6, 2, 6));
        }
        boolean teredoOrOtherProtocol = first == 0x2001 && word(v6, 2) < 0x0200;
        boolean documentation = first == 0x2001 && word(v6, 2) == 0x0db8;
        // Of all IPv6, only 2000::/3 is given out for the public internet (RFC 4291, 2.4).
        return first >>> 13 == 1 && !teredoOrOtherProtocol && !documentation;
    }

    private static int word(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    private static int number(byte[] v4) {
        return (word(v4, 0) << 16) | word(v4, 2);
    }

    private record Block(int network, int prefix) {
        static Block v4(int a, int b, int c, int d, int prefix) {
            return new Block((a << 24) | (b << 16) | (c << 8) | d, prefix);
        }

        boolean holds(byte[] address) {
            return number(address) >>> (32 - prefix) == network >>> (32 - prefix);
        }
    }
}
