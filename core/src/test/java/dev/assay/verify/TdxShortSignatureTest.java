package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.SgxExtension;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.pki.CertificateSigner;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Signatures in certificates and lists that are not even two numbers. One whose second number is cut to a single byte
 * ended in an exception that nobody had declared, and whoever makes a quote chooses the signatures in it.
 */
class TdxShortSignatureTest {
    private static final TdxSimulator MACHINE = TdxSimulator.create();
    private static final IntelHierarchy INTEL = MACHINE.hierarchy();

    private static CertificateSigner writing(CertificateSigner named, String signature) {
        return new CertificateSigner() {
            @Override
            public byte[] algorithm() {
                return named.algorithm();
            }

            @Override
            public byte[] sign(byte[] message) {
                return HexFormat.of().parseHex(signature);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"3004020101ff", "300402010102", "3003020101", "30", "00", "3006020101020102"})
    void aSignatureThatIsCutIsOneThatDoesNotVerify(String signature) {
        CertificateSigner root = writing(INTEL.rootSigner(), signature);
        CertificateSigner ca = writing(INTEL.caSigner(PckCa.PLATFORM), signature);
        SgxExtension sgx = SgxExtension.of(PckCa.PLATFORM, MACHINE.platform());
        byte[] leaf = INTEL.pckTemplate(PckCa.PLATFORM, sgx).sign(ca);
        assertEquals(
                Set.of("tdx.chain.signature"),
                TdxMinted.of(MACHINE.chain(chain -> chain.with(0, leaf))).failing());
        TdxMinted genuine = TdxMinted.of(MACHINE);
        byte[] list = INTEL.rootCrlTemplate().sign(root);
        assertEquals(
                Set.of("tdx.crl.signature"),
                genuine.with(e -> e.withRootCrl(list)).failing());
        byte[] signing = INTEL.tcbSigningTemplate().sign(root);
        assertEquals(
                Set.of("tdx.signer.untrusted"),
                genuine.with(e -> e.withTcbSigningCertificate(signing)).failing());
    }
}
