package dev.assay.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.endorsement.Endorsements;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.SgxExtension;
import dev.assay.testvectors.intel.SgxPlatform;
import dev.assay.testvectors.pki.CertificateEncoder;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** The SGX extension of PCK certificates: the input is its value, whole. */
class PckExtensionsFuzzTest {
    private static final CertificateEncoder PCK =
            Minted.INTEL.hierarchy().pckTemplate(PckCa.PLATFORM, SgxExtension.of(PckCa.PLATFORM, SgxPlatform.valid(0)));

    static Stream<byte[]> seeds() {
        return Stream.of(PckCa.values())
                .map(ca -> SgxExtension.of(ca, SgxPlatform.valid(0)).encode());
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.holdTotal(input, bytes -> {
            byte[] der =
                    PCK.extensions(list -> list.with(SgxExtension.OID, bytes)).sign(Unsigned.ECDSA);
            return EndorsementsText.of(Endorsements.of(der));
        });
    }
}
