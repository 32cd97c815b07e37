package dev.assay.endorsement;

import dev.assay.model.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * One element of DER: a tag of one byte, a definite length in its shortest form, and the content. Small enough to be
 * read in full, which is why Intel's extension is not handed to a general parser whose jar costs a command line program
 * most of a second to load.
 */
record DerElement(int tag, Bytes content) {
    static final int BOOLEAN = 0x01;
    static final int INTEGER = 0x02;
    static final int OCTET_STRING = 0x04;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int ENUMERATED = 0x0A;
    static final int SEQUENCE = 0x30;

    /** Splits bytes into the elements that fill them exactly. Nothing is entered: there is no recursion. */
    static List<DerElement> split(Bytes bytes, int most) throws UnreadableException {
        List<DerElement> elements = new ArrayList<>();
        int position = 0;
        while (position < bytes.length()) {
            if (elements.size() == most) {
                throw new UnreadableException("more than " + most + " elements");
            }
            int header = headerLength(bytes, position);
            int content = position + header;
            int length = contentLength(bytes, position, header);
            if (length > bytes.length() - content) {
                throw new UnreadableException("an element that ends behind what contains it");
            }
            elements.add(new DerElement(bytes.u8(position), bytes.slice(content, length)));
            position = content + length;
        }
        return elements;
    }

    /** The one element that fills the bytes exactly. */
    static DerElement single(Bytes bytes) throws UnreadableException {
        List<DerElement> elements = split(bytes, 1);
        if (elements.isEmpty()) {
            throw new UnreadableException("no element");
        }
        return elements.get(0);
    }

    private static int headerLength(Bytes bytes, int start) throws UnreadableException {
        int left = bytes.length() - start;
        if (left < 2 || (bytes.u8(start) & 0x1F) == 0x1F) {
            throw new UnreadableException("not a DER element");
        }
        int first = bytes.u8(start + 1);
        int header = first < 0x80 ? 2 : 2 + (first & 0x7F);
        if (header > 4 || first == 0x80 || left < header) {
            throw new UnreadableException("not a DER length");
        }
        return header;
    }

    private static int contentLength(Bytes bytes, int start, int header) throws UnreadableException {
        int length = switch (header) {
            case 2 -> bytes.u8(start + 1);
            case 3 -> bytes.u8(start + 2);
            default -> (bytes.u8(start + 2) << 8) | bytes.u8(start + 3);
        };
        if ((header == 3 && length < 0x80) || (header == 4 && length < 0x100)) {
            throw new UnreadableException("a DER length that is not in its shortest form");
        }
        return length;
    }

    List<DerElement> sequence(int most) throws UnreadableException {
        require(SEQUENCE, "SEQUENCE");
        return split(content, most);
    }

    Bytes octets(int size) throws UnreadableException {
        require(OCTET_STRING, "OCTET STRING");
        if (content.length() != size) {
            throw new UnreadableException("an OCTET STRING of " + content.length() + " bytes, expected " + size);
        }
        return content;
    }

    int integer(int largest) throws UnreadableException {
        require(INTEGER, "INTEGER");
        return number(largest);
    }

    int enumerated(int largest) throws UnreadableException {
        require(ENUMERATED, "ENUMERATED");
        return number(largest);
    }

    boolean truth() throws UnreadableException {
        require(BOOLEAN, "BOOLEAN");
        if (content.length() != 1 || (content.u8(0) != 0 && content.u8(0) != 0xFF)) {
            throw new UnreadableException("a BOOLEAN that is neither 00 nor FF: " + content);
        }
        return content.u8(0) != 0;
    }

    private void require(int expected, String name) throws UnreadableException {
        if (tag != expected) {
            throw new UnreadableException(String.format("tag 0x%02x where %s is expected", tag, name));
        }
    }

    /** Not negative, and without octets that could be left out. */
    private int number(int largest) throws UnreadableException {
        boolean padded = content.length() > 1 && content.u8(0) == 0;
        boolean shortest = !content.isEmpty() && content.length() <= 4 && (!padded || content.u8(1) >= 0x80);
        if (!shortest || content.u8(0) >= 0x80) {
            throw new UnreadableException("not a small number in DER: " + content);
        }
        long value = 0;
        for (int i = 0; i < content.length(); i++) {
            value = (value << 8) | content.u8(i);
        }
        if (value > largest) {
            throw new UnreadableException(value + " is above " + largest);
        }
        return (int) value;
    }
}
