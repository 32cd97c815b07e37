package dev.assay.cli;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import dev.assay.testvectors.manifest.Vector;
import dev.assay.testvectors.manifest.VectorFile;
import java.util.List;

/** The roots that a vector wants trusted. */
final class VectorAnchors {
    private VectorAnchors() {}

    /**
     * Whether the vector's anchors are no anchors: an empty list, or names that the vendors' roots do not have. The
     * library refuses to be set up like that; for a vector it means that no evidence can be verified.
     */
    static boolean trustNobody(Vector vector) {
        try {
            of(vector);
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /**
     * The embedded roots, or those that the vector gives.
     *
     * @throws IllegalArgumentException if the vector gives none, or one that is none
     */
    static TrustAnchors of(Vector vector) {
        List<VectorFile> files = vector.endorsements().trustAnchors();
        if (files == null) {
            return TrustAnchors.embedded();
        }
        Endorsements.Builder builder = Endorsements.builder();
        files.forEach(file -> builder.add(file.name(), Bytes.copyOf(file.bytes())));
        return TrustAnchors.of(builder.build().certificates());
    }
}
