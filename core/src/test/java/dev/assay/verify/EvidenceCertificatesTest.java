package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.snp.CertificateTable;
import dev.assay.tdx.PckChain;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.encode.CertificateTableEncoder;
import dev.assay.testvectors.encode.TableGuid;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.TdxSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** That certificates which come along are read once, if they are worth it, and judged every time. */
class EvidenceCertificatesTest {
    private static final SnpEvidence REPORT =
            SnpSimulator.create(AmdProduct.MILAN).report(right -> right);
    private static final Bytes CHIP = SnpTrial.of(REPORT).decoded().chipId();
    private static final TdxSimulator MACHINE = TdxSimulator.create();

    private final SignatureMemory memory = SignatureMemory.ofCapacity(100);
    private final EvidenceCertificates certificates = new EvidenceCertificates(memory);

    @Test
    void theTableOfAGenuineReportIsReadOnce() throws Exception {
        assertInstanceOf(Accepted.class, verify(table(REPORT), REPORT.report(), Duration.ZERO));
        Endorsements read = certificates.table(CHIP, table(REPORT)).orElseThrow();
        assertInstanceOf(Accepted.class, verify(table(REPORT), REPORT.report(), Duration.ZERO));
        assertSame(read, certificates.table(CHIP, table(REPORT)).orElseThrow());
    }

    @Test
    void aTableThatCameWithABadReportIsNotRemembered() throws Exception {
        byte[] flipped = REPORT.report();
        flipped[0x50] ^= 1;
        assertInstanceOf(Rejected.class, verify(table(REPORT), flipped, Duration.ZERO));
        assertTrue(certificates.table(CHIP, table(REPORT)).isEmpty());
    }

    @Test
    void datesAreJudgedAgainThoughTheTableIsRemembered() throws Exception {
        assertInstanceOf(Accepted.class, verify(table(REPORT), REPORT.report(), Duration.ZERO));
        Outcome<VerifiedReport> later = verify(table(REPORT), REPORT.report(), Duration.ofDays(40_000));
        assertTrue(SnpTrial.refusals(later).contains("snp.chain.validity"), () -> "" + later.findings());
    }

    @Test
    void aTableWithOtherBytesIsAnotherTable() throws Exception {
        assertInstanceOf(Accepted.class, verify(table(REPORT), REPORT.report(), Duration.ZERO));
        byte[] leaf = REPORT.leaf();
        leaf[leaf.length - 1] ^= 1;
        CertificateTable forged = CertificateTable.decode(CertificateTableEncoder.empty()
                .add(TableGuid.ASK, REPORT.intermediate())
                .add(TableGuid.VCEK, leaf)
                .encodePages(4096));
        assertEquals(
                Set.of("snp.chain.leaf-signature"), SnpTrial.refusals(verify(forged, REPORT.report(), Duration.ZERO)));
    }

    /** A table is not signed: whoever has one genuine report can send it with any number of them. */
    @Test
    void aChipHasOneTableInTheMemoryHoweverManyCameWithItsReports() throws Exception {
        assertInstanceOf(Accepted.class, verify(table(REPORT), REPORT.report(), Duration.ZERO));
        int entries = memory.size();
        for (int i = 0; i < 20; i++) {
            CertificateTable other = padded(i + 1);
            assertInstanceOf(Accepted.class, verify(other, REPORT.report(), Duration.ZERO));
            assertTrue(certificates.table(CHIP, other).isPresent());
            assertTrue(certificates.table(CHIP, table(REPORT)).isEmpty());
        }
        assertEquals(entries, memory.size());
    }

    @Test
    void largeTablesAreReadAnewEachTime() throws Exception {
        int rest = EvidenceCertificates.LARGEST_KEPT - REPORT.intermediate().length - REPORT.leaf().length;
        for (int more = 0; more < 2; more++) {
            CertificateTable large = padded(rest + more);
            assertInstanceOf(Accepted.class, verify(large, REPORT.report(), Duration.ZERO));
            assertEquals(more == 0, certificates.table(CHIP, large).isPresent());
        }
    }

    @Test
    void largeChainsAreReadAnewEachTime() {
        TdxMinted minted = TdxMinted.of(MACHINE).options(all -> all.withMemory(memory));
        assertEquals(Set.of(), minted.failing());
        PckCertificates read = known(minted).orElseThrow();
        for (int more = 0; more < 2; more++) {
            Bytes content = Bytes.copyOf(new byte[EvidenceCertificates.LARGEST_KEPT + more]);
            certificates.keepChain(Bytes.fromHex("0" + more), content, read);
            assertEquals(
                    more == 0,
                    certificates.chain(Bytes.fromHex("0" + more), content).isPresent());
        }
    }

    @Test
    void aPckChainIsReadOnceAndItsAuthoritiesAreShared() {
        TdxMinted minted = TdxMinted.of(MACHINE).options(all -> all.withMemory(memory));
        assertEquals(Set.of(), minted.failing());
        PckCertificates read = known(minted).orElseThrow();
        assertEquals(Set.of(), minted.failing());
        assertSame(read, known(minted).orElseThrow());
        Bytes other = Bytes.fromHex("00");
        certificates.keepChain(other, other, read);
        assertSame(read.root(), certificates.chain(other, other).orElseThrow().root());
    }

    @Test
    void aChainIsComparedToTheLastByte() {
        TdxMinted minted = TdxMinted.of(MACHINE).options(all -> all.withMemory(memory));
        assertEquals(Set.of(), minted.failing());
        byte[] text = chain(minted).toArray();
        for (int i = 0; i < text.length; i++) {
            text[i] ^= 1;
            assertTrue(certificates.chain(key(minted), Bytes.copyOf(text)).isEmpty(), "byte " + i);
            text[i] ^= 1;
        }
        assertTrue(certificates.chain(key(minted), Bytes.copyOf(text)).isPresent());
        assertTrue(certificates.chain(key(minted), chain(minted).from(1)).isEmpty());
        byte[] otherKey = key(minted).toArray();
        otherKey[63] ^= 1;
        assertTrue(certificates.chain(Bytes.copyOf(otherKey), chain(minted)).isEmpty());
    }

    @Test
    void aChainToAnotherRootIsNotRememberedAndARememberedOneIsRefusedUnderIt() {
        TdxMinted strange = TdxMinted.of(MACHINE)
                .trusting(IntelHierarchy.impostor(7).root())
                .options(all -> all.withMemory(memory));
        Set<String> refusal = strange.failing();
        assertTrue(refusal.contains("tdx.chain.untrusted"), refusal::toString);
        assertTrue(known(strange).isEmpty());
        assertEquals(
                Set.of(),
                TdxMinted.of(MACHINE).options(all -> all.withMemory(memory)).failing());
        assertEquals(refusal, strange.failing());
    }

    @Test
    void withoutRoomNothingIsRemembered() {
        TdxMinted minted = TdxMinted.of(MACHINE).options(all -> all.withMemory(SignatureMemory.none()));
        assertEquals(Set.of(), minted.failing());
        assertTrue(new EvidenceCertificates(SignatureMemory.none())
                .chain(key(minted), chain(minted))
                .isEmpty());
    }

    private Outcome<VerifiedReport> verify(CertificateTable table, byte[] report, Duration later) {
        VerificationOptions options = VerificationOptions.defaults()
                .withTrustAnchors(SnpTrial.anchorsOf(List.of(Bytes.copyOf(REPORT.root()))))
                .withMemory(memory);
        return new SnpVerification(options)
                .verify(
                        SnpTrial.of(REPORT).report(report).decoded(),
                        table,
                        Endorsements.none(),
                        REPORT.at().plus(later));
    }

    private static CertificateTable table(SnpEvidence evidence) throws Exception {
        return CertificateTable.decode(CertificateTableEncoder.empty()
                .add(TableGuid.ASK, evidence.intermediate())
                .add(TableGuid.VCEK, evidence.leaf())
                .encodePages(4096));
    }

    /** With an entry of a kind that nobody reads. */
    private static CertificateTable padded(int size) throws Exception {
        return CertificateTable.decode(CertificateTableEncoder.empty()
                .add(TableGuid.ASK, REPORT.intermediate())
                .add(TableGuid.VCEK, REPORT.leaf())
                .add(UUID.fromString("00000000-0000-0000-0000-000000000001"), new byte[size])
                .encodePages(4096));
    }

    private Optional<PckCertificates> known(TdxMinted minted) {
        return certificates.chain(key(minted), chain(minted));
    }

    private static Bytes key(TdxMinted minted) {
        return minted.quote().signatureData().attestationKey();
    }

    private static Bytes chain(TdxMinted minted) {
        return ((PckChain) minted.quote().signatureData().certificationData()).content();
    }
}
