package dev.assay.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Text with one block, for seeds. */
final class Pem {
    private Pem() {}

    static byte[] of(String label, byte[] content) {
        String text = "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label
                + "-----\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
