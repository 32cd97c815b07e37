package dev.assay.testvectors.amd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.testvectors.RealEvidence;
import dev.assay.testvectors.encode.SnpTcb;
import dev.assay.testvectors.pki.CertificateEncoder;
import dev.assay.testvectors.pki.CertificateSigner;
import dev.assay.testvectors.pki.CrlEncoder;
import dev.assay.testvectors.pki.ExtensionList;
import dev.assay.testvectors.pki.RsaPssSigner;
import dev.assay.testvectors.pki.StandardExtensions;
import dev.assay.testvectors.pki.StringForm;
import dev.assay.testvectors.pki.ThrowAwayKeys;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The strongest comparison there is: given the public key of a real certificate, what is to be signed must be the real
 * certificate's, byte for byte.
 */
class AmdProfileTest {
    private static final CertificateSigner WITH_TRAILER = RsaPssSigner.sha384(ThrowAwayKeys.rsa("spare-2048"), true);
    private static final CertificateSigner WITHOUT_TRAILER =
            RsaPssSigner.sha384(ThrowAwayKeys.rsa("spare-2048"), false);

    @ParameterizedTest
    @EnumSource
    void rootsAreLikeTheRealOnes(AmdProduct product) throws Exception {
        X509Certificate real = authority("ark", product);
        assertSameBody(real, AmdProfile.root(product, key(real)), WITH_TRAILER);
    }

    @ParameterizedTest
    @EnumSource
    void intermediatesAreLikeTheRealOnes(AmdProduct product) throws Exception {
        byte[] root = key(authority("ark", product));
        for (VekKind kind : VekKind.values()) {
            X509Certificate real = authority(kind == VekKind.VCEK ? "ask" : "asvk", product);
            assertSameBody(real, AmdProfile.intermediate(product, kind, key(real), root), WITH_TRAILER);
        }
    }

    /** TCB and chip were read off the report that belongs to the certificate. */
    @Test
    void aVcekOfMilanIsLikeTheRealOne() throws Exception {
        X509Certificate real = certificate(RealEvidence.vector("snp/real/milan-v2.vcek.der"));
        byte[] chip = HexFormat.of()
                .parseHex("d49554ec717f4e5b0fe6b143bcf0405bd7ae304727edf46603f2a76aef6a3abc"
                        + "15d7af38db757039029f0efacfd08e244324884738c72b082e2f87a44d541eb6");
        CertificateEncoder minted =
                AmdProfile.leaf(AmdProduct.MILAN, VekKind.VCEK, key(real), SnpTcb.classic(3, 0, 8, 0x73), chip);
        assertSameBody(real, dated(minted, real), WITH_TRAILER);
        CertificateEncoder other =
                minted.extensions(list -> list.with(VekExtensions.SNP_SPL, VekExtensions.integer(9)));
        byte[] body = certificate(dated(other, real).sign(WITH_TRAILER)).getTBSCertificate();
        assertFalse(Arrays.equals(real.getTBSCertificate(), body));
    }

    @Test
    void aVcekOfTurinIsLikeTheRealOne() throws Exception {
        X509Certificate real = certificate(RealEvidence.vector("snp/real/turin.vcek.der"));
        byte[] chip = HexFormat.of().parseHex("1e550a8ee5cf9f4d");
        CertificateEncoder minted =
                AmdProfile.leaf(AmdProduct.TURIN, VekKind.VCEK, key(real), SnpTcb.turin(0, 0, 0, 0, 9), chip);
        assertSameBody(real, dated(minted, real), WITHOUT_TRAILER);
    }

    @Test
    void aVlekIsLikeTheRealOne() throws Exception {
        X509Certificate real = certificate(corpus("snp/certs/milan-v3-vlek-decdab94.vlek-296a7c99.der"));
        CertificateEncoder minted = AmdProfile.leaf(
                        AmdProduct.MILAN, VekKind.VLEK, key(real), SnpTcb.classic(4, 0, 0x18, 0xD9), new byte[0])
                .extensions(
                        list -> list.with(VekExtensions.CSP_ID, StringForm.IA5.der("CN=cc-us-east-2.amazonaws.com")));
        assertSameBody(real, dated(minted, real), WITHOUT_TRAILER);
    }

    @Test
    void aRevocationListIsLikeTheRealOne() throws Exception {
        byte[] bytes = corpus("snp/crl/genoa_20241023.crl");
        X509CRL real = crl(bytes);
        byte[] root = key(authority("ark", AmdProduct.GENOA));
        CrlEncoder minted = AmdProfile.crl(AmdProduct.GENOA, root)
                .thisUpdate(real.getThisUpdate().toInstant())
                .nextUpdate(real.getNextUpdate().toInstant())
                .revoke(BigInteger.valueOf(0x20001), Instant.parse("2022-10-31T12:00:00Z"))
                .extensions(ExtensionList.of(
                        StandardExtensions.authorityKeyIdentifier(root), StandardExtensions.crlNumber(4)));
        assertArrayEquals(
                real.getTBSCertList(), crl(minted.sign(WITHOUT_TRAILER)).getTBSCertList());
    }

    private static void assertSameBody(X509Certificate real, CertificateEncoder minted, CertificateSigner signer)
            throws Exception {
        assertArrayEquals(
                real.getTBSCertificate(), certificate(minted.sign(signer)).getTBSCertificate());
    }

    private static CertificateEncoder dated(CertificateEncoder minted, X509Certificate real) {
        return minted.validity(
                real.getNotBefore().toInstant(), real.getNotAfter().toInstant());
    }

    private static byte[] key(X509Certificate certificate) {
        return certificate.getPublicKey().getEncoded();
    }

    private static X509Certificate authority(String kind, AmdProduct product) throws Exception {
        return certificate(RealEvidence.authority(kind + "-" + product.label().toLowerCase(Locale.ROOT) + ".der"));
    }

    private static X509Certificate certificate(byte[] der) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    private static X509CRL crl(byte[] der) throws Exception {
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
    }

    private static byte[] corpus(String name) throws Exception {
        String folder = System.getProperty("assay.corpus", "");
        assumeTrue(!folder.isEmpty(), "no corpus is given");
        return Files.readAllBytes(Path.of(folder).resolve(name));
    }
}
