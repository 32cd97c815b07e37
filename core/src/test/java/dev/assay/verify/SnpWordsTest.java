package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Effect;
import dev.assay.model.Finding;
import dev.assay.testvectors.amd.AmdNames;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.pki.EcCurve;
import dev.assay.testvectors.pki.EcKey;
import dev.assay.testvectors.pki.Hash;
import dev.assay.testvectors.pki.RsaPkcs1Signer;
import dev.assay.testvectors.pki.RsaPssSigner;
import dev.assay.testvectors.pki.StandardExtensions;
import dev.assay.testvectors.pki.StandardExtensions.Usage;
import dev.assay.testvectors.pki.ThrowAwayKeys;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a finding says was there: enough to see what is wrong without the evidence at hand. */
class SnpWordsTest {
    private static final SnpForge MILAN = SnpForge.MILAN;
    private static final String ORGANIZATION = ",O=Advanced Micro Devices,ST=CA,L=Santa Clara,C=US,OU=Engineering";

    @Test
    void aChainThatEndsNowhereSaysWhere() {
        SnpTrial good = MILAN.trial();
        assertEquals(
                "no anchor named CN=ARK-Milan" + ORGANIZATION,
                actual(good.anchors(SnpForge.GENOA.amd().root())));
        assertEquals(
                "signed by another key in the name of CN=ARK-Milan" + ORGANIZATION,
                actual(good.anchors(SnpChainCases.impostor(MILAN).amd().root())));
        assertEquals(
                "issued by CN=SEV-Rome" + ORGANIZATION,
                actual(MILAN.leaf(leaf -> leaf.issuer(AmdNames.of("SEV-Rome")))));
    }

    /** Below anchors of the caller's own, AMD's genuine leaf is not one whose issuer could still be given. */
    @Test
    void aGenuineLeafBelowOtherAnchorsIsSaidToBeAmds() throws IOException {
        SnpTrial trial = MILAN.trial()
                .report(shipped("milan-v2.report.bin"))
                .only(shipped("milan-v2.vcek.der"), MILAN.evidence().crl());
        Outcome<VerifiedReport> outcome = trial.outcome();
        assertEquals("snp.chain.untrusted", only(outcome).code());
        assertEquals(
                "issued by AMD's own SEV-Milan, whose root is not among the anchors",
                only(outcome).actual());
        SnpTrial none = MILAN.trial().only(MILAN.evidence().leaf());
        assertEquals("snp.chain.intermediate-missing", only(none.outcome()).code());
        assertEquals("a certificate of SEV-Milan", only(none.outcome()).expected());
    }

    @Test
    void onlyCertificatesOfTheIssuersNameAreCounted() {
        SnpTrial forged = MILAN.trial()
                .options(options -> options.withTrustAnchors(TrustAnchors.embedded()))
                .only(MILAN.evidence().leaf(), SnpForge.GENOA.evidence().intermediate());
        assertEquals("none of 1 known certificates of that name has the key that signed", actual(forged));
        assertEquals(
                "none of 2 known certificates of that name has the key that signed",
                actual(forged.with(SnpChainCases.impostor(MILAN).evidence().intermediate())));
    }

    @Test
    void aKeyIsNamedWithItsKindAndSize() {
        var small = ThrowAwayKeys.rsa("spare-3072");
        byte[] intermediate = MILAN.intermediateDer(ask -> ask.publicKey(small.publicKeyInfo()));
        byte[] leaf = MILAN.leafTemplate().sign(RsaPssSigner.sha384(small, false));
        assertEquals("RSA with 3072 bits, exponent 65537", actual(MILAN.trial().only(leaf, intermediate)));
        byte[] elliptic = MILAN.intermediateDer(ask ->
                ask.publicKey(EcKey.derive(EcCurve.P384, 0, "no authority").publicKeyInfo()));
        assertEquals("EC", actual(MILAN.trial().only(MILAN.evidence().leaf(), elliptic)));
        assertEquals(
                "the leaf has a key of another kind: RSA",
                actual(MILAN.leaf(one -> one.publicKey(small.publicKeyInfo()))));
    }

    @Test
    void whatAnAuthorityMayNotDoIsToldFromWhatItDoesNotSay() {
        assertEquals(
                "key usage without it",
                actual(MILAN.intermediate(ask -> ask.extensions(list -> list.with(
                        StandardExtensions.KEY_USAGE,
                        StandardExtensions.keyUsage(Usage.CRL_SIGN).value())))));
    }

    @Test
    void aListSaysWhyItIsNotTheRoots() {
        assertEquals(
                "a signature that does not verify",
                actual(SnpTrial.of(MILAN.evidence()
                        .withCrl(MILAN.amd()
                                .crlTemplate()
                                .sign(MILAN.amd().crlSigner().corrupted())))));
        assertEquals(
                "signed with another algorithm",
                actual(SnpTrial.of(MILAN.evidence()
                        .withCrl(MILAN.amd()
                                .crlTemplate()
                                .sign(new RsaPkcs1Signer(MILAN.amd().rootKey(), Hash.SHA384))))));
        assertEquals(
                "key usage without it",
                actual(MILAN.root(ark -> ark.extensions(list -> list.with(
                        StandardExtensions.KEY_USAGE,
                        StandardExtensions.keyUsage(Usage.CERTIFICATE_SIGN).value())))));
    }

    @Test
    void aRevokedAuthoritySaysSinceWhen() {
        Finding finding = only(SnpTrial.of(MILAN.evidence().withCrl(MILAN.amd().crlRevoking(VekKind.VCEK)))
                .outcome());
        assertEquals("CN=SEV-Milan" + ORGANIZATION + " not revoked", finding.expected());
        assertEquals(
                "serial number 0x10001 revoked since ",
                finding.actual().substring(0, finding.actual().indexOf("20")));
    }

    @Test
    void reservedAndUnknownBitsAreShown() {
        assertEquals("SIGNING_KEY 5", actual(MILAN.report(report -> report.signerInfo(5 << 2))));
        assertEquals("0xffffffe0", actual(MILAN.report(report -> report.signerInfo(0xFFFFFFE0L))));
        assertEquals("MASK_CHIP_KEY is set", actual(MILAN.report(report -> report.signerInfo(2))));
        assertEquals("SIGNING_KEY is none", actual(MILAN.report(report -> report.signerInfo(7 << 2))));
        assertEquals(
                "POLICY 0x8000000000030000",
                noted(MILAN.report(report -> report.policy(0x8000000000030000L)))
                        .actual());
        assertEquals(
                "PLATFORM_INFO 0x101",
                noted(MILAN.report(report -> report.platformInfo(0x101))).actual());
    }

    @Test
    void aChipThatDiffersBehindItsIdentitySaysSo() {
        SnpForge turin = SnpForge.TURIN;
        byte[] tail = turin.machine().chipId();
        tail[40] = 1;
        String hwId = HexFormat.of().formatHex(turin.hwId());
        assertEquals(
                "a certificate for hwID " + hwId + ", and further bytes of CHIP_ID are not zero",
                actual(turin.report(report -> report.chipId(tail))));
        byte[] other = Arrays.copyOf(new byte[] {9}, 64);
        assertEquals("a certificate for hwID " + hwId, actual(turin.report(report -> report.chipId(other))));
    }

    @Test
    void severalThingsOutOfDateAreToldApart() {
        Outcome<VerifiedReport> outcome = MILAN.trial()
                .at(MILAN.amd().rootTemplate().notAfter().plus(Duration.ofDays(365)))
                .outcome();
        assertEquals(
                List.of("leaf", "intermediate", "root", "a list"),
                outcome.findings().stream()
                        .map(Finding::expected)
                        .map(expected -> expected.replaceAll(" (valid|that is current) at .*", ""))
                        .toList());
        Outcome<VerifiedReport> early = MILAN.trial()
                .at(MILAN.amd().rootTemplate().notBefore().minusSeconds(1))
                .outcome();
        assertEquals(4, early.findings().size(), early.findings().toString());
        assertEquals(
                "leaf valid at " + SnpSimulator.AT,
                only(MILAN.leaf(leaf -> leaf.validity(SnpSimulator.AT.plusSeconds(1), SnpSimulator.AT.plusSeconds(2)))
                                .outcome())
                        .expected());
    }

    private static String actual(SnpTrial trial) {
        return only(trial.outcome()).actual();
    }

    private static Finding only(Outcome<VerifiedReport> outcome) {
        List<Finding> against = outcome.findings().stream()
                .filter(finding -> finding.effect() != Effect.NOTED)
                .toList();
        assertEquals(1, against.size(), against.toString());
        return against.get(0);
    }

    private static Finding noted(SnpTrial trial) {
        Outcome<VerifiedReport> outcome = trial.outcome();
        assertEquals(1, outcome.findings().size(), outcome.findings().toString());
        return outcome.findings().get(0);
    }

    private static byte[] shipped(String name) throws IOException {
        try (InputStream in =
                SnpWordsTest.class.getResourceAsStream("/dev/assay/testvectors/vectors/snp/real/" + name)) {
            if (in == null) {
                throw new IOException(name + " is not on the class path");
            }
            return in.readAllBytes();
        }
    }
}
