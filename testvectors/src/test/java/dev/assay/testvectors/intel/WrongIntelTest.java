package dev.assay.testvectors.intel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testvectors.RealEvidence;
import dev.assay.testvectors.encode.QeField;
import dev.assay.testvectors.encode.TdReportEncoder.Kind;
import dev.assay.testvectors.pki.DerValue;
import dev.assay.testvectors.pki.EcKey;
import dev.assay.testvectors.pki.ExtensionList;
import dev.assay.testvectors.pki.StandardExtensions;
import java.nio.charset.StandardCharsets;
import java.security.SignatureException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every property of certificates, lists and the quote's chain can be made wrong, and then it alone is. */
class WrongIntelTest {
    private static final TdxSimulator MACHINE = TdxSimulator.create();
    private static final SgxExtension RIGHT = SgxExtension.of(PckCa.PLATFORM, MACHINE.platform());

    @Test
    void entriesOfTheSgxExtensionCanBeAbsentDoubledRenamedOrMoved() {
        assertEquals(7, sequence(RIGHT.encode()).size());
        assertEquals(18, tcb(RIGHT).size());
        assertEquals(6, sequence(RIGHT.without(SgxExtension.FMSPC).encode()).size());
        assertEquals(8, sequence(RIGHT.duplicated(SgxExtension.FMSPC).encode()).size());
        assertEquals(17, tcb(RIGHT.without(SgxExtension.component(15))).size());
        assertEquals(19, tcb(RIGHT.duplicated(SgxExtension.PCE_SVN)).size());
        SgxExtension more = RIGHT.andAfter(SgxExtension.CONFIGURATION, "1.2.3", DerValue.integer(1));
        assertEquals(8, sequence(more.encode()).size());
        assertEquals("1.2.3", oid(sequence(more.encode()), 7));
        SgxExtension renamed = RIGHT.renamed(SgxExtension.PPID, SgxExtension.FMSPC);
        assertEquals(SgxExtension.FMSPC, oid(sequence(renamed.encode()), 0));
        assertEquals(SgxExtension.CONFIGURATION, oid(sequence(RIGHT.reversed().encode()), 0));
        assertEquals(SgxExtension.CPU_SVN, oid(tcb(RIGHT.reversed(SgxExtension.TCB)), 0));
        assertThrows(NoSuchElementException.class, () -> RIGHT.without("1.2.3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"04020001", "0a0101", "020101", "0101ff", "3000", "0500", "ff"})
    void anEntryCanHaveAnyValue(String hex) {
        byte[] value = HexFormat.of().parseHex(hex);
        for (String oid : List.of(SgxExtension.PPID, SgxExtension.component(0), SgxExtension.SMT_ENABLED)) {
            String encoded = HexFormat.of().formatHex(RIGHT.with(oid, value).encode());
            assertTrue(encoded.contains(HexFormat.of().formatHex(DerValue.oid(oid)) + hex), encoded);
        }
    }

    @Test
    void sizesAndRangesOfThePlatformAreNotChecked() {
        SgxPlatform odd = MACHINE.platform()
                .component(3, 300)
                .pceSvn(70000)
                .ppid(new byte[15])
                .fmspc(new byte[7])
                .cpuSvn(new byte[17]);
        String hex =
                HexFormat.of().formatHex(SgxExtension.of(PckCa.PROCESSOR, odd).encode());
        assertTrue(hex.contains("0202012c"), hex);
        assertTrue(hex.contains("0203011170"), hex);
        assertTrue(hex.contains("040f" + "00".repeat(15) + "30"), hex);
        assertEquals(300, odd.components().get(3));
        assertEquals(4, MACHINE.platform().components().get(0));
    }

    @Test
    void aWrongExtensionEndsUpInTheQuote() throws Exception {
        byte[] quote = quote(MACHINE.sgxExtension(right -> right.without(SgxExtension.SGX_TYPE)));
        X509Certificate leaf = X509.chain(quote).get(0);
        assertEquals(6, entries(leaf.getExtensionValue(SgxExtension.OID)));
        leaf.verify(X509.chain(quote).get(1).getPublicKey());
    }

    @Test
    void certificatesCanLackExtensionsOrBeOutOfDate() throws Exception {
        UnaryOperator<ExtensionList> bare = list -> list.without(StandardExtensions.AUTHORITY_KEY_IDENTIFIER);
        Instant end = TdxSimulator.AT.minusSeconds(1);
        TdxSimulator machine = MACHINE.certificate(IntelCertificate.PCK, one -> one.extensions(bare))
                .certificate(IntelCertificate.PCK_CA, one -> one.validity(one.notBefore(), end))
                .certificate(IntelCertificate.ROOT, one -> one.subject(IntelNames.of("Intel SGX Root CB")));
        List<X509Certificate> chain = X509.chain(quote(machine));
        assertNull(chain.get(0).getExtensionValue(StandardExtensions.AUTHORITY_KEY_IDENTIFIER));
        assertEquals(end, chain.get(1).getNotAfter().toInstant());
        assertTrue(chain.get(2).getSubjectX500Principal().getName().contains("Root CB"));
        chain.get(0).verify(chain.get(1).getPublicKey());
        chain.get(1).verify(chain.get(2).getPublicKey());
    }

    @Test
    void chainsCanHaveAnyOrderNumberAndEnd() throws Exception {
        assertEquals(
                2, X509.chain(quote(MACHINE.chain(chain -> chain.without(1)))).size());
        byte[] root = MACHINE.hierarchy().root();
        assertEquals(
                4, X509.chain(quote(MACHINE.chain(chain -> chain.and(root)))).size());
        assertEquals(
                X509.certificate(root),
                X509.chain(quote(MACHINE.chain(PemChain::reversed))).get(0));
        assertEquals(
                X509.certificate(root),
                X509.chain(quote(MACHINE.chain(chain -> chain.with(1, root)))).get(1));
        String end = "-----END CERTIFICATE-----\n";
        assertTrue(text(quote(MACHINE)).endsWith(end + "\0"));
        assertTrue(text(quote(MACHINE.chain(PemChain::tail))).endsWith(end));
        byte[] windows = quote(MACHINE.chain(chain -> chain.lineEnd("\r\n").tail((byte) 'x')));
        assertTrue(text(windows).endsWith("-----END CERTIFICATE-----\r\nx"));
    }

    /** A real chain that is decoded and encoded again must come out as it was. */
    @ParameterizedTest
    @ValueSource(strings = {"v4", "v5-td15", "v5-td15ex"})
    void pemIsWrittenAsInRealQuotes(String name) throws Exception {
        byte[] real = RealEvidence.vector("tdx/real/" + name + ".quote.bin");
        List<X509Certificate> chain = X509.chain(real);
        byte[] pem = PemChain.of(
                        chain.get(0).getEncoded(),
                        chain.get(1).getEncoded(),
                        chain.get(2).getEncoded())
                .encode();
        assertTrue(text(real).contains(text(pem)));
    }

    @Test
    void revocationListsCanBeWrong() throws Exception {
        TdxSimulator machine = MACHINE.pckCrl(
                        crl -> crl.extensions(list -> list.without(StandardExtensions.CRL_NUMBER)))
                .rootCrl(crl -> crl.nextUpdate(TdxSimulator.AT.minusSeconds(1)));
        TdxEvidence evidence = machine.quote(4, Kind.TD_1_0, td -> td);
        X509CRL pckCrl = X509.crl(evidence.pckCrl());
        assertNull(pckCrl.getExtensionValue(StandardExtensions.CRL_NUMBER));
        pckCrl.verify(X509.chain(evidence.quote()).get(1).getPublicKey());
        assertTrue(X509.crl(evidence.rootCrl()).getNextUpdate().toInstant().isBefore(evidence.at()));
    }

    @Test
    void aListOfTheOtherAuthorityIsSignedByIt() throws Exception {
        IntelHierarchy intel = MACHINE.hierarchy();
        X509CRL processor = X509.crl(intel.pckCrl(PckCa.PROCESSOR));
        processor.verify(X509.certificate(intel.ca(PckCa.PROCESSOR)).getPublicKey());
        X509Certificate platform = X509.certificate(intel.ca(PckCa.PLATFORM));
        assertThrows(SignatureException.class, () -> processor.verify(platform.getPublicKey()));
    }

    @Test
    void theQuotingEnclavesReportIsChangedBeforeItIsSigned() throws Exception {
        byte[] quote = quote(MACHINE.qeReport(report -> report.set(QeField.ISV_PROD_ID, 1)));
        int enclave = 48 + 584 + 4 + 134;
        assertEquals(1, quote[enclave + 256]);
        byte[] report = Arrays.copyOfRange(quote, enclave, enclave + 384);
        byte[] signature = Arrays.copyOfRange(quote, enclave + 384, enclave + 448);
        assertTrue(X509.verifies(X509.chain(quote).get(0).getPublicKey(), report, signature));
    }

    @Test
    void documentsOfAnotherKeyDoNotVerify() throws Exception {
        EcKey other = IntelHierarchy.impostor(0).tcbSigningKey();
        SignedJson forged = TcbInfoTemplate.valid().sign(other);
        X509Certificate signing = X509.certificate(MACHINE.hierarchy().tcbSigning());
        byte[] body = forged.body().getBytes(StandardCharsets.UTF_8);
        byte[] raw = HexFormat.of().parseHex(forged.signature());
        assertFalse(X509.verifies(signing.getPublicKey(), body, raw));
        assertArrayEquals(raw, other.signRaw(body));
    }

    static int entries(byte[] extensionValue) {
        return sequence(ASN1OctetString.getInstance(extensionValue).getOctets()).size();
    }

    private static ASN1Sequence sequence(byte[] der) {
        return ASN1Sequence.getInstance(der);
    }

    private static String oid(ASN1Sequence entries, int index) {
        return ASN1Sequence.getInstance(entries.getObjectAt(index))
                .getObjectAt(0)
                .toString();
    }

    private static ASN1Sequence tcb(SgxExtension extension) {
        ASN1Sequence entry =
                ASN1Sequence.getInstance(sequence(extension.encode()).getObjectAt(1));
        return ASN1Sequence.getInstance(entry.getObjectAt(1));
    }

    private static byte[] quote(TdxSimulator machine) {
        return machine.quote(4, Kind.TD_1_0, td -> td).quote();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
