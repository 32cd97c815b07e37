package dev.assay.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.snp.AttestationReport;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.SgxPlatform;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** An endorsement of any kind, found out by its content: certificates and revocation lists, binary or as text. */
class EndorsementsFuzzTest {
    static Stream<byte[]> seeds() {
        byte[] pck = Minted.INTEL.hierarchy().pck(PckCa.PLATFORM, SgxPlatform.valid(0));
        byte[] crl = Minted.TD.pckCrl();
        SnpEvidence snp = Minted.snp(AmdProduct.MILAN, VekKind.VLEK);
        return Stream.of(
                pck,
                crl,
                Minted.TD.rootCrl(),
                snp.leaf(),
                snp.crl(),
                Minted.TD.root(),
                Pem.of("CERTIFICATE", pck),
                Pem.of("X509 CRL", crl),
                Pem.of("PRIVATE KEY", new byte[3]),
                HexFormat.of().formatHex(crl).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                Base64.getEncoder().encode(crl),
                Minted.TD.tcbInfo());
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.holdTotal(input, bytes -> {
            Bytes item = Bytes.copyOf(bytes);
            Endorsements any = Endorsements.of(bytes);
            Endorsements lists = Endorsements.builder()
                    .addPckCrl("PCK", item)
                    .addRootCrl("root", item)
                    .build();
            return EndorsementsText.of(any) + EndorsementsText.of(lists) + refusals(any);
        });
    }

    /** What verification says when it has nothing else: it never throws, whatever certificate it is given. */
    private static String refusals(Endorsements any) throws Exception {
        return ""
                + Minted.VERIFIER
                        .verify(
                                AttestationReport.decode(Minted.snp(AmdProduct.MILAN, VekKind.VCEK)
                                        .report()),
                                any,
                                Minted.TD.at())
                        .findings();
    }
}
