package dev.assay.testvectors.server;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What is asked for, the same however it is written: parameters in order, the default {@code update=standard} left out,
 * numbers without leading zeros.
 */
record RequestLine(String path, String parameters) {
    static RequestLine of(String target) {
        URI address = URI.create(target);
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        String ordered = Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.equals("update=standard"))
                .map(part -> part.replaceAll("SPL=0+(?=[0-9])", "SPL="))
                .sorted()
                .collect(Collectors.joining("&"));
        return new RequestLine(address.getRawPath(), ordered);
    }
}
