package dev.assay.endorsement.online;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * One request to a service.
 *
 * @param address where
 * @param headers what to send along
 * @param most the largest answer that is read, in bytes
 * @param chainHeaders the headers that may hold the issuer chain, the first that is there counts
 */
record Call(URI address, Map<String, String> headers, int most, List<String> chainHeaders) {
    /** A certificate or a chain of two: less than 8 kB. */
    static final int CERTIFICATES = 1 << 16;

    /** A document of Intel's: less than 64 kB. */
    static final int DOCUMENT = 1 << 20;

    /** A revocation list; hexadecimal doubles it. */
    static final int CRL = 1 << 23;

    Call {
        headers = Map.copyOf(headers);
        chainHeaders = List.copyOf(chainHeaders);
    }

    /** Neither chip nor key: both are nobody's but the service's. */
    @Override
    public String toString() {
        return "request to " + address.getHost();
    }

    static Call of(URI address, int most, String... chainHeaders) {
        return new Call(address, Map.of(), most, List.of(chainHeaders));
    }
}
