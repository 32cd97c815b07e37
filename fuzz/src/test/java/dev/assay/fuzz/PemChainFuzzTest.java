package dev.assay.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.tdx.PemText;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Chains of certificates in PEM, as quotes carry them and as callers give them. */
class PemChainFuzzTest {
    static Stream<byte[]> seeds() {
        byte[] tiny = Pem.of("CERTIFICATE", new byte[] {0x30, 0});
        String lines = new String(tiny, StandardCharsets.US_ASCII);
        return Stream.of(
                Minted.INTEL.pckChain().encode(),
                (lines + lines + "\0").getBytes(StandardCharsets.US_ASCII),
                ("Subject: x\r\n" + lines.replace("\n", "\r\n")).getBytes(StandardCharsets.US_ASCII));
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.holdTotal(input, bytes -> {
            PemText chain = PemText.split(Bytes.copyOf(bytes));
            return chain.blocks()
                    + " " + chain.strayBytes()
                    + " " + chain.tail()
                    + " " + chain.tailNuls()
                    + " " + chain.tailNewlines()
                    + " " + chain.tailOthers()
                    + EndorsementsText.of(Endorsements.of(bytes));
        });
    }
}
