package dev.assay.testvectors.amd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testvectors.pki.CertificateEncoder;
import dev.assay.testvectors.pki.CertificateExtension;
import dev.assay.testvectors.pki.CertificateSigner;
import dev.assay.testvectors.pki.CrlEncoder;
import dev.assay.testvectors.pki.EcCurve;
import dev.assay.testvectors.pki.EcKey;
import dev.assay.testvectors.pki.EcdsaSigner;
import dev.assay.testvectors.pki.ExtensionList;
import dev.assay.testvectors.pki.Hash;
import dev.assay.testvectors.pki.RsaPkcs1Signer;
import dev.assay.testvectors.pki.RsaPssSigner;
import dev.assay.testvectors.pki.StandardExtensions;
import dev.assay.testvectors.pki.StandardExtensions.Usage;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.SignatureException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Every property of a certificate or list can be made wrong, and then it alone is. */
class WrongCertificatesTest {
    private static final AmdHierarchy AMD = AmdHierarchy.create(AmdProduct.MILAN, 0);
    private static final CertificateEncoder LEAF = AMD.leafTemplate(VekKind.VCEK, AmdProduct.MILAN.tcb(), new byte[64]);

    @Test
    void extensionsCanBeAbsentMarkedOrHaveOtherValues() throws Exception {
        assertNull(leaf(list -> list.without(VekExtensions.HW_ID)).getExtensionValue(VekExtensions.HW_ID));
        assertTrue(leaf(list -> list.marked(VekExtensions.HW_ID, true))
                .getCriticalExtensionOIDs()
                .contains(VekExtensions.HW_ID));
        assertArrayEquals(
                new byte[] {4, 4, 2, 2, 1, 0},
                leaf(list -> list.with(VekExtensions.SNP_SPL, VekExtensions.integer(256)))
                        .getExtensionValue(VekExtensions.SNP_SPL));
        CertificateExtension unknown = CertificateExtension.of("1.2.3.4", true, new byte[] {5, 0});
        assertTrue(leaf(list -> list.and(unknown)).hasUnsupportedCriticalExtension());
        assertFalse(leaf(list -> list).hasUnsupportedCriticalExtension());
        assertThrows(NoSuchElementException.class, () -> leaf(list -> list.without("1.2.3.4")));
    }

    @Test
    void extensionsCanBeThereTwiceOrInAnotherOrder() {
        byte[] twice = sign(LEAF.extensions(list -> list.duplicated(VekExtensions.UCODE_SPL)));
        String ucode = "060a2b060104019c7801030804040202";
        assertEquals(3, HexFormat.of().formatHex(twice).split(ucode, -1).length);
        assertEquals(2, HexFormat.of().formatHex(sign(LEAF)).split(ucode, -1).length);
        assertThrows(CertificateException.class, () -> certificate(twice));
        assertFalse(Arrays.equals(sign(LEAF), sign(LEAF.extensions(ExtensionList::reversed))));
    }

    @Test
    void namesDatesSerialAndKeyCanBeWrong() throws Exception {
        Instant from = Instant.parse("2049-12-31T23:59:59Z");
        X509Certificate wrong = certificate(sign(LEAF.subject(AmdNames.of("SEV-VLEK"))
                .issuer(AmdNames.of("SEV-Genoa"))
                .validity(from, from.plusSeconds(1))
                .serial(BigInteger.TEN)
                .publicKey(EcKey.derive(EcCurve.P256, 0, "wrong").publicKeyInfo())));
        assertTrue(wrong.getSubjectX500Principal().getName().startsWith("CN=SEV-VLEK,"));
        assertTrue(wrong.getIssuerX500Principal().getName().startsWith("CN=SEV-Genoa,"));
        assertEquals(from, wrong.getNotBefore().toInstant());
        assertEquals(from.plusSeconds(1), wrong.getNotAfter().toInstant(), "the first second of four-digit years");
        assertEquals(BigInteger.TEN, wrong.getSerialNumber());
        assertEquals(
                1,
                certificate(sign(LEAF.version(1).extensions(ExtensionList.of())))
                        .getVersion());
    }

    @Test
    void theSignatureCanBeOfAnotherKindOrFalse() throws Exception {
        X509Certificate issuer = certificate(AMD.intermediate(VekKind.VCEK));
        CertificateSigner pkcs1 = new RsaPkcs1Signer(AMD.intermediateKey(VekKind.VCEK), Hash.SHA384);
        X509Certificate other = certificate(LEAF.sign(pkcs1));
        other.verify(issuer.getPublicKey());
        assertEquals("SHA384withRSA", other.getSigAlgName());
        certificate(LEAF.sign(new RsaPssSigner(AMD.intermediateKey(VekKind.VCEK), Hash.SHA256, Hash.SHA256, 20, true)))
                .verify(issuer.getPublicKey());
        CertificateSigner right = AMD.leafSigner(VekKind.VCEK);
        assertThrows(
                SignatureException.class,
                () -> certificate(LEAF.sign(right.corrupted())).verify(issuer.getPublicKey()));
        assertThrows(
                SignatureException.class,
                () -> certificate(LEAF.sign(pkcs1.claiming(right.algorithm()))).verify(issuer.getPublicKey()));
        assertThrows(CertificateException.class, () -> certificate(sign(LEAF.innerAlgorithm(pkcs1.algorithm()))));
        EcKey ec = EcKey.derive(EcCurve.P384, 0, "issuer");
        assertEquals(
                "SHA384withECDSA",
                certificate(LEAF.sign(new EcdsaSigner(ec, Hash.SHA384))).getSigAlgName());
    }

    @Test
    void authoritiesCanLackWhatMakesThemAuthorities() throws Exception {
        CertificateEncoder ask = AMD.intermediateTemplate(VekKind.VCEK);
        assertEquals(0, certificate(ask.sign(AMD.rootSigner())).getBasicConstraints());
        CertificateExtension none = StandardExtensions.basicConstraints(false, OptionalInt.empty());
        CertificateExtension deeper = StandardExtensions.basicConstraints(true, OptionalInt.of(3));
        assertEquals(
                -1, authority(ask, StandardExtensions.BASIC_CONSTRAINTS, none).getBasicConstraints());
        assertEquals(
                3, authority(ask, StandardExtensions.BASIC_CONSTRAINTS, deeper).getBasicConstraints());
        CertificateExtension usage = StandardExtensions.keyUsage(Usage.DIGITAL_SIGNATURE);
        boolean[] bits = authority(ask, StandardExtensions.KEY_USAGE, usage).getKeyUsage();
        assertTrue(bits[0]);
        assertFalse(bits[5]);
    }

    @Test
    void revocationListsCanBeWrong() throws Exception {
        CrlEncoder right = AMD.crlTemplate();
        assertNull(list(right.withoutNextUpdate()).getNextUpdate());
        assertEquals(1, list(right.version(1).extensions(ExtensionList.of())).getVersion());
        assertEquals(2, list(right).getVersion());
        X509CRL delta = list(right.extensions(all -> all.and(StandardExtensions.deltaCrlIndicator(1))));
        assertTrue(delta.getCriticalExtensionOIDs().contains(StandardExtensions.DELTA_CRL_INDICATOR));
        CertificateExtension unknown = CertificateExtension.of("1.2.3.4", true, new byte[] {5, 0});
        assertTrue(list(right.extensions(all -> all.and(unknown))).hasUnsupportedCriticalExtension());
        X509CRL entry = list(right.revoke(BigInteger.TWO, SnpSimulator.AT, ExtensionList.of(unknown)));
        assertTrue(entry.getRevokedCertificate(BigInteger.TWO).hasExtensions());
        assertTrue(list(right.issuer(AmdNames.of("ARK-Genoa")))
                .getIssuerX500Principal()
                .getName()
                .startsWith("CN=ARK-Genoa,"));
    }

    private static X509Certificate leaf(UnaryOperator<ExtensionList> change) throws Exception {
        return certificate(sign(LEAF.extensions(change)));
    }

    private static byte[] sign(CertificateEncoder leaf) {
        return leaf.sign(AMD.leafSigner(VekKind.VCEK));
    }

    private static X509Certificate authority(CertificateEncoder ask, String oid, CertificateExtension other)
            throws Exception {
        return certificate(ask.extensions(list -> list.with(oid, other.value())).sign(AMD.rootSigner()));
    }

    private static X509Certificate certificate(byte[] der) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    private static X509CRL list(CrlEncoder crl) throws Exception {
        return (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(crl.sign(AMD.crlSigner())));
    }
}
