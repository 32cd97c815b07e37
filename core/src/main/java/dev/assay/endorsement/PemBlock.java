package dev.assay.endorsement;

import dev.assay.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * One block of PEM text (RFC 7468). Text outside of blocks is ignored, as are line ends of either kind and NULs; inside a
 * block only base64 and white space may stand.
 */
record PemBlock(String label, Bytes content) {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    /** More blocks than any chain, bundle or folder entry has. */
    private static final int MOST = 256;

    static boolean looksLikePem(Bytes bytes) {
        return text(bytes).contains(BEGIN);
    }

    /** Splits text into its blocks, in one pass. */
    static List<PemBlock> split(Bytes bytes) throws UnreadableException {
        String text = text(bytes);
        List<PemBlock> blocks = new ArrayList<>();
        int position = text.indexOf(BEGIN);
        while (position >= 0) {
            if (blocks.size() == MOST) {
                throw new UnreadableException("more than " + MOST + " PEM blocks");
            }
            int labelEnd = text.indexOf(DASHES, position + BEGIN.length());
            if (labelEnd < 0) {
                throw new UnreadableException("a PEM block's first line does not end");
            }
            String label = text.substring(position + BEGIN.length(), labelEnd);
            String endLine = END + label + DASHES;
            int contentStart = labelEnd + DASHES.length();
            int end = label.length() > 64 ? -1 : text.indexOf(endLine, contentStart);
            if (end < 0) {
                throw new UnreadableException("a PEM block has no matching end line");
            }
            blocks.add(new PemBlock(label, base64(text.substring(contentStart, end))));
            position = text.indexOf(BEGIN, end + endLine.length());
        }
        return blocks;
    }

    private static Bytes base64(String content) throws UnreadableException {
        byte[] dense = content.getBytes(StandardCharsets.ISO_8859_1);
        int length = 0;
        for (byte c : dense) {
            if (c > ' ' || (c != '\n' && c != '\r' && c != ' ' && c != '\t')) {
                dense[length++] = c;
            }
        }
        try {
            return Bytes.copyOf(Base64.getDecoder().decode(Arrays.copyOf(dense, length)));
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("a PEM block's content is not base64");
        }
    }

    private static String text(Bytes bytes) {
        return new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
    }
}
