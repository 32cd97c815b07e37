package dev.assay.snp;

import dev.assay.model.Bytes;
import dev.assay.model.Faults;
import dev.assay.model.Irregularity;
import dev.assay.model.Malformation;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The certificate table that a host gives along with an extended report, and Linux as {@code auxblob} (document 56421):
 * entries of 24 bytes (GUID, then offset from the start of the table and length, 4 bytes each, little-endian), an entry
 * of zeros, and the contents.
 *
 * <p>The host writes it, so it is untrusted: a certificate in it counts only if it chains to an anchor that the verifier
 * had before. Entries of unknown meaning are kept. A table of no bytes at all is an empty table.
 *
 * @param raw the bytes as received, with whatever padding follows the contents
 * @param entries the entries in their order, without the one that ends the list
 * @param irregularities what lenient decoding let pass
 */
public record CertificateTable(Bytes raw, List<CertificateTableEntry> entries, List<Irregularity> irregularities) {
    /** The size of an entry in bytes. */
    public static final int ENTRY_SIZE = 24;

    /** The most entries that a table may have; real ones have up to four. */
    public static final int MOST_ENTRIES = 64;

    /** The largest table in bytes; real ones take one or two pages. */
    public static final int LARGEST = 1 << 20;

    /**
     * Keeps its own copies of the lists.
     *
     * @param raw the bytes as received, with whatever padding follows the contents
     * @param entries the entries in their order, without the one that ends the list
     * @param irregularities what lenient decoding let pass
     */
    public CertificateTable {
        entries = List.copyOf(entries);
        irregularities = List.copyOf(irregularities);
    }

    /**
     * Decodes a table strictly.
     *
     * @param bytes the whole table
     * @return the table
     * @throws MalformedEvidenceException if it has no end, entries reach outside it or stand twice, or it is too large
     */
    public static CertificateTable decode(byte[] bytes) throws MalformedEvidenceException {
        return decode(Bytes.copyOf(bytes), Strictness.STRICT, 0);
    }

    /**
     * Decodes a table.
     *
     * @param bytes the whole table
     * @param strictness whether entries that reach outside, stand twice, or do not end, end decoding
     * @param base where the table starts in the input, for the offsets of faults
     * @return the table
     * @throws MalformedEvidenceException if it cannot be decoded
     */
    public static CertificateTable decode(Bytes bytes, Strictness strictness, long base)
            throws MalformedEvidenceException {
        Faults faults = new Faults(strictness);
        if (bytes.length() > LARGEST) {
            throw faults.fatal(
                    Malformation.TOO_LARGE,
                    base + LARGEST,
                    "certificateTable",
                    "a certificate table has at most " + LARGEST + " bytes, this has " + bytes.length());
        }
        int count = countEntries(bytes, base, faults);
        int contentsStart = (count + 1) * ENTRY_SIZE;
        List<CertificateTableEntry> entries = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < count; i++) {
            String field = "certificateTable[" + i + "]";
            long position = base + (long) i * ENTRY_SIZE;
            UUID guid = guid(bytes, i * ENTRY_SIZE);
            if (!seen.add(guid)) {
                faults.tolerable(Malformation.DUPLICATE, position, field, "a second entry for " + guid);
            }
            long offset = bytes.u32le(i * ENTRY_SIZE + 16);
            long length = bytes.u32le(i * ENTRY_SIZE + 20);
            if (offset < contentsStart || offset + length > bytes.length()) {
                faults.tolerable(
                        Malformation.OUT_OF_BOUNDS,
                        position + 16,
                        field,
                        "bytes " + offset + " to " + (offset + length) + " are not between the entries, which end at "
                                + contentsStart + ", and the end of the table at " + bytes.length());
                continue;
            }
            entries.add(new CertificateTableEntry(guid, (int) offset, bytes.slice((int) offset, (int) length)));
        }
        return new CertificateTable(bytes, entries, faults.tolerated());
    }

    private static int countEntries(Bytes bytes, long base, Faults faults) throws MalformedEvidenceException {
        if (bytes.isEmpty()) {
            return 0;
        }
        int count = 0;
        while ((count + 1) * ENTRY_SIZE <= bytes.length()) {
            if (bytes.slice(count * ENTRY_SIZE, ENTRY_SIZE).isZero()) {
                return count;
            }
            if (count == MOST_ENTRIES) {
                throw faults.fatal(
                        Malformation.TOO_MANY,
                        base + (long) count * ENTRY_SIZE,
                        "certificateTable",
                        "more than " + MOST_ENTRIES + " entries");
            }
            count++;
        }
        throw faults.fatal(
                Malformation.MISSING_TERMINATOR,
                base + (long) count * ENTRY_SIZE,
                "certificateTable",
                "the table ends after " + count + " entries without an entry of zeros");
    }

    private static UUID guid(Bytes bytes, int offset) {
        return new UUID(Long.reverseBytes(bytes.u64le(offset)), Long.reverseBytes(bytes.u64le(offset + Long.BYTES)));
    }

    /**
     * Finds the entry of a kind.
     *
     * @param kind what to look for
     * @return the first such entry, or empty
     */
    public Optional<CertificateTableEntry> entry(CertificateGuid kind) {
        return entries.stream()
                .filter(entry -> entry.guid().equals(kind.guid()))
                .findFirst();
    }

    /**
     * Finds what nothing in the table accounts for: bytes behind the entries that are in no entry's content and not zero.
     * Whatever a host left there means nothing, and verification does not look at it.
     *
     * @return runs of such bytes, in their order, without the zeros around them
     */
    public List<UnclaimedBytes> unclaimed() {
        if (raw.isEmpty()) {
            return List.of();
        }
        BitSet claimed = new BitSet(raw.length());
        int listEnd = (listed() + 1) * ENTRY_SIZE;
        claimed.set(0, Math.min(listEnd, raw.length()));
        entries.forEach(entry ->
                claimed.set(entry.offset(), entry.offset() + entry.content().length()));
        List<UnclaimedBytes> found = new ArrayList<>();
        for (int start = claimed.nextClearBit(0); start < raw.length(); start = claimed.nextClearBit(start)) {
            int set = claimed.nextSetBit(start);
            int end = set < 0 ? raw.length() : set;
            UnclaimedBytes.of(start, raw.slice(start, end - start)).ifPresent(found::add);
            start = end;
        }
        return List.copyOf(found);
    }

    /** How many entries the list has, also those that lenient decoding left out. */
    private int listed() {
        int count = 0;
        while (!raw.slice(count * ENTRY_SIZE, ENTRY_SIZE).isZero()) {
            count++;
        }
        return count;
    }
}
