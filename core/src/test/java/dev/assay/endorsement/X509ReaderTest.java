package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.pki.CertificateEncoder;
import dev.assay.testvectors.pki.CertificateExtension;
import dev.assay.testvectors.pki.CertificateSigner;
import dev.assay.testvectors.pki.CrlEncoder;
import dev.assay.testvectors.pki.Hash;
import dev.assay.testvectors.pki.RsaPkcs1Signer;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One encoding of one certificate or list, and nothing around it. */
class X509ReaderTest {
    private static final AmdHierarchy AMD = AmdHierarchy.create(AmdProduct.MILAN, 0);
    private static final CertificateEncoder ASK = AMD.intermediateTemplate(VekKind.VCEK);
    private static final CrlEncoder LIST = AMD.crlTemplate();

    private final X509Reader reader = new X509Reader();

    @Test
    void certificatesAndListsAreRead() throws Exception {
        Bytes ask = Bytes.copyOf(AMD.intermediate(VekKind.VCEK));
        assertEquals(ask, Bytes.copyOf(reader.certificate(ask).getEncoded()));
        Bytes crl = Bytes.copyOf(AMD.crl());
        assertEquals(crl, Bytes.copyOf(reader.crl(crl).getEncoded()));
    }

    @Test
    void neitherIsTakenForTheOther() {
        assertUnreadable(AMD.crl(), "not a certificate", true);
        assertUnreadable(AMD.intermediate(VekKind.VCEK), "not a revocation list", false);
    }

    @Test
    void theFrameMustSpanExactlyTheGivenBytes() {
        for (boolean certificate : new boolean[] {true, false}) {
            byte[] good = certificate ? AMD.intermediate(VekKind.VCEK) : AMD.crl();
            assertUnreadable(Arrays.copyOf(good, good.length + 1), "span", certificate);
            assertUnreadable(Arrays.copyOf(good, good.length - 1), "span", certificate);
            assertUnreadable(new byte[0], "neither PEM nor", certificate);
            assertUnreadable(new byte[] {0x30}, "neither PEM nor", certificate);
            assertUnreadable(hex("3000"), "not a ", certificate);
            byte[] set = good.clone();
            set[0] = 0x31;
            assertUnreadable(set, "neither PEM nor", certificate);
        }
    }

    @Test
    void lengthsMustBeDefiniteAndAsShortAsCanBe() {
        byte[] content = Arrays.copyOfRange(AMD.crl(), 4, AMD.crl().length);
        assertUnreadable(join(hex("3080"), content, hex("0000")), "DER length", false);
        assertUnreadable(join(hex("308300"), length(content, 2), content), "span", false);
        assertUnreadable(join(hex("30840000"), length(content, 2), content), "DER length", false);
        assertUnreadable(hex("308103000000"), "span", true);
        assertUnreadable(hex("308100"), "span", true);
        assertUnreadable(hex("3082"), "DER length", true);
        assertUnreadable(hex("308200"), "DER length", true);
        assertUnreadable(join(hex("30820080"), new byte[0x80]), "span", true);
        assertUnreadable(join(hex("308180"), new byte[0x80]), "not a certificate", true);
        assertUnreadable(join(hex("307f"), new byte[0x7F]), "not a certificate", true);
        assertUnreadable(join(hex("30817f"), new byte[0x7F]), "span", true);
        assertUnreadable(join(hex("3081ff"), new byte[0xFF]), "not a certificate", true);
        assertUnreadable(join(hex("308200ff"), new byte[0xFF]), "span", true);
        assertUnreadable(join(hex("30820100"), new byte[0x100]), "not a certificate", true);
    }

    @Test
    void indefiniteLengthsInsideAreRefusedToo() {
        byte[] ask = AMD.intermediate(VekKind.VCEK);
        int body = ((ask[6] & 0xFF) << 8 | (ask[7] & 0xFF)) + 8;
        byte[] inside = join(
                hex("3080"), Arrays.copyOfRange(ask, 8, body), hex("0000"), Arrays.copyOfRange(ask, body, ask.length));
        assertUnreadable(join(hex("3082"), length(inside, 2), inside), "not a certificate", true);
    }

    @Test
    void sizesAreBounded() throws Exception {
        int padding = X509Reader.LARGEST_CERTIFICATE - ASK.sign(AMD.rootSigner()).length - 24;
        CertificateExtension large = CertificateExtension.of("1.2.3.4", false, new byte[padding]);
        byte[] below = ASK.extensions(list -> list.and(large)).sign(AMD.rootSigner());
        assertTrue(below.length <= X509Reader.LARGEST_CERTIFICATE && below.length > 65000, "" + below.length);
        reader.certificate(Bytes.copyOf(below));
        CertificateExtension more = CertificateExtension.of("1.2.3.4", false, new byte[padding + 100]);
        assertUnreadable(ASK.extensions(list -> list.and(more)).sign(AMD.rootSigner()), "larger than 65536", true);
        assertUnreadable(new byte[X509Reader.LARGEST_CRL + 1], "larger than 8388608", false);
        assertUnreadable(new byte[X509Reader.LARGEST_CRL], "neither PEM nor", false);
        assertUnreadable(new byte[X509Reader.LARGEST_CERTIFICATE], "neither PEM nor", true);
        assertUnreadable(new byte[X509Reader.LARGEST_CERTIFICATE + 1], "larger than", true);
    }

    /**
     * The platform masks the bits of a signature that do not count. Where they are zero anyway, the byte that says how
     * many they are could have several values, though nobody has signed it.
     */
    @Test
    void aSignatureWhoseLastBitsDoNotCountIsRefused() throws Exception {
        byte[] certificate = even(serial -> ASK.serial(serial).sign(AMD.rootSigner()));
        byte[] crl = even(serial -> LIST.revoke(serial, ASK.notBefore()).sign(AMD.crlSigner()));
        reader.certificate(Bytes.copyOf(certificate));
        reader.crl(Bytes.copyOf(crl));
        for (int unused = 1; unused < 256; unused++) {
            byte[] other = certificate.clone();
            other[other.length - 513] = (byte) unused;
            assertUnreadable(other, "not a certificate", true);
            byte[] otherList = crl.clone();
            otherList[otherList.length - 513] = (byte) unused;
            assertUnreadable(otherList, "not a revocation list", false);
        }
    }

    @Test
    void theTwoNamesOfTheAlgorithmMustAgree() {
        CertificateSigner pkcs1 = new RsaPkcs1Signer(AMD.rootKey(), Hash.SHA384);
        byte[] mixed = ASK.innerAlgorithm(pkcs1.algorithm()).sign(AMD.rootSigner());
        assertUnreadable(mixed, "not a certificate", true);
    }

    @Test
    void anExtensionThatStandsTwiceIsRefused() {
        for (String oid : List.of("2.5.29.15", "2.5.29.19", "2.5.29.31")) {
            assertUnreadable(
                    ASK.extensions(list -> list.duplicated(oid)).sign(AMD.rootSigner()), "not a certificate", true);
        }
    }

    @Test
    void nestingIsBoundedInCertificatesAndLists() {
        StringBuilder nested = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            nested.insert(0, String.format("30%02x", nested.length() / 2));
        }
        CertificateExtension deep = CertificateExtension.of("1.2.3.4", false, hex(nested.toString()));
        assertUnreadable(ASK.extensions(list -> list.and(deep)).sign(AMD.rootSigner()), "nested more than 32", true);
        assertUnreadable(LIST.extensions(list -> list.and(deep)).sign(AMD.crlSigner()), "nested more than 32", false);
    }

    private interface Mint {
        byte[] with(BigInteger serial);
    }

    /** Serial numbers are tried until the signature ends in a zero bit, as every second one does. */
    private static byte[] even(Mint mint) {
        for (int serial = 1; ; serial++) {
            byte[] der = mint.with(BigInteger.valueOf(serial));
            if ((der[der.length - 1] & 1) == 0) {
                return der;
            }
        }
    }

    private void assertUnreadable(byte[] der, String reason, boolean certificate) {
        UnreadableException thrown = assertThrows(UnreadableException.class, () -> {
            if (certificate) {
                reader.certificate(Bytes.copyOf(der));
            } else {
                reader.crl(Bytes.copyOf(der));
            }
        });
        String message = String.valueOf(thrown.getMessage());
        assertTrue(message.contains(reason), message);
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] length(byte[] content, int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (content.length >>> (8 * (size - 1 - i)));
        }
        return bytes;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
