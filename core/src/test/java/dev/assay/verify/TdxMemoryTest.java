package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.testvectors.encode.TdField;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.IntelCertificate;
import dev.assay.testvectors.intel.TdxSimulator;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is remembered between verifications, and what is not. */
class TdxMemoryTest {
    private static final TdxSimulator MACHINE = TdxSimulator.create();

    private final CountingProvider provider = new CountingProvider();
    private final SignatureMemory memory = SignatureMemory.ofCapacity(100);

    @Test
    void theSecondQuoteOfAPlatformCostsOneSignatureCheck() {
        assertEquals(Set.of(), counted(TdxMinted.of(MACHINE)).failing());
        assertEquals(10, provider.checks());
        TdxMinted next = TdxMinted.of(
                MACHINE.quote(5, TdReportEncoder.Kind.TD_1_5, td -> td.set(TdField.REPORT_DATA, new byte[64])));
        assertEquals(Set.of(), counted(next).failing());
        assertEquals(11, provider.checks());
    }

    @Test
    void datesAreJudgedAgainEachTime() {
        assertEquals(Set.of(), counted(TdxMinted.of(MACHINE)).failing());
        assertEquals(
                Set.of("tdx.crl.validity", "tdx.tcb-info.validity", "tdx.qe-identity.validity"),
                counted(TdxMinted.of(MACHINE).with(e -> e.withAt(Instant.parse("2026-09-13T00:00:00Z"))))
                        .failing());
    }

    @Test
    void revocationIsJudgedAgainEachTime() {
        assertEquals(Set.of(), counted(TdxMinted.of(MACHINE)).failing());
        assertEquals(
                Set.of("tdx.pck.revoked"),
                counted(TdxMinted.of(MACHINE.revoking(IntelCertificate.PCK))).failing());
    }

    @Test
    void whatWasFoundBadIsNotRememberedAsGood() {
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    Set.of("tdx.crl.signature"),
                    counted(TdxMinted.of(MACHINE).with(e -> e.withPckCrl(TdxMinted.flipped(e.pckCrl(), -1))))
                            .failing());
        }
    }

    private TdxMinted counted(TdxMinted minted) {
        return minted.options(
                all -> all.withSignatures(Signatures.provider(provider)).withMemory(memory));
    }
}
