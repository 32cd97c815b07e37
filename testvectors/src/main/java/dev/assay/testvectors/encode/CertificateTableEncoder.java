package dev.assay.testvectors.encode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A certificate table in the making (AMD 56421, SNP extended guest request): entries of 24 bytes (GUID in big-endian
 * text order, then offset and length, 4 bytes each, little-endian, offsets from the start of the table), an all-zero
 * terminator, then the contents in the order of the entries. Immutable.
 *
 * <p>The terminator can be left out, offsets and lengths can be overridden, which makes entries overlap or point
 * anywhere, and the table can be padded or cut.
 */
public final class CertificateTableEncoder {
    /** Size of one entry: 24 bytes. */
    public static final int ENTRY_SIZE = 24;

    private final List<Entry> entries;
    private final byte[] terminator;
    private final byte[] gap;
    private final byte[] padding;

    private CertificateTableEncoder(List<Entry> entries, byte[] terminator, byte[] gap, byte[] padding) {
        this.entries = List.copyOf(entries);
        this.terminator = terminator;
        this.gap = gap;
        this.padding = padding;
    }

    /**
     * A table without entries, that is a terminator alone.
     *
     * @return the table
     */
    public static CertificateTableEncoder empty() {
        return new CertificateTableEncoder(List.of(), new byte[ENTRY_SIZE], new byte[0], new byte[0]);
    }

    /**
     * Appends an entry whose offset and length are right.
     *
     * @param guid what it is
     * @param content its bytes
     * @return a changed copy
     */
    public CertificateTableEncoder add(TableGuid guid, byte[] content) {
        return add(guid.guid(), content);
    }

    /**
     * Appends an entry whose offset and length are right.
     *
     * @param guid any identifier
     * @param content its bytes
     * @return a changed copy
     */
    public CertificateTableEncoder add(UUID guid, byte[] content) {
        return with(new Entry(guid, content.clone(), OptionalLong.empty(), OptionalLong.empty()));
    }

    /**
     * Appends an entry with a given offset and length; its content still takes its place after the others.
     *
     * @param guid any identifier
     * @param content bytes to append to the table, possibly none
     * @param offset what the entry says, 4 bytes
     * @param length what the entry says, 4 bytes
     * @return a changed copy
     */
    public CertificateTableEncoder add(UUID guid, byte[] content, long offset, long length) {
        return with(new Entry(guid, content.clone(), OptionalLong.of(offset), OptionalLong.of(length)));
    }

    /**
     * Replaces the terminator.
     *
     * @param bytes any bytes, none to leave the terminator out
     * @return a changed copy
     */
    public CertificateTableEncoder terminator(byte... bytes) {
        return new CertificateTableEncoder(entries, bytes.clone(), gap, padding);
    }

    /**
     * Puts bytes between the terminator and the contents.
     *
     * @param bytes any bytes
     * @return a changed copy
     */
    public CertificateTableEncoder gap(byte... bytes) {
        return new CertificateTableEncoder(entries, terminator, bytes.clone(), padding);
    }

    /**
     * Puts bytes after the contents.
     *
     * @param bytes any bytes
     * @return a changed copy
     */
    public CertificateTableEncoder padding(byte... bytes) {
        return new CertificateTableEncoder(entries, terminator, gap, bytes.clone());
    }

    /**
     * The number of entries, the terminator not counted.
     *
     * @return 0 or more
     */
    public int count() {
        return entries.size();
    }

    /**
     * The identifier of an entry.
     *
     * @param index which entry
     * @return its GUID
     */
    public UUID guid(int index) {
        return entries.get(index).guid;
    }

    /**
     * The content that was given for an entry.
     *
     * @param index which entry
     * @return a copy of the bytes
     */
    public byte[] content(int index) {
        return entries.get(index).content.clone();
    }

    /**
     * The table.
     *
     * @return its bytes
     */
    public byte[] encode() {
        ByteArrayOutputStream array = new ByteArrayOutputStream();
        ByteArrayOutputStream contents = new ByteArrayOutputStream();
        long start = (long) entries.size() * ENTRY_SIZE + terminator.length + gap.length;
        for (Entry entry : entries) {
            array.writeBytes(ByteBuffer.allocate(16)
                    .putLong(entry.guid.getMostSignificantBits())
                    .putLong(entry.guid.getLeastSignificantBits())
                    .array());
            LittleEndian.append(array, entry.offset.orElse(start + contents.size()), 4);
            LittleEndian.append(array, entry.length.orElse(entry.content.length), 4);
            contents.writeBytes(entry.content);
        }
        array.writeBytes(terminator);
        array.writeBytes(gap);
        array.writeBytes(contents.toByteArray());
        array.writeBytes(padding);
        return array.toByteArray();
    }

    /**
     * The table padded with zeros to whole pages, as some clouds hand it out.
     *
     * @param pageSize the size of a page in bytes, above 0
     * @return its bytes
     */
    public byte[] encodePages(int pageSize) {
        byte[] table = encode();
        return Arrays.copyOf(table, (table.length + pageSize - 1) / pageSize * pageSize);
    }

    private CertificateTableEncoder with(Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        return new CertificateTableEncoder(more, terminator, gap, padding);
    }

    private static final class Entry {
        private final UUID guid;
        private final byte[] content;
        private final OptionalLong offset;
        private final OptionalLong length;

        Entry(UUID guid, byte[] content, OptionalLong offset, OptionalLong length) {
            this.guid = guid;
            this.content = content;
            this.offset = offset;
            this.length = length;
        }
    }
}
