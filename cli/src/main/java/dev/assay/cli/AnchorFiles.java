package dev.assay.cli;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.endorsement.UnreadableItem;
import java.util.List;

/** Reads what {@code --trust-anchor} names: roots that replace the vendors' own. */
final class AnchorFiles {
    /** The largest file, in bytes. */
    private static final int LARGEST = 1 << 20;

    private AnchorFiles() {}

    static TrustAnchors read(List<String> names) throws UsageException {
        if (names.isEmpty()) {
            return TrustAnchors.embedded();
        }
        Endorsements.Builder builder = Endorsements.builder();
        for (String name : names) {
            builder.add(name, InputFile.whole(LARGEST, InputFile.path(name)));
        }
        Endorsements read = builder.build();
        if (!read.unreadable().isEmpty()) {
            UnreadableItem item = read.unreadable().get(0);
            throw new UsageException("--trust-anchor " + item.name() + ": " + item.reason());
        }
        if (!read.crls().isEmpty()) {
            throw new UsageException("--trust-anchor names a revocation list, not a certificate");
        }
        if (!read.tcbInfos().isEmpty() || !read.qeIdentities().isEmpty()) {
            throw new UsageException("--trust-anchor names collateral, not a certificate");
        }
        try {
            return TrustAnchors.of(read.certificates());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--trust-anchor: " + e.getMessage());
        }
    }
}
