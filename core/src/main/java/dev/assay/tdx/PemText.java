package dev.assay.tdx;

import dev.assay.model.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * PEM text taken apart into certificates, without a look inside them. Nothing is refused: what is not a certificate's
 * block is counted and kept, for verification to judge. Real chains end with a newline and mostly a NUL behind it.
 *
 * <p>A block reaches from {@code -----BEGIN CERTIFICATE-----} to the next {@code -----END CERTIFICATE-----}. The text
 * is gone through once, whatever it holds.
 */
public final class PemText {
    /**
     * More blocks than this are not cut; the text from the next one on is {@link #tail()}, and counted as other bytes
     * there. A chain has three.
     */
    public static final int MOST_BLOCKS = 16;

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    private final List<Bytes> blocks;
    private final int strayBytes;
    private final Bytes tail;

    private PemText(List<Bytes> blocks, int strayBytes, Bytes tail) {
        this.blocks = List.copyOf(blocks);
        this.strayBytes = strayBytes;
        this.tail = tail;
    }

    /**
     * Takes text apart.
     *
     * @param text any bytes
     * @return the parts, all of them slices of the text
     */
    public static PemText split(Bytes text) {
        String characters = text.latin1();
        List<Bytes> blocks = new ArrayList<>();
        int stray = 0;
        int position = 0;
        while (blocks.size() < MOST_BLOCKS) {
            int begin = characters.indexOf(BEGIN, position);
            int end = begin < 0 ? -1 : characters.indexOf(END, begin + BEGIN.length());
            if (end < 0) {
                break;
            }
            Bytes between = text.slice(position, begin - position);
            stray += between.length() - newlines(between);
            position = end + END.length();
            blocks.add(text.slice(begin, position - begin));
        }
        return new PemText(blocks, stray, text.from(position));
    }

    private static int newlines(Bytes part) {
        return count(part, '\n') + count(part, '\r');
    }

    private static int count(Bytes part, int value) {
        int count = 0;
        for (int i = 0; i < part.length(); i++) {
            if (part.u8(i) == value) {
                count++;
            }
        }
        return count;
    }

    /**
     * The certificates in the order of the text, each with its two marker lines and as many bytes as there are between
     * them. That these are base64, and a certificate, is not known yet.
     *
     * @return 0 to {@link #MOST_BLOCKS} slices of the text
     */
    public List<Bytes> blocks() {
        return blocks;
    }

    /**
     * The number of bytes before the first block and between blocks that are neither CR nor LF.
     *
     * @return 0 for well-formed text
     */
    public int strayBytes() {
        return strayBytes;
    }

    /**
     * Everything behind the last block; all of the text if there is no block.
     *
     * @return bytes as received
     */
    public Bytes tail() {
        return tail;
    }

    /**
     * How many zero bytes are in the tail.
     *
     * @return 1 in most real quotes
     */
    public int tailNuls() {
        return count(tail, 0);
    }

    /**
     * How many bytes of the tail are CR or LF.
     *
     * @return 1 in real quotes
     */
    public int tailNewlines() {
        return newlines(tail);
    }

    /**
     * How many bytes of the tail are neither zero nor CR nor LF.
     *
     * @return 0 for well-formed text
     */
    public int tailOthers() {
        return tail.length() - tailNuls() - tailNewlines();
    }
}
