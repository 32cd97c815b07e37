package dev.assay;

import dev.assay.model.Bytes;
import dev.assay.model.Faults;
import dev.assay.model.Malformation;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Takes evidence as people pass it around: raw bytes, hexadecimal, or base64 in either alphabet, with or without padding
 * and line ends.
 *
 * <p>Much hexadecimal text is base64 too, but no text is evidence in both: the second byte of evidence is zero, which the
 * third character spells as 0 in the one and as A to D in the other.
 */
public final class EvidenceText {
    /** The largest input in bytes: room for the largest evidence in hexadecimal with line ends. */
    public static final int LARGEST = 4 << 20;

    private EvidenceText() {}

    /**
     * Undoes the encoding, if there is one.
     *
     * @param input raw evidence or text
     * @return raw evidence; that it is well-formed is for {@link Evidence#decode} to find out
     * @throws MalformedEvidenceException if the input is text that is neither encoding, or not of evidence
     */
    public static Bytes unwrap(byte[] input) throws MalformedEvidenceException {
        EvidenceFormat.checkSize(input.length, LARGEST);
        if (!isText(input)) {
            return Bytes.copyOf(input);
        }
        String text = dense(input);
        Optional<Bytes> hex = hex(text);
        Optional<Bytes> base64 = base64(text);
        if (hex.isEmpty() && base64.isEmpty()) {
            throw fault(Malformation.BAD_TEXT, "text that is neither hexadecimal nor base64");
        }
        return hex.filter(EvidenceFormat::isRecognised)
                .or(() -> base64.filter(EvidenceFormat::isRecognised))
                .orElseThrow(() -> fault(
                        Malformation.UNKNOWN_FORMAT,
                        "text whose content begins like neither an SEV-SNP report nor a TDX quote"));
    }

    /** Evidence has zeros in its first bytes, so that text is never mistaken for it nor it for text. */
    private static boolean isText(byte[] input) {
        for (byte b : input) {
            if (b != '\n' && b != '\r' && b != '\t' && (b < 0x20 || b > 0x7E)) {
                return false;
            }
        }
        return input.length > 0;
    }

    private static String dense(byte[] input) {
        StringBuilder dense = new StringBuilder(input.length);
        for (byte b : input) {
            if (b > ' ') {
                dense.append((char) b);
            }
        }
        return dense.toString();
    }

    /** What marks hexadecimal may also be how base64 begins, and is left out here only. */
    private static Optional<Bytes> hex(String text) {
        boolean marked = text.startsWith("0x") || text.startsWith("0X");
        try {
            return Optional.of(Bytes.fromHex(marked ? text.substring(2) : text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Bytes> base64(String text) {
        boolean urlAlphabet = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
        Base64.Decoder decoder = urlAlphabet ? Base64.getUrlDecoder() : Base64.getDecoder();
        try {
            return Optional.of(Bytes.copyOf(decoder.decode(text.getBytes(StandardCharsets.US_ASCII))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static MalformedEvidenceException fault(Malformation reason, String detail) {
        return new Faults(Strictness.STRICT).fatal(reason, 0, "evidence", detail);
    }
}
