package dev.assay.endorsement;

import dev.assay.model.Bytes;
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

    /** Splits text into its blocks, in one pass. None if no block begins, so that it may be something else. */
    static List<PemBlock> split(Bytes bytes) throws UnreadableException {
        String text = bytes.latin1();
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
            blocks.add(new PemBlock(
                    label, base64(bytes.slice(contentStart, end - contentStart).toArray())));
            position = text.indexOf(BEGIN, end + endLine.length());
        }
        return blocks;
    }

    /** Moves what stands between white space together, a line at a time, and decodes it. */
    private static Bytes base64(byte[] content) throws UnreadableException {
        int length = 0;
        int line = 0;
        for (int i = 0; i <= content.length; i++) {
            if (i == content.length || isWhiteSpace(content[i])) {
                System.arraycopy(content, line, content, length, i - line);
                length += i - line;
                line = i + 1;
            }
        }
        try {
            return Bytes.copyOf(Base64.getDecoder().decode(Arrays.copyOf(content, length)));
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("a PEM block's content is not base64");
        }
    }

    private static boolean isWhiteSpace(byte c) {
        return c <= ' ' && (c == '\n' || c == '\r' || c == ' ' || c == '\t');
    }
}
