package dev.assay.benchmarks;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.testvectors.manifest.SnpEndorsements;
import dev.assay.testvectors.manifest.TdxEndorsements;
import dev.assay.testvectors.manifest.Vector;
import dev.assay.testvectors.manifest.VectorFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a vector gives besides its evidence. */
final class VectorItems {
    private VectorItems() {}

    static TrustAnchors anchors(Vector vector) {
        List<VectorFile> files = vector.endorsements().trustAnchors();
        return files == null
                ? TrustAnchors.embedded()
                : TrustAnchors.of(
                        Endorsements.of(files.stream().map(VectorFile::bytes).toArray(byte[][]::new))
                                .certificates());
    }

    static List<byte[]> items(Vector vector) {
        if (vector.endorsements() instanceof SnpEndorsements snp) {
            return bytes(concat(snp.vek(), snp.chain(), snp.crl()));
        }
        TdxEndorsements tdx = (TdxEndorsements) vector.endorsements();
        return bytes(Arrays.asList(
                tdx.tcbInfo(), tdx.qeIdentity(), tdx.pckCrl(), tdx.rootCrl(), tdx.tcbSigningCertificate()));
    }

    private static List<@Nullable VectorFile> concat(
            @Nullable VectorFile first, List<VectorFile> second, List<VectorFile> third) {
        List<@Nullable VectorFile> all = new ArrayList<>();
        all.add(first);
        all.addAll(second);
        all.addAll(third);
        return all;
    }

    private static List<byte[]> bytes(List<? extends @Nullable VectorFile> files) {
        return files.stream().filter(Objects::nonNull).map(VectorFile::bytes).toList();
    }
}
