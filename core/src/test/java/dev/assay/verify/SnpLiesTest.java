package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Malformation;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.snp.CertificateTable;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdNames;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekExtensions;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.encode.CertificateTableEncoder;
import dev.assay.testvectors.encode.SnpField;
import dev.assay.testvectors.encode.SnpReportEncoder;
import dev.assay.testvectors.encode.SnpTcb;
import dev.assay.testvectors.encode.TableGuid;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The mistakes that other verifiers made with keys, chains and chips; each test is named for the lie that worked. */
class SnpLiesTest {
    static final List<SnpForge> ALL = SnpForge.ALL;

    private static final SnpForge MILAN = SnpForge.MILAN;

    @ParameterizedTest
    @FieldSource("ALL")
    void aCompleteHierarchyUnderAmdsNamesIsNotAmds(SnpForge genuine) {
        SnpEvidence forged = SnpChainCases.impostor(genuine).evidence();
        SnpTrial byDefault = SnpTrial.of(forged)
                .options(options ->
                        options.withTrustAnchors(VerificationOptions.defaults().trustAnchors()));
        for (SnpTrial trial : List.of(byDefault, byDefault.with(forged.root()))) {
            Outcome<VerifiedReport> outcome = trial.outcome();
            assertInstanceOf(Rejected.class, outcome);
            assertEquals(Set.of("snp.chain.untrusted"), SnpTrial.refusals(outcome));
        }
        assertInstanceOf(Accepted.class, SnpTrial.of(forged).outcome(), "with its own root as anchor");
    }

    @Test
    void aForgedLeafBelowAmdsOwnIntermediateIsNotAmds() {
        SnpEvidence forged = MILAN.evidence();
        Outcome<VerifiedReport> outcome = SnpTrial.of(forged)
                .only(forged.leaf())
                .options(options -> options.withTrustAnchors(TrustAnchors.embedded()))
                .outcome();
        assertInstanceOf(Rejected.class, outcome);
        assertEquals(Set.of("snp.chain.leaf-signature"), SnpTrial.refusals(outcome));
    }

    @Test
    void anEmptyAnchorSetIsNotNothingToCheck() {
        assertThrows(IllegalArgumentException.class, () -> TrustAnchors.of(List.of()));
    }

    @Test
    void aRootInTheEvidenceIsNotAnAnchor() {
        SnpEvidence forged = SnpChainCases.impostor(MILAN).evidence();
        SnpTrial trial =
                SnpTrial.of(forged).with(forged.root()).anchors(MILAN.amd().root());
        assertEquals(Set.of("snp.chain.untrusted"), SnpTrial.refusals(trial.outcome()));
    }

    @Test
    void anIntermediateIsNeverAnAnchor() {
        var ask = Endorsements.of(MILAN.evidence().intermediate()).certificates();
        assertThrows(IllegalArgumentException.class, () -> TrustAnchors.of(ask));
        // Nor does it stand in for one that is missing.
        SnpTrial trial = MILAN.trial().anchors(SnpForge.GENOA.amd().root());
        assertEquals(Set.of("snp.chain.untrusted"), SnpTrial.refusals(trial.outcome()));
    }

    @Test
    void aRememberedChainOfOneKindDoesNotServeTheOther() {
        SignatureMemory memory = SignatureMemory.ofCapacity(64);
        SnpForge vlek = SnpForge.MILAN_VLEK;
        byte[] vcekByAsvk = MILAN.leafTemplate()
                .issuer(AmdNames.of("SEV-VLEK-Milan"))
                .sign(vlek.amd().leafSigner(VekKind.VLEK));
        SnpTrial genuine = vlek.trial().options(options -> options.withMemory(memory));
        SnpTrial lie = MILAN.trial()
                .only(vcekByAsvk, vlek.evidence().intermediate())
                .options(options -> options.withMemory(memory));
        for (int round = 0; round < 2; round++) {
            assertInstanceOf(Accepted.class, genuine.outcome());
            assertEquals(Set.of("snp.leaf.kind"), SnpTrial.refusals(lie.outcome()));
        }
    }

    /** AMD's lists are complete for their issuer by RFC 5280, 5.2.5: nothing in them says which path they are for. */
    @Test
    void aListOfTheArkCountsForBothPathsAndRevokesOnlyWhatItNames() throws NotVerifiedException {
        SnpForge vlek = SnpForge.MILAN_VLEK;
        byte[] asvkRevoked = MILAN.amd().crlRevoking(VekKind.VLEK);
        byte[] askRevoked = MILAN.amd().crlRevoking(VekKind.VCEK);
        for (SnpForge forge : List.of(MILAN, vlek)) {
            byte[] own = forge.kind() == VekKind.VCEK ? askRevoked : asvkRevoked;
            byte[] others = forge.kind() == VekKind.VCEK ? asvkRevoked : askRevoked;
            SnpTrial bare = forge.trial()
                    .only(forge.evidence().leaf(), forge.evidence().intermediate())
                    .options(options -> options.withCrlMode(CrlMode.REQUIRED));
            assertEquals(
                    CrlState.CHECKED, bare.with(others).outcome().orElseThrow().crlState());
            assertEquals(
                    Set.of("snp.chain.revoked"),
                    SnpTrial.refusals(bare.with(own).outcome()));
            assertEquals(
                    Set.of("snp.chain.revoked"),
                    SnpTrial.refusals(bare.with(others).with(own).outcome()),
                    "one list that names it is enough");
        }
    }

    @Test
    void chipsWhoseCertificatesShareIssuerAndSerialAreNotOneInMemory() {
        SignatureMemory memory = SignatureMemory.ofCapacity(64);
        SnpForge other = new SnpForge(SnpSimulator.create(AmdHierarchy.create(MILAN.product(), 1), VekKind.VCEK));
        for (SnpForge forge : List.of(MILAN, other, MILAN)) {
            SnpTrial good = forge.trial().options(options -> options.withMemory(memory));
            assertInstanceOf(Accepted.class, good.outcome());
            SnpTrial corrupted = SnpTrial.of(forge.evidence()
                            .withLeaf(forge.leafTemplate()
                                    .sign(forge.amd().leafSigner(forge.kind()).corrupted())))
                    .options(options -> options.withMemory(memory));
            assertEquals(Set.of("snp.chain.leaf-signature"), SnpTrial.refusals(corrupted.outcome()));
        }
        SnpTrial crossed = SnpTrial.of(
                        MILAN.evidence().withLeaf(other.evidence().leaf()))
                .options(options -> options.withMemory(memory));
        assertEquals(Set.of("snp.binding.chip-id", "snp.signature.invalid"), SnpTrial.refusals(crossed.outcome()));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void anotherMachinesReportIsNotThisOnes(SnpForge forge) {
        SnpForge other = new SnpForge(SnpSimulator.create(AmdHierarchy.create(forge.product(), 7), forge.kind()));
        Outcome<VerifiedReport> outcome =
                forge.trial().report(other.evidence().report()).outcome();
        assertInstanceOf(Rejected.class, outcome);
        assertEquals(
                forge.kind() == VekKind.VCEK
                        ? Set.of("snp.binding.chip-id", "snp.signature.invalid")
                        : Set.of("snp.signature.invalid"),
                SnpTrial.refusals(outcome));
    }

    @Test
    void aLeafOfTheOtherKindIsNotForThisReport() {
        SnpForge vlek = SnpForge.MILAN_VLEK;
        SnpTrial vcek = MILAN.trial();
        Outcome<VerifiedReport> vlekForVcek = vcek.only(
                        vlek.evidence().leaf(),
                        vlek.evidence().intermediate(),
                        MILAN.evidence().intermediate())
                .outcome();
        assertEquals(Set.of("snp.leaf.kind"), SnpTrial.refusals(vlekForVcek));
        Outcome<VerifiedReport> vcekForVlek = vlek.trial()
                .only(
                        MILAN.evidence().leaf(),
                        vlek.evidence().intermediate(),
                        MILAN.evidence().intermediate())
                .outcome();
        assertEquals(Set.of("snp.leaf.kind"), SnpTrial.refusals(vcekForVlek));
        // The same key under both kinds of certificate, so that all but the kind is right.
        byte[] sameKey =
                vlek.leafDer(leaf -> leaf.publicKey(MILAN.leafTemplate().publicKey()));
        Outcome<VerifiedReport> rightKey =
                vcek.only(sameKey, vlek.evidence().intermediate()).outcome();
        assertEquals(Set.of("snp.leaf.kind"), SnpTrial.refusals(rightKey));
    }

    @Test
    void aCommonNameIsTakenWholeAndNotByItsParts() {
        SnpForge vlek = SnpForge.MILAN_VLEK;
        for (String name : List.of("VCEK", "SEV-VCEK-1", "SEV-Milan", "SEV", "SEV-VLEK-Milan")) {
            assertEquals(
                    Set.of("snp.leaf.missing"),
                    SnpTrial.refusals(
                            MILAN.leaf(leaf -> leaf.subject(AmdNames.of(name))).outcome()),
                    name);
            assertEquals(
                    Set.of("snp.leaf.missing"),
                    SnpTrial.refusals(
                            vlek.leaf(leaf -> leaf.subject(AmdNames.of(name))).outcome()),
                    name);
        }
    }

    @Test
    void aReportOfAnotherTcbOrChipIsRefusedWithoutBeingAskedFor() {
        assertEquals(
                Set.of("snp.binding.tcb", "snp.binding.chip-id"),
                SnpTrial.refusals(MILAN.report(report -> report.reportedTcb(0)
                                .chipId(SnpForge.GENOA.machine().chipId()))
                        .outcome()));
    }

    @Test
    void aLeafOfAnotherProductIsNotForThisReport() {
        SnpForge genoa = SnpForge.GENOA;
        byte[] sameChip = genoa.leafDer(leaf -> leaf.publicKey(
                        MILAN.leafTemplate().publicKey())
                .extensions(VekExtensions.vcek(genoa.product(), MILAN.product().tcb(), MILAN.hwId())));
        Outcome<VerifiedReport> outcome = MILAN.trial()
                .only(sameChip, genoa.evidence().intermediate())
                .anchors(MILAN.amd().root(), genoa.amd().root())
                .outcome();
        assertInstanceOf(Rejected.class, outcome);
        assertEquals(Set.of("snp.binding.product"), SnpTrial.refusals(outcome));
    }

    @Test
    void aTurinTcbIsNotReadInMilansLayout() {
        SnpForge turin = SnpForge.TURIN;
        SnpTcb tcb = SnpTcb.turin(0, 4, 0, 0x18, 0xDB);
        byte[] leaf = turin.amd().leaf(turin.kind(), tcb, turin.hwId());
        long inMilansLayout = SnpTcb.classic(4, 0, 0x18, 0xDB).value();
        SnpTrial lie = turin.report(report -> report.reportedTcb(inMilansLayout))
                .only(leaf, turin.evidence().intermediate());
        assertEquals(Set.of("snp.binding.tcb"), SnpTrial.refusals(lie.outcome()));
        SnpTrial right = turin.report(report -> report.reportedTcb(tcb.value()))
                .only(leaf, turin.evidence().intermediate());
        assertInstanceOf(Accepted.class, right.outcome());
    }

    @Test
    void aReportThatCannotNameItsProductIsNotTakenForMilan() throws NotVerifiedException {
        for (SnpForge forge : List.of(MILAN, SnpForge.GENOA, SnpForge.TURIN)) {
            SnpTrial trial = SnpTrial.of(forge.machine().report(2, report -> report));
            assertEquals(
                    SnpBindingCases.product(forge.product()),
                    trial.outcome().orElseThrow().product());
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void rAndSSwappedAreNoSignature(SnpForge forge) {
        SnpReportEncoder report = SnpReportEncoder.copyOf(forge.evidence().report());
        byte[] swapped = report.set(SnpField.SIGNATURE_R, report.bytes(SnpField.SIGNATURE_S))
                .set(SnpField.SIGNATURE_S, report.bytes(SnpField.SIGNATURE_R))
                .encode();
        Outcome<VerifiedReport> outcome = forge.trial().report(swapped).outcome();
        assertEquals(Set.of("snp.signature.invalid"), SnpTrial.refusals(outcome));
    }

    /** ECDSA has it so; nothing may take a signature for the identity of a report. */
    @ParameterizedTest
    @FieldSource("ALL")
    void theOtherSignatureOfTheSameReportIsAcceptedAsDocumented(SnpForge forge) {
        SnpReportEncoder report = SnpReportEncoder.copyOf(forge.evidence().report());
        BigInteger r = number(report.bytes(SnpField.SIGNATURE_R));
        BigInteger s = number(report.bytes(SnpField.SIGNATURE_S));
        BigInteger order = forge.amd().vekKey(forge.kind()).order();
        SnpTrial twin =
                forge.trial().report(report.signature(r, order.subtract(s)).encode());
        assertFalse(twin.report().equals(forge.trial().report()));
        assertInstanceOf(Accepted.class, twin.outcome());
    }

    @Test
    void allZeroIsNoSignature() {
        byte[] unsigned = MILAN.machine().reportTemplate(5).encode();
        Outcome<VerifiedReport> outcome = MILAN.trial().report(unsigned).outcome();
        assertEquals(Set.of("snp.signature.range"), SnpTrial.refusals(outcome));
    }

    @Test
    void aSignatureByNobodyEndsBeforeAnyCertificateIsLookedAt() {
        for (long signerInfo : new long[] {2, 7 << 2, 3 << 2}) {
            Outcome<VerifiedReport> outcome =
                    MILAN.report(report -> report.signerInfo(signerInfo)).only().outcome();
            assertInstanceOf(Rejected.class, outcome);
            assertEquals(
                    Set.of(signerInfo == 3 << 2 ? "snp.signer.reserved" : "snp.signer.not-signed"),
                    SnpTrial.refusals(outcome));
        }
    }

    @Test
    void aTableWhoseEntriesWrapAroundIsNotFollowed() {
        byte[] leaf = MILAN.evidence().leaf();
        for (long[] place : new long[][] {{0xFFFF_FFF0L, 0x20}, {48, 0xFFFF_FFFFL}, {0xFFFF_FFFFL, 0xFFFF_FFFFL}}) {
            byte[] table = CertificateTableEncoder.empty()
                    .add(TableGuid.VCEK.guid(), leaf, place[0], place[1])
                    .encode();
            MalformedEvidenceException thrown =
                    assertThrows(MalformedEvidenceException.class, () -> CertificateTable.decode(table));
            assertEquals(Malformation.OUT_OF_BOUNDS, thrown.reason());
        }
    }

    @Test
    void aTableWithoutAnEndIsNotWalkedForEver() {
        CertificateTableEncoder endless = CertificateTableEncoder.empty().terminator();
        for (int i = 0; i < 65; i++) {
            endless = endless.add(new UUID(i, 1), new byte[0]);
        }
        byte[] table = Arrays.copyOf(endless.encode(), 65 * 24);
        assertEquals(
                Malformation.TOO_MANY,
                assertThrows(MalformedEvidenceException.class, () -> CertificateTable.decode(table))
                        .reason());
    }

    private static BigInteger number(byte[] littleEndian) {
        byte[] turned = new byte[littleEndian.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = littleEndian[turned.length - 1 - i];
        }
        return new BigInteger(1, turned);
    }
}
