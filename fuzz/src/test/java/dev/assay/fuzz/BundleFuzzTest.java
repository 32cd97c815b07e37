package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.bundle.Bundle;
import dev.assay.bundle.BundleException;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.VekKind;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Stored bundles of evidence and endorsements: what is read is written, read again, and verified. */
class BundleFuzzTest {
    static Stream<byte[]> seeds() {
        SnpEvidence snp = Minted.snp(AmdProduct.MILAN, VekKind.VCEK);
        return Stream.concat(
                Stream.of(
                                Bundle.at(snp.at()).build(),
                                Bundle.at(snp.at())
                                        .evidence(Bytes.copyOf(snp.report()))
                                        .add("leaf", Bytes.copyOf(snp.leaf()))
                                        .build(),
                                Bundle.at(Minted.TD.at())
                                        .evidence(Bytes.copyOf(Minted.TD.quote()))
                                        .add("all", Minted.TD_ENDORSEMENTS)
                                        .build())
                        .map(bundle -> bundle.write().toArray()),
                Stream.of("{\"format\":\"x\",\"version\":1}".getBytes(StandardCharsets.US_ASCII)));
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.hold(input, BundleException.class, bytes -> {
            Bundle bundle = Bundle.read(Bytes.copyOf(bytes));
            Bytes written = bundle.write();
            assertEquals(bundle, Bundle.read(written));
            assertEquals(written, Bundle.read(written).write());
            return bundle + EndorsementsText.of(bundle.endorsements()) + verdict(bundle);
        });
    }

    private static String verdict(Bundle bundle) {
        if (bundle.evidence().isEmpty()) {
            return "";
        }
        try {
            return bundle.verify(Minted.VERIFIER).findings().toString();
        } catch (MalformedEvidenceException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
