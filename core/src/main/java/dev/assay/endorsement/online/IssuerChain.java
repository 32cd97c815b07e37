package dev.assay.endorsement.online;

import dev.assay.model.Bytes;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The certificates above a document's signer, which Intel's service puts into a header: PEM, percent-encoded. A plus sign
 * is itself and not a space; some caches leave those of base64 as they are.
 */
final class IssuerChain {
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

    private IssuerChain() {}

    static Bytes of(HttpHeaders headers, List<String> names) {
        for (String name : names) {
            Optional<String> value = headers.firstValue(name);
            if (value.isPresent()) {
                return Bytes.copyOf(decoded(value.get()).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return Bytes.empty();
    }

    static String decoded(String value) {
        return ESCAPE.matcher(value)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }
}
