package dev.assay.testvectors.intel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testvectors.RealEvidence;
import dev.assay.testvectors.pki.CertificateEncoder;
import dev.assay.testvectors.pki.CertificateSigner;
import dev.assay.testvectors.pki.CrlEncoder;
import dev.assay.testvectors.pki.EcCurve;
import dev.assay.testvectors.pki.EcKey;
import dev.assay.testvectors.pki.EcdsaSigner;
import dev.assay.testvectors.pki.Hash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The strongest comparison there is: given the public key of a real certificate, what is to be signed must be the real
 * certificate's, byte for byte.
 */
class IntelProfileTest {
    private static final CertificateSigner ANYBODY =
            new EcdsaSigner(EcKey.derive(EcCurve.P256, 0, "anybody"), Hash.SHA256);

    @Test
    void theRootIsLikeTheRealOne() throws Exception {
        X509Certificate real = X509.certificate(RealEvidence.authority("intel", "sgx-root-ca.der"));
        assertSameBody(real, IntelProfile.root(X509.key(real)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v4", "v5-td15", "v5-td15ex"})
    void thePckChainsOfShippedQuotesAreLikeTheRealOnes(String name) throws Exception {
        assertSameChain(RealEvidence.vector("tdx/real/" + name + ".quote.bin"));
    }

    @Test
    void thePckChainsOfTheCorpusAreLikeTheRealOnes() throws Exception {
        X509Certificate root = X509.certificate(RealEvidence.authority("intel", "sgx-root-ca.der"));
        int compared = 0;
        for (Path quote : RealEvidence.corpus("tdx/quotes", name -> name.endsWith(".bin"))) {
            byte[] bytes = Files.readAllBytes(quote);
            // Pre-production certificates have dates and addresses of their own.
            if (Arrays.equals(X509.key(X509.chain(bytes).get(2)), X509.key(root))) {
                assertSameChain(bytes);
                compared++;
            }
        }
        assertTrue(compared > 40, "compared " + compared);
    }

    @Test
    void aPckCertificateSaysWhatItsHexadecimalShows() throws Exception {
        X509Certificate leaf =
                X509.chain(RealEvidence.vector("tdx/real/v4.quote.bin")).get(0);
        SgxPlatform platform = RealSgxExtension.read(leaf.getExtensionValue(SgxExtension.OID));
        SgxExtension right = SgxExtension.of(PckCa.PLATFORM, platform);
        byte[] extension = leaf.getExtensionValue(SgxExtension.OID);
        byte[] content = Arrays.copyOfRange(extension, 4, extension.length);
        assertArrayEquals(content, right.encode());
        SgxExtension wrong = SgxExtension.of(PckCa.PLATFORM, platform.component(5, 254));
        assertFalse(Arrays.equals(content, wrong.encode()));
    }

    /** No certificate of the processor CA is at hand: it must be that of the platform CA but for name and key. */
    @Test
    void theProcessorCaDiffersFromThePlatformCaInNameAndKeyOnly() throws Exception {
        X509Certificate real =
                X509.chain(RealEvidence.vector("tdx/real/v4.quote.bin")).get(1);
        byte[] root = X509.key(X509.certificate(RealEvidence.authority("intel", "sgx-root-ca.der")));
        CertificateEncoder processor = IntelProfile.ca(PckCa.PROCESSOR, X509.key(real), root);
        assertSameBody(real, processor.subject(IntelNames.of("Intel SGX PCK Platform CA")));
        assertEquals(
                "C=US,ST=CA,L=Santa Clara,O=Intel Corporation,CN=Intel SGX PCK Processor CA",
                X509.certificate(processor.sign(ANYBODY))
                        .getSubjectX500Principal()
                        .getName());
    }

    @Test
    void tcbSigningCertificatesAreLikeTheRealOnes() throws Exception {
        byte[] root = X509.key(X509.certificate(RealEvidence.authority("intel", "sgx-root-ca.der")));
        List<Path> files = RealEvidence.corpus("tdx/collateral", name -> name.contains("__tcb-signing-"));
        assertEquals(2, files.size());
        for (Path file : files) {
            X509Certificate real = X509.certificate(Files.readAllBytes(file));
            CertificateEncoder minted = IntelProfile.tcbSigning(X509.key(real), root);
            assertSameBody(real, file.toString().contains("2018") ? dated(minted, real) : minted);
        }
    }

    @Test
    void revocationListsAreLikeTheRealOnes() throws Exception {
        byte[] root = X509.key(X509.certificate(RealEvidence.authority("intel", "sgx-root-ca.der")));
        byte[] platform = X509.key(
                X509.chain(RealEvidence.vector("tdx/real/v4.quote.bin")).get(1));
        List<Path> files = RealEvidence.corpus("tdx/collateral", name -> name.contains("__crl__"));
        assertTrue(files.size() > 40);
        for (Path file : files) {
            boolean ofTheRoot = file.getFileName().toString().contains("__crl__root");
            X509CRL real = X509.crl(Files.readAllBytes(file));
            CrlEncoder minted = ofTheRoot ? IntelProfile.rootCrl(root) : IntelProfile.pckCrl(PckCa.PLATFORM, platform);
            for (TBSCertList.CRLEntry entry :
                    TBSCertList.getInstance(real.getTBSCertList()).getRevokedCertificates()) {
                Instant since = entry.getRevocationDate().getDate().toInstant();
                minted = IntelProfile.revoked(minted, entry.getUserCertificate().getValue(), since);
            }
            minted = minted.thisUpdate(real.getThisUpdate().toInstant())
                    .nextUpdate(real.getNextUpdate().toInstant());
            assertArrayEquals(
                    real.getTBSCertList(), X509.crl(minted.sign(ANYBODY)).getTBSCertList(), file.toString());
        }
    }

    private static void assertSameChain(byte[] quote) throws Exception {
        List<X509Certificate> chain = X509.chain(quote);
        assertEquals(3, chain.size());
        byte[] root = X509.key(chain.get(2));
        byte[] ca = X509.key(chain.get(1));
        assertSameBody(chain.get(2), IntelProfile.root(root));
        assertSameBody(chain.get(1), IntelProfile.ca(PckCa.PLATFORM, ca, root));
        X509Certificate leaf = chain.get(0);
        SgxPlatform platform = RealSgxExtension.read(leaf.getExtensionValue(SgxExtension.OID));
        SgxExtension extension = SgxExtension.of(PckCa.PLATFORM, platform);
        CertificateEncoder minted =
                IntelProfile.pck(PckCa.PLATFORM, X509.key(leaf), ca, leaf.getSerialNumber(), extension);
        assertSameBody(leaf, dated(minted, leaf));
    }

    private static CertificateEncoder dated(CertificateEncoder minted, X509Certificate real) {
        return minted.validity(
                real.getNotBefore().toInstant(), real.getNotAfter().toInstant());
    }

    private static void assertSameBody(X509Certificate real, CertificateEncoder minted) throws Exception {
        byte[] body = X509.certificate(minted.sign(ANYBODY)).getTBSCertificate();
        HexFormat hex = HexFormat.of();
        assertEquals(hex.formatHex(real.getTBSCertificate()), hex.formatHex(body));
    }
}
