package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.assay.model.Bytes;
import dev.assay.snp.Product;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.intel.IntelCertificate;
import dev.assay.testvectors.intel.IntelNames;
import dev.assay.testvectors.pki.CertificateEncoder;
import dev.assay.testvectors.pki.ExtensionList;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Items that are right in all but one thing are refused for that one thing. */
class ItemFitTest {
    private static final EndorsementRequest TCB_INFO =
            new EndorsementRequest.TcbInfo(MintedItems.fmspc(), EvaluationSet.Update.STANDARD);
    private static final EndorsementRequest IDENTITY = new EndorsementRequest.QeIdentity(EvaluationSet.Update.STANDARD);
    private static final EndorsementRequest PCK = new EndorsementRequest.PckCertificate(
            Bytes.copyOf(new byte[16]),
            Bytes.copyOf(new byte[384]),
            Bytes.copyOf(MintedItems.INTEL.platform().cpuSvn()),
            MintedItems.INTEL.platform().pceSvn(),
            Bytes.copyOf(MintedItems.INTEL.platform().pceId()));

    private static SourceAnswer examine(EndorsementRequest request, byte[] content) {
        return EndorsementItem.examine(request, Bytes.copyOf(content), Bytes.empty(), "test", SnpSimulator.AT);
    }

    private static void assertUnfit(String reason, EndorsementRequest request, byte[] content) {
        SourceAnswer.Unavailable unfit = assertInstanceOf(SourceAnswer.Unavailable.class, examine(request, content));
        assertEquals(SourceFailure.UNFIT, unfit.failure());
        assertEquals(reason, unfit.reason());
    }

    private static byte[] pck(UnaryOperator<CertificateEncoder> change) {
        return MintedItems.INTEL
                .certificate(IntelCertificate.PCK, change)
                .pckChain()
                .certificates()
                .get(0);
    }

    @Test
    void aPckCertificateHasItsNameItsIssuerAndItsExtension() {
        assertInstanceOf(SourceAnswer.Found.class, examine(PCK, pck(right -> right)));
        assertUnfit("not a PCK certificate", PCK, pck(right -> right.subject(IntelNames.of(IntelNames.TCB_SIGNING))));
        assertUnfit("not a PCK certificate", PCK, pck(right -> right.issuer(IntelNames.of(IntelNames.ROOT))));
        assertUnfit("not a PCK certificate", PCK, pck(right -> right.issuer(IntelNames.of("Some other CA"))));
        assertUnfit(
                "a PCK certificate without the extension of one",
                PCK,
                pck(right -> right.extensions(ExtensionList.of())));
    }

    @ParameterizedTest
    @EnumSource
    void aKeysCertificateWithoutAmdsExtensionsIsRefused(VekKind kind) {
        SnpSimulator machine = kind == VekKind.VCEK ? MintedItems.MILAN : MintedItems.CLOUD;
        EndorsementRequest request = kind == VekKind.VCEK
                ? MintedItems.vcek()
                : new EndorsementRequest.Vlek(Product.MILAN, MintedItems.tcb(MintedItems.CLOUD_REPORT));
        CertificateEncoder right = machine.hierarchy()
                .leafTemplate(kind, machine.hierarchy().product().tcb(), machine.chipId());
        assertInstanceOf(
                SourceAnswer.Found.class,
                examine(request, right.sign(machine.hierarchy().leafSigner(kind))));
        byte[] bare =
                right.extensions(ExtensionList.of()).sign(machine.hierarchy().leafSigner(kind));
        assertUnfit("a " + kind.name() + " without the extensions of one", request, bare);
    }

    @Test
    void aTcbInfoForSgxIsNoneForTdx() {
        // Without the level that only differs from another in its TDX components.
        byte[] sgx = MintedItems.INTEL
                .tcbInfo(right ->
                        right.forSgx().levels(List.of(right.forSgx().levels().get(0))))
                .signedTcbInfo()
                .encode();
        assertEquals("SGX", Endorsements.of(sgx).tcbInfos().get(0).id());
        assertUnfit("a TCB info for SGX", TCB_INFO, sgx);
    }

    /** Each document of the bundle is the one that is wanted; only that there are others beside it is wrong. */
    @Test
    void aDocumentIsTakenAloneAndNotOutOfABundle() {
        String info = "\"tcb_info\":" + MintedItems.INTEL.signedTcbInfo().text();
        String identity =
                "\"qe_identity\":" + MintedItems.INTEL.signedQeIdentity().text();
        String list = "\"root_ca_crl\":\"" + HexFormat.of().formatHex(MintedItems.QUOTE.rootCrl()) + '"';
        assertInstanceOf(SourceAnswer.Found.class, examine(TCB_INFO, object(info)));
        assertUnfit("not one TCB info", TCB_INFO, object(info, identity));
        assertUnfit("not one TCB info", TCB_INFO, object(info, list));
        assertInstanceOf(SourceAnswer.Found.class, examine(IDENTITY, object("\"tcb_info\":null", identity)));
        assertUnfit("not one identity", IDENTITY, object(info, identity));
        assertUnfit("not one identity", IDENTITY, object("\"tcb_info\":null", identity, list));
    }

    private static byte[] object(String... members) {
        return ("{" + String.join(",", members) + "}").getBytes(StandardCharsets.US_ASCII);
    }
}
