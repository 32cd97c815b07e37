package dev.assay.bundle;

import dev.assay.Evidence;
import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import dev.assay.result.ResultSummary;
import dev.assay.verify.Outcome;
import dev.assay.verify.Verified;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evidence, the endorsements that vouch for it and the time of the verdict, in one file. Immutable. The same content
 * gives the same bytes: items are sorted, and none is there twice.
 *
 * <p>Nothing in a bundle is trusted, and no trust anchor is ever taken from one. Its digests find damage, not forgery:
 * whether evidence and endorsements are genuine is for {@link #verify} to find out.
 *
 * @param at the time that the verdict is for, from year 1 to year 9999
 * @param evidence the evidence's bytes; empty in a bundle that carries endorsements only
 * @param items the endorsements, sorted by kind and digest
 * @param earlier what was concluded when the bundle was made, if that is told
 */
public record Bundle(Instant at, Optional<Bytes> evidence, List<BundleItem> items, Optional<ResultSummary> earlier) {
    /** The largest bundle in bytes. */
    public static final int LARGEST = 4 << 20;

    /** The most endorsements in a bundle. */
    public static final int MOST_ITEMS = 1000;

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /**
     * Sorts the items, leaving out repetitions, and checks what can be checked without reading them.
     *
     * @param at the time that the verdict is for
     * @param evidence the evidence's bytes
     * @param items the endorsements in any order
     * @param earlier what was concluded earlier
     * @throws IllegalArgumentException if there is more than a bundle may hold, or the time is out of range
     */
    public Bundle {
        if (at.isBefore(FIRST) || at.isAfter(LAST)) {
            throw new IllegalArgumentException("the time must be in one of the years 1 to 9999");
        }
        if (evidence.isPresent() && evidence.get().length() > Evidence.LARGEST) {
            throw new IllegalArgumentException("evidence has at most " + Evidence.LARGEST + " bytes, not "
                    + evidence.get().length());
        }
        items = sorted(items);
        if (items.size() > MOST_ITEMS) {
            throw new IllegalArgumentException(
                    "a bundle holds at most " + MOST_ITEMS + " endorsements, not " + items.size());
        }
    }

    /** What an item is, apart from its origin. Its order keeps a table fast whose hash codes somebody made equal. */
    private record Key(ItemKind kind, Bytes bytes) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::kind).thenComparing(Key::bytes);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** Of the same item from two origins, the origin that sorts first is kept, so that the order does not matter. */
    private static List<BundleItem> sorted(List<BundleItem> items) {
        Map<Key, BundleItem> unique = new HashMap<>();
        for (BundleItem item : items) {
            unique.merge(
                    new Key(item.kind(), item.bytes()),
                    item,
                    (a, b) -> a.origin().compareTo(b.origin()) <= 0 ? a : b);
        }
        record Placed(BundleItem item, String digest) {}
        return unique.values().stream()
                .map(item -> new Placed(item, item.bytes().sha256().hex()))
                .sorted(Comparator.comparing((Placed placed) -> placed.item.kind())
                        .thenComparing(Placed::digest))
                .map(Placed::item)
                .toList();
    }

    /**
     * Starts a bundle.
     *
     * @param at the time that the verdict is for
     * @return an empty builder
     */
    public static BundleBuilder at(Instant at) {
        return new BundleBuilder(at);
    }

    /**
     * Puts evidence and endorsements into a bundle.
     *
     * @param evidence decoded evidence
     * @param endorsements what vouches for it
     * @param at the time that the verdict is for
     * @return the bundle
     * @throws IllegalArgumentException if something among the endorsements could not be read, or there is too much
     */
    public static Bundle of(Evidence evidence, Endorsements endorsements, Instant at) {
        return at(at).evidence(evidence).add("given", endorsements).build();
    }

    /**
     * Reads a bundle, strictly: unknown members, names that stand twice, and digests that do not match are refused.
     *
     * @param file the whole file, at most {@link #LARGEST} bytes
     * @return the bundle
     * @throws BundleException if it is no bundle of a version that is known here
     */
    public static Bundle read(Bytes file) throws BundleException {
        return BundleReader.read(file);
    }

    /**
     * Tells a bundle from other files without reading all of it.
     *
     * @param file a file, or the beginning of one
     * @return true if it is a JSON object whose first member says that it is a bundle; that it is a good one is for
     *     {@link #read} to find out
     */
    public static boolean isBundle(Bytes file) {
        return BundleReader.looksLikeBundle(file);
    }

    /**
     * Writes the bundle.
     *
     * @return one line of JSON in ASCII, with a line feed at the end; equal bundles give equal bytes
     * @throws IllegalStateException if that is more than {@link #LARGEST} bytes
     */
    public Bytes write() {
        Bytes written = Bytes.copyOf(BundleWriter.text(this).getBytes(StandardCharsets.US_ASCII));
        if (written.length() > LARGEST) {
            throw new IllegalStateException(
                    "a bundle has at most " + LARGEST + " bytes, this would have " + written.length());
        }
        return written;
    }

    /**
     * Reads the endorsements.
     *
     * @return the set of all items
     */
    public Endorsements endorsements() {
        Endorsements.Builder builder = Endorsements.builder();
        items.forEach(item -> builder.add(item.origin(), item.bytes()));
        return builder.build();
    }

    /**
     * Decodes the evidence.
     *
     * @return the evidence; empty if the bundle has none
     * @throws MalformedEvidenceException if it is not well-formed
     */
    public Optional<Evidence> decoded() throws MalformedEvidenceException {
        return evidence.isPresent()
                ? Optional.of(Evidence.decode(evidence.get(), Strictness.STRICT))
                : Optional.empty();
    }

    /**
     * Verifies the bundle's evidence with the bundle's endorsements for the bundle's time, that is, as it was when the
     * bundle was made. The verifier brings the trust anchors and all options.
     *
     * @param verifier who verifies
     * @return the outcome
     * @throws MalformedEvidenceException if the evidence is not well-formed
     * @throws IllegalStateException if the bundle has no evidence
     */
    public Outcome<? extends Verified<?>> verify(Verifier verifier) throws MalformedEvidenceException {
        Evidence found = decoded().orElseThrow(() -> new IllegalStateException("the bundle has no evidence"));
        return verifier.verify(found, endorsements(), at);
    }

    /** The time, the size of the evidence and the number of endorsements. */
    @Override
    public String toString() {
        return "bundle of " + at + ": "
                + evidence.map(bytes -> bytes.length() + " bytes of evidence").orElse("no evidence") + ", "
                + items.size() + " endorsements";
    }
}
