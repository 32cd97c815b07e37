package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.TcbStatus;
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

    /** The quote's chain, and the two authorities in it. */
    private static final int READINGS = 3;

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
    void theAnchorsOwnSignatureIsCheckedOnceForAllPlatforms() {
        TdxMinted minted = TdxMinted.of(MACHINE);
        VerificationOptions options = minted.allOptions().withSignatures(Signatures.provider(provider));
        for (int checks : new int[] {10, 19, 28}) {
            assertEquals(
                    Set.of(),
                    TdxMinted.failing(new TdxVerification(options.withMemory(SignatureMemory.none()))
                            .verify(minted.quote(), minted.endorsements(), minted.at())));
            assertEquals(checks, provider.checks());
        }
    }

    /** A check may fail for a reason that passes: that the anchor's failed once says nothing about the next time. */
    @Test
    void aProviderThatFailedOnceIsAskedAgain() {
        TdxMinted minted = TdxMinted.of(MACHINE);
        TdxVerification verification = new TdxVerification(minted.allOptions()
                .withSignatures(Signatures.provider(provider))
                .withMemory(memory));
        provider.down(true);
        assertTrue(TdxMinted.failing(verification.verify(minted.quote(), minted.endorsements(), minted.at()))
                .contains("tdx.chain.signature"));
        provider.down(false);
        assertEquals(
                Set.of(), TdxMinted.failing(verification.verify(minted.quote(), minted.endorsements(), minted.at())));
    }

    @Test
    void anAnchorThatDidNotSignItselfIsRefusedEachTime() {
        byte[] broken = TdxMinted.flipped(
                MACHINE.quote(5, TdReportEncoder.Kind.TD_1_5, right -> right).root(), -1);
        TdxMinted minted =
                TdxMinted.of(MACHINE.chain(chain -> chain.with(2, broken))).trusting(broken);
        TdxVerification verification = new TdxVerification(minted.allOptions().withMemory(memory));
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    Set.of("tdx.chain.signature"),
                    TdxMinted.failing(verification.verify(minted.quote(), minted.endorsements(), minted.at())));
        }
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

    /** Attestation keys cost their sender nothing: kept, they would push out those of genuine platforms. */
    @Test
    void whatARefusedQuoteBroughtIsNotRemembered() {
        for (int i = 0; i < 3; i++) {
            int bit = i;
            assertTrue(counted(TdxCases.tampered(data -> data.signature(TdxMinted.flipped(data.signature(), bit))))
                    .failing()
                    .contains("tdx.signature.invalid"));
            assertEquals(0, memory.size());
        }
        assertEquals(Set.of(), counted(TdxMinted.of(MACHINE)).failing());
        int genuine = memory.size();
        assertTrue(genuine > 0);
        assertEquals(
                Set.of("tdx.signature.invalid"),
                counted(TdxCases.tampered(data -> data.signature(TdxMinted.flipped(data.signature(), 40))))
                        .failing());
        assertEquals(genuine, memory.size());
    }

    @Test
    void statusIsJudgedAgainEachTime() {
        assertEquals(
                TcbStatus.UP_TO_DATE, counted(TdxMinted.of(MACHINE)).verified().tcbStatus());
        TdxMinted behind = TdxMinted.of(MACHINE.tcbInfo(info -> info.level(0, level -> level.withSgx(0, 5))));
        assertEquals(TcbStatus.OUT_OF_DATE, counted(behind).verified().tcbStatus());
    }

    @Test
    void aSignatureIsNotRememberedForOtherBytes() {
        assertEquals(Set.of(), counted(TdxMinted.of(MACHINE)).failing());
        assertEquals(
                Set.of("tdx.qe.report-signature"),
                counted(TdxCases.tampered(data -> data.qeReport(data.qeReport().flipped(0, 0))))
                        .failing());
        assertEquals(
                Set.of("tdx.tcb-info.signature"),
                counted(TdxMinted.of(MACHINE)
                                .with(e -> e.withTcbInfo(MACHINE.tcbInfo(info -> info.evaluationNumber(21))
                                        .signedTcbInfo()
                                        .signature(MACHINE.signedTcbInfo().signature())
                                        .encode())))
                        .failing());
    }

    /** What one implementation found good, another has not found yet. How certificates read is no conclusion. */
    @Test
    void implementationsDoNotShareTheirConclusions() {
        assertEquals(Set.of(), counted(TdxMinted.of(MACHINE)).failing());
        int entries = memory.size();
        assertEquals(
                Set.of(),
                TdxMinted.of(MACHINE).options(all -> all.withMemory(memory)).failing());
        assertEquals(2 * entries - READINGS, memory.size());
    }

    @Test
    void aMemoryTooSmallForOnePlatformChangesNoConclusion() {
        SignatureMemory small = SignatureMemory.ofCapacity(2);
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    Set.of(),
                    TdxMinted.of(MACHINE).options(all -> all.withMemory(small)).failing());
            assertEquals(
                    Set.of("tdx.signature.invalid"),
                    TdxCases.tampered(data -> data.signature(TdxMinted.flipped(data.signature(), 40)))
                            .options(all -> all.withMemory(small))
                            .failing());
            assertTrue(small.size() <= 2, "" + small.size());
        }
    }

    private TdxMinted counted(TdxMinted minted) {
        return minted.options(
                all -> all.withSignatures(Signatures.provider(provider)).withMemory(memory));
    }
}
