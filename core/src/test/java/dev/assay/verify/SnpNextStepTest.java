package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Finding;
import dev.assay.testvectors.amd.AmdNames;
import dev.assay.testvectors.encode.SnpTcb;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a refusal tells its reader to do; above all, where to get the certificate after a firmware update. */
class SnpNextStepTest {
    private static final byte[] CHIP = chip();
    private static final String CHIP_HEX = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
            + "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f";

    @Test
    void aStaleMilanVcekSaysWhereTheRightOneIs() {
        Finding finding = stale(SnpForge.MILAN, SnpTcb.classic(4, 0, 0x1B, 0xDE), CHIP);
        assertTrue(
                finding.nextStep()
                        .endsWith(": https://kdsintf.amd.com/vcek/v1/Milan/" + CHIP_HEX
                                + "?blSPL=4&teeSPL=0&snpSPL=27&ucodeSPL=222"),
                finding.nextStep());
        assertEquals("REPORTED_TCB bootLoader 4, tee 0, snp 27, microcode 222", finding.expected());
        assertEquals(
                "a certificate for bootLoader 4, tee 0, snp 24, microcode 219"
                        + " (snp: certificate 24, report 27, microcode: certificate 219, report 222)",
                finding.actual());
    }

    @Test
    void aStaleGenoaVcekSaysWhereTheRightOneIs() {
        Finding finding = stale(SnpForge.GENOA, SnpTcb.classic(9, 0, 0x17, 0x54), CHIP);
        assertTrue(
                finding.nextStep()
                        .endsWith(": https://kdsintf.amd.com/vcek/v1/Genoa/" + CHIP_HEX
                                + "?blSPL=9&teeSPL=0&snpSPL=23&ucodeSPL=84"),
                finding.nextStep());
        assertTrue(finding.actual().endsWith(" (bootLoader: certificate 10, report 9)"), finding.actual());
    }

    @Test
    void aStaleTurinVcekSaysSoWithTheShortIdentityAndTheFmc() {
        byte[] turin = Arrays.copyOf(Arrays.copyOf(CHIP, 8), 64);
        Finding finding = stale(SnpForge.TURIN, SnpTcb.turin(2, 1, 1, 4, 0x51), turin);
        assertTrue(
                finding.nextStep()
                        .endsWith(": https://kdsintf.amd.com/vcek/v1/Turin/0001020304050607"
                                + "?fmcSPL=2&blSPL=1&teeSPL=1&snpSPL=4&ucodeSPL=81"),
                finding.nextStep());
        assertTrue(finding.actual().endsWith(" (fmc: certificate 1, report 2)"), finding.actual());
    }

    @Test
    void bytesThatBelongToNoPartAreShownThoughTheyHaveNoName() {
        Finding finding = only(SnpForge.MILAN
                .report(report ->
                        report.reportedTcb(SnpForge.MILAN.product().tcb().value() | 1L << 24))
                .outcome());
        assertTrue(finding.expected().endsWith("unknown bytes set (04000001000018db)"), finding.expected());
        assertEquals("a certificate for bootLoader 4, tee 0, snp 24, microcode 219", finding.actual());
    }

    @Test
    void aStaleVlekOrAHiddenChipIsForTheCloudProvider() {
        Finding vlek =
                only(SnpForge.MILAN_VLEK.report(report -> report.reportedTcb(1)).outcome());
        assertTrue(vlek.nextStep().endsWith("from the cloud provider, with a new report."), vlek.nextStep());
        Finding hidden = only(SnpForge.MILAN
                .report(report -> report.reportedTcb(1).chipId(new byte[64]))
                .options(options -> options.withMaskedChipId(true))
                .outcome());
        assertEquals("snp.binding.tcb", hidden.code());
        assertFalse(hidden.nextStep().contains("kdsintf"), hidden.nextStep());
    }

    @Test
    void aMissingOrOutdatedListSaysWhereTheCurrentOneIs() {
        for (SnpForge forge : SnpForge.ALL) {
            String kind = forge.kind().leafName().substring(4).toLowerCase(Locale.ROOT);
            String url = "Get it from https://kdsintf.amd.com/" + kind + "/v1/"
                    + forge.product().label() + "/crl";
            SnpTrial required = forge.trial().options(options -> options.withCrlMode(CrlMode.REQUIRED));
            Finding missing =
                    only(required.only(forge.evidence().leaf(), forge.evidence().intermediate())
                            .outcome());
            assertEquals("snp.crl.missing", missing.code());
            assertEquals("none given", missing.actual());
            assertEquals(url, missing.nextStep());
            Finding foreign = only(required.only(
                            forge.evidence().leaf(),
                            forge.evidence().intermediate(),
                            forge.crlDer(crl -> crl.issuer(AmdNames.of("ARK-Rome"))))
                    .outcome());
            assertEquals("only lists by others", foreign.actual());
            Finding outdated =
                    only(forge.crl(crl -> crl.nextUpdate(forge.evidence().at().minusSeconds(1)))
                            .outcome());
            assertEquals("snp.crl.validity", outdated.code());
            assertEquals(url, outdated.nextStep());
        }
    }

    @Test
    void everyCheckHasACodeOfItsOwnASourceAndAStep() {
        Set<String> codes = new HashSet<>();
        for (SnpCheck check : SnpCheck.values()) {
            assertTrue(check.code().matches("snp(\\.[a-z0-9]+(-[a-z0-9]+)*){2}"), check.code());
            assertTrue(codes.add(check.code()), check.code());
            assertFalse(check.source().isBlank(), check.code());
            assertTrue(check.nextStep().endsWith("."), check.code());
        }
    }

    private static Finding stale(SnpForge forge, SnpTcb reported, byte[] chipId) {
        byte[] hwId = Arrays.copyOf(chipId, forge.product().hwIdSize());
        byte[] leaf = forge.amd().leaf(forge.kind(), forge.product().tcb(), hwId);
        return only(forge.report(report -> report.chipId(chipId).reportedTcb(reported.value()))
                .only(leaf, forge.evidence().intermediate(), forge.evidence().crl())
                .outcome());
    }

    private static Finding only(Outcome<VerifiedReport> outcome) {
        assertEquals(
                1, SnpTrial.refusals(outcome).size(), () -> outcome.findings().toString());
        return outcome.findings().stream()
                .filter(finding -> SnpTrial.refusals(outcome).contains(finding.code()))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] chip() {
        byte[] bytes = new byte[64];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
