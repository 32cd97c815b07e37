package dev.assay.endorsement;

import dev.assay.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Undoes the encodings in which caching services hand out DER: hexadecimal or base64 text, with or without line ends. DER
 * itself starts with 0x30, its hexadecimal with {@code 30} and its base64 with {@code M}, so that none is mistaken for
 * another.
 */
final class DerText {
    private DerText() {}

    static Bytes decode(Bytes item) throws UnreadableException {
        if (item.length() > 2 * X509Reader.LARGEST_CRL + 2) {
            throw new UnreadableException("larger than any list of revocations");
        }
        if (item.length() < 2 || !isText(item)) {
            return item;
        }
        StringBuilder dense = new StringBuilder(item.length());
        for (byte b : item.toArray()) {
            if (b > ' ') {
                dense.append((char) b);
            }
        }
        String text = dense.toString();
        try {
            return text.startsWith("30")
                    ? Bytes.fromHex(text)
                    : Bytes.copyOf(Base64.getDecoder().decode(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("text that is neither PEM, JSON, hexadecimal nor base64");
        }
    }

    /** NULs only count behind the text, where C programs leave them. */
    private static boolean isText(Bytes item) {
        int end = item.length();
        while (end > 0 && item.u8(end - 1) == 0) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            int c = item.u8(i);
            if (c > 0x7E || (c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
                return false;
            }
        }
        return end > 0;
    }
}
