package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.model.Strictness;
import dev.assay.snp.CertificateTable;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.encode.CertificateTableEncoder;
import dev.assay.testvectors.encode.TableGuid;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A set takes whatever it is given, keeps what it can read in order and once, and names the rest. */
class EndorsementsTest {
    private static final AmdHierarchy AMD = AmdHierarchy.create(AmdProduct.MILAN, 0);
    private static final byte[] ASK = AMD.intermediate(VekKind.VCEK);
    private static final byte[] ARK = AMD.root();
    private static final byte[] CRL = AMD.crl();

    @Test
    void itemsAreSortedByWhatTheyAre() throws Exception {
        Endorsements set = Endorsements.of(CRL, ASK, pem("CERTIFICATE", ARK), ASK, pem("X509 CRL", CRL));
        assertEquals(2, set.certificates().size());
        assertEquals(Bytes.copyOf(ASK), Bytes.copyOf(set.certificates().get(0).getEncoded()));
        assertEquals(Bytes.copyOf(ARK), Bytes.copyOf(set.certificates().get(1).getEncoded()));
        assertEquals(1, set.crls().size(), "the same list in both forms is one");
        assertEquals(List.of(), set.unreadable());
        assertThrows(
                UnsupportedOperationException.class, () -> set.certificates().clear());
    }

    @Test
    void theEmptySetIsEmpty() {
        assertEquals(List.of(), Endorsements.none().certificates());
        assertEquals(List.of(), Endorsements.none().crls());
        assertEquals(List.of(), Endorsements.none().unreadable());
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestKept() {
        Endorsements set = Endorsements.builder()
                .add("first", Bytes.copyOf(new byte[] {1}))
                .add("second", Bytes.copyOf(ASK))
                .add("third", Bytes.copyOf(pem("EC PRIVATE KEY", ASK)))
                .add("fourth", Bytes.copyOf(pem("CERTIFICATE", CRL)))
                .add("fifth", Bytes.copyOf(pem("X509 CRL", ASK)))
                .add("sixth", Bytes.copyOf("-----BEGIN CERTIFICATE-----".getBytes(StandardCharsets.US_ASCII)))
                .build();
        assertEquals(1, set.certificates().size());
        assertEquals(
                List.of("first", "third", "fourth", "fifth", "sixth"),
                set.unreadable().stream().map(UnreadableItem::name).toList());
        assertTrue(set.unreadable().get(1).toString().contains("unexpected kind"));
    }

    /** RFC 7468 has parsers take them for what they are called today. */
    @Test
    void olderLabelsOfCertificatesAndListsAreRead() {
        Endorsements set =
                Endorsements.of(pem("X509 CERTIFICATE", ARK), pem("X.509 CERTIFICATE", ASK), pem("CRL", CRL));
        assertEquals(List.of(), set.unreadable());
        assertEquals(2, set.certificates().size());
        assertEquals(1, set.crls().size());
    }

    @Test
    void ofABundleTheReadableBlocksAreKept() {
        byte[] bundle = join(pem("CERTIFICATE", new byte[] {1}), pem("CERTIFICATE", ASK));
        Endorsements set = Endorsements.of(bundle);
        assertEquals(1, set.certificates().size());
        assertEquals(1, set.unreadable().size());
    }

    @Test
    void aTablesCertificatesAreTakenAndItsOtherEntriesLeft() throws Exception {
        byte[] table = CertificateTableEncoder.empty()
                .add(TableGuid.ASK, ASK)
                .add(TableGuid.EXTRA_PLATFORM_INFO, new byte[8])
                .add(new UUID(1, 2), new byte[] {9})
                .add(TableGuid.CRL, CRL)
                .encode();
        Endorsements set =
                Endorsements.builder().add(CertificateTable.decode(table)).build();
        assertEquals(1, set.certificates().size());
        assertEquals(1, set.crls().size());
        assertEquals(List.of(), set.unreadable());
    }

    @Test
    void aTableThatWasLetPassIsNotReadable() throws Exception {
        byte[] table = CertificateTableEncoder.empty()
                .add(TableGuid.ASK, ASK)
                .add(TableGuid.ASK, ASK)
                .encode();
        CertificateTable lenient = CertificateTable.decode(Bytes.copyOf(table), Strictness.LENIENT, 0);
        Endorsements set = Endorsements.builder().add(lenient).build();
        assertEquals("certificate table", set.unreadable().get(0).name());
        byte[] junk = CertificateTableEncoder.empty()
                .add(TableGuid.VCEK, new byte[] {7})
                .encode();
        assertEquals(
                "certificate table entry VCEK",
                Endorsements.builder()
                        .add(CertificateTable.decode(junk))
                        .build()
                        .unreadable()
                        .get(0)
                        .name());
    }

    @Test
    void setsCanBeJoined() {
        Endorsements joined = Endorsements.builder()
                .add(Endorsements.of(ASK, new byte[] {1}))
                .add(Endorsements.of(ASK, ARK, CRL))
                .build();
        assertEquals(2, joined.certificates().size());
        assertEquals(1, joined.crls().size());
        assertEquals(1, joined.unreadable().size());
    }

    @Test
    void aFloodOfItemsEnds() {
        Endorsements.Builder builder = Endorsements.builder();
        Bytes junk = Bytes.copyOf(new byte[] {1});
        for (int i = 0; i < 10_050; i++) {
            builder.add("junk", junk);
        }
        builder.add("late", Bytes.copyOf(ASK));
        Endorsements set = builder.build();
        assertEquals(10_001, set.unreadable().size());
        assertEquals(List.of(), set.certificates(), "a set that is full takes nothing more");
    }

    /** Before anything is looked for in it: even PEM that is good is not split. */
    @Test
    void anItemThatIsTooLargeIsNotLookedAt() {
        byte[] good = pem("CERTIFICATE", ASK);
        byte[] large = Arrays.copyOf(good, (1 << 24) + 3);
        Arrays.fill(large, good.length, large.length, (byte) '\n');
        Endorsements refused = Endorsements.of(large);
        assertEquals(List.of(), refused.certificates());
        assertEquals("larger than 16777218 bytes", refused.unreadable().get(0).reason());
        assertEquals(
                1,
                Endorsements.of(Arrays.copyOf(large, (1 << 24) + 2))
                        .certificates()
                        .size());
    }

    @Test
    void itemsOfAllKindsCountTogether() {
        TdxEvidence tdx = TdxSimulator.create().quote(4, TdReportEncoder.Kind.TD_1_0, report -> report);
        Endorsements.Builder builder = Endorsements.builder();
        for (byte[] item : List.of(ASK, CRL, tdx.tcbInfo(), tdx.qeIdentity())) {
            builder.add("good", Bytes.copyOf(item));
        }
        for (int i = 0; i < 9_996; i++) {
            builder.add("junk", Bytes.copyOf(new byte[] {1}));
        }
        builder.add("the last that there is room for", Bytes.copyOf(ARK));
        assertEquals(2, builder.build().certificates().size());
        builder.add("late", Bytes.copyOf(AMD.intermediate(VekKind.VLEK)));
        Endorsements set = builder.build();
        assertEquals(2, set.certificates().size());
        assertEquals(1, set.crls().size());
        assertEquals(1, set.tcbInfos().size());
        assertEquals(1, set.qeIdentities().size());
        assertEquals("late: more than 10000 items", set.unreadable().get(9_996).toString());
    }

    @Test
    void theReasonIsGivenOnceOrForBothKinds() {
        assertEquals(
                "item 0: neither PEM nor a DER sequence",
                Endorsements.of(new byte[] {1, 2}).unreadable().get(0).toString());
        String both =
                Endorsements.of(new byte[] {0x30, 2, 5, 0}).unreadable().get(0).toString();
        assertTrue(both.matches("item 0: not a certificate.*; not a revocation list.*"), both);
    }

    @Test
    void intelsDocumentsCanBeReplacedByOthers() {
        TdxEvidence tdx = TdxSimulator.create().quote(4, TdReportEncoder.Kind.TD_1_0, report -> report);
        Endorsements all = Endorsements.of(ASK, CRL, new byte[] {1}, tdx.tcbInfo(), tdx.qeIdentity());
        Endorsements none = all.withTcb(List.of(), List.of());
        assertEquals(List.of(), none.tcbInfos());
        assertEquals(List.of(), none.qeIdentities());
        assertEquals(all.certificates(), none.certificates());
        assertEquals(all.crls(), none.crls());
        assertEquals(all.unreadable(), none.unreadable());
        Endorsements again = none.withTcb(all.tcbInfos(), all.qeIdentities());
        assertEquals(all.tcbInfos(), again.tcbInfos());
        assertEquals(all.qeIdentities(), again.qeIdentities());
    }

    private static byte[] pem(String label, byte[] der) {
        String text = "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label + "-----\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
