package dev.assay.testvectors.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The vendor's data that a vector gives for its evidence, the member {@code endorsements}. */
public sealed interface Endorsements permits SnpEndorsements, TdxEndorsements {
    /**
     * The certificates (DER or PEM) to trust instead of the vendor's roots that a verifier has embedded.
     *
     * @return the replacement, which is a list without any root if the vector says so; null to keep the embedded roots
     */
    @Nullable
    List<VectorFile> trustAnchors();

    /**
     * What applies if a vector has no endorsements.
     *
     * @param tee the kind of evidence
     * @return a value with nothing in it
     */
    static Endorsements none(Tee tee) {
        return switch (tee) {
            case SEV_SNP -> new SnpEndorsements(null, List.of(), List.of(), null);
            case TDX -> new TdxEndorsements(null, null, null, null, null, null);
        };
    }
}
