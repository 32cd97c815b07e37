package dev.assay.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.endorsement.Endorsements;
import dev.assay.testvectors.intel.QeIdentityTemplate;
import dev.assay.testvectors.intel.TcbInfoTemplate;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Intel's signed documents as they are served: TCB infos and enclave identities, for TDX and for SGX. */
class CollateralFuzzTest {
    static Stream<byte[]> seeds() {
        var key = Minted.INTEL.hierarchy().tcbSigningKey();
        return Stream.of(
                Minted.TD.tcbInfo(),
                Minted.TD.qeIdentity(),
                TcbInfoTemplate.valid().forSgx().sign(key).encode(),
                QeIdentityTemplate.valid().forSgx().sign(key).signatureFirst().encode(),
                "{\"tcbInfo\":{},\"signature\":\"\"}".getBytes(StandardCharsets.US_ASCII));
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.holdTotal(input, bytes -> EndorsementsText.of(Endorsements.of(bytes)));
    }
}
