package dev.assay.benchmarks;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.verify.VerificationOptions;
import java.time.Instant;
import java.util.List;

/** What it takes to verify a piece of evidence. */
abstract class Sample {
    private final List<byte[]> items;
    private final TrustAnchors anchors;
    private final Instant at;

    Sample(List<byte[]> items, TrustAnchors anchors, Instant at) {
        this.items = items;
        this.anchors = anchors;
        this.at = at;
    }

    final List<byte[]> items() {
        return items;
    }

    final TrustAnchors anchors() {
        return anchors;
    }

    final Instant at() {
        return at;
    }

    final Endorsements endorsements() {
        return Endorsements.of(items.toArray(new byte[0][]));
    }

    final VerificationOptions options(Backend backend) {
        return VerificationOptions.defaults().withTrustAnchors(anchors).withSignatures(backend.signatures());
    }
}
