package dev.assay.bundle;

import dev.assay.Evidence;
import dev.assay.SnpEvidence;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.result.ResultSummary;
import dev.assay.snp.AttestationReport;
import dev.assay.snp.CertificateTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a bundle together. Not for use by several threads at once. */
public final class BundleBuilder {
    private final Instant at;
    private Optional<Bytes> evidence = Optional.empty();
    private Optional<ResultSummary> earlier = Optional.empty();
    private final List<BundleItem> items = new ArrayList<>();

    BundleBuilder(Instant at) {
        this.at = at;
    }

    /**
     * Sets the evidence. A certificate table that came in a file of its own is put behind its report, as a host that
     * gives both in one piece does.
     *
     * @param value decoded evidence
     * @return this builder
     */
    public BundleBuilder evidence(Evidence value) {
        return evidence(value instanceof SnpEvidence report ? whole(report) : value.raw());
    }

    /**
     * Sets the evidence by its bytes. They may be malformed: then that is what the verdict will be.
     *
     * @param raw the evidence, not encoded as text
     * @return this builder
     */
    public BundleBuilder evidence(Bytes raw) {
        evidence = Optional.of(raw);
        return this;
    }

    /**
     * Adds an endorsement in any form that {@link Endorsements.Builder#add(String, Bytes)} takes. What holds several is
     * taken apart; what cannot be read is kept as it is.
     *
     * @param origin where it came from; what is too long is cut at the front
     * @param item its bytes
     * @return this builder
     */
    public BundleBuilder add(String origin, Bytes item) {
        items.addAll(ItemSplitter.split(shortened(origin), item));
        return this;
    }

    /**
     * Adds endorsements that have been read already.
     *
     * @param origin where they came from; what is too long is cut at the front
     * @param endorsements the set
     * @return this builder
     * @throws IllegalArgumentException if something in the set could not be read: its bytes are no longer known
     */
    public BundleBuilder add(String origin, Endorsements endorsements) {
        if (!endorsements.unreadable().isEmpty()) {
            throw new IllegalArgumentException("the bytes of what could not be read are not known any more: "
                    + endorsements.unreadable().get(0));
        }
        items.addAll(ItemSplitter.split(shortened(origin), endorsements));
        return this;
    }

    /**
     * Adds all endorsements of another bundle.
     *
     * @param other the bundle; its evidence and time are left out
     * @return this builder
     */
    public BundleBuilder addItems(Bundle other) {
        items.addAll(other.items());
        return this;
    }

    /**
     * Sets what was concluded earlier.
     *
     * @param summary the result in brief
     * @return this builder
     */
    public BundleBuilder earlier(ResultSummary summary) {
        earlier = Optional.of(summary);
        return this;
    }

    /**
     * Makes the bundle.
     *
     * @return an immutable bundle
     * @throws IllegalArgumentException if there is more than a bundle may hold
     */
    public Bundle build() {
        return new Bundle(at, evidence, items, earlier);
    }

    private static Bytes whole(SnpEvidence evidence) {
        Bytes raw = evidence.raw();
        boolean apart = raw.length() >= AttestationReport.SIZE
                && raw.from(AttestationReport.SIZE).isZero();
        Bytes table = evidence.certificates().map(CertificateTable::raw).orElse(Bytes.empty());
        if (!apart || table.isEmpty()) {
            return raw;
        }
        byte[] both = new byte[AttestationReport.SIZE + table.length()];
        System.arraycopy(raw.toArray(), 0, both, 0, AttestationReport.SIZE);
        System.arraycopy(table.toArray(), 0, both, AttestationReport.SIZE, table.length());
        return Bytes.copyOf(both);
    }

    private static String shortened(String origin) {
        int excess = origin.length() - BundleItem.LONGEST_ORIGIN;
        return excess <= 0 ? origin : origin.substring(excess);
    }
}
