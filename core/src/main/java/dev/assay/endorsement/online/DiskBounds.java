package dev.assay.endorsement.online;

import java.time.Duration;

/**
 * How much a cache on disk may hold. What was not used for the longest time goes first, a tenth at a time. Each process
 * looks at the folder once it has written a tenth itself, so that several may go beyond the bound by as many tenths.
 *
 * @param entries the most items, 1 or more; a VCEK takes 2 kB
 * @param bytes the most bytes of all files together, 1 or more; an item that is larger is not kept
 * @param unusedFor how long an item stays that nobody asks for, more than a day; its use is noted once a day
 */
public record DiskBounds(int entries, long bytes, Duration unusedFor) {
    /** Uses closer together than this are not told apart. */
    static final Duration STEP = Duration.ofDays(1);

    /**
     * Refuses bounds that leave no room.
     *
     * @param entries the most items
     * @param bytes the most bytes
     * @param unusedFor how long an unused item stays
     */
    public DiskBounds {
        if (entries < 1 || bytes < 1 || unusedFor.compareTo(STEP) <= 0) {
            throw new IllegalArgumentException(
                    "room for nothing: " + entries + " entries, " + bytes + " bytes, unused for " + unusedFor);
        }
    }

    /**
     * 100,000 items, 1 GiB, and a year and a month, in which every yearly use falls.
     *
     * @return the bounds
     */
    public static DiskBounds defaults() {
        return new DiskBounds(100_000, 1L << 30, Duration.ofDays(396));
    }
}
