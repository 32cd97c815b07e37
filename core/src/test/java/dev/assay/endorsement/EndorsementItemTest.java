package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.snp.Product;
import dev.assay.snp.SigningKey;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.intel.PemChain;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bytes become an item only if they are what was asked for. */
class EndorsementItemTest {
    private static SourceAnswer examine(EndorsementRequest request, byte[] content, byte[] chain) {
        return EndorsementItem.examine(request, Bytes.copyOf(content), Bytes.copyOf(chain), "test", SnpSimulator.AT);
    }

    private static void assertUnfit(String reason, EndorsementRequest request, byte[] content) {
        assertUnfit(reason, request, content, new byte[0]);
    }

    private static void assertUnfit(String reason, EndorsementRequest request, byte[] content, byte[] chain) {
        SourceAnswer.Unavailable unfit =
                assertInstanceOf(SourceAnswer.Unavailable.class, examine(request, content, chain));
        assertEquals(SourceFailure.UNFIT, unfit.failure());
        assertTrue(unfit.reason().contains(reason), unfit::reason);
    }

    @Test
    void everyItemFitsItsOwnRequestAndNoOther() {
        List<EndorsementRequest> all = new ArrayList<>(MintedItems.requests());
        all.add(new EndorsementRequest.Evaluations());
        for (EndorsementRequest own : MintedItems.requests()) {
            EndorsementItem item = MintedItems.everything().fetch(own).anyItem().orElseThrow();
            for (EndorsementRequest other : all) {
                SourceAnswer answer = examine(other, item.content().toArray(), new byte[0]);
                boolean sameList =
                        own instanceof EndorsementRequest.AmdCrl && other instanceof EndorsementRequest.AmdCrl;
                assertEquals(
                        own.equals(other) || sameList,
                        answer.anyItem().isPresent(),
                        own.key() + " for " + other.key() + ": " + answer);
            }
        }
    }

    @Test
    void itemsForOthersAreRefusedWithTheDifference() {
        var hierarchy = MintedItems.MILAN.hierarchy();
        byte[] otherChip = hierarchy.leaf(VekKind.VCEK, hierarchy.product().tcb(), new byte[64]);
        assertUnfit("another chip", MintedItems.vcek(), otherChip);
        byte[] vlek = MintedItems.CLOUD_REPORT.leaf();
        assertUnfit("another kind than VCEK", MintedItems.vcek(), vlek);
        EndorsementRequest genoa = new EndorsementRequest.Vcek(
                Product.GENOA, MintedItems.vcek().chipId(), MintedItems.vcek().reportedTcb());
        assertUnfit("another issuer than SEV-Genoa", genoa, MintedItems.REPORT.leaf());
        EndorsementRequest chain = new EndorsementRequest.AmdChain(Product.MILAN, SigningKey.VCEK);
        byte[] asvk = PemChain.of(MintedItems.CLOUD_REPORT.intermediate(), MintedItems.REPORT.root())
                .encode();
        assertUnfit("a chain without SEV-Milan", chain, asvk);
        assertUnfit("not two certificates", chain, MintedItems.REPORT.intermediate());
        EndorsementRequest info =
                new EndorsementRequest.TcbInfo(MintedItems.fmspc().reversed(), EvaluationSet.Update.EARLY);
        assertUnfit("another FMSPC", info, MintedItems.QUOTE.tcbInfo());
        EndorsementRequest identity = new EndorsementRequest.QeIdentity(EvaluationSet.Update.EARLY);
        byte[] ofQe = MintedItems.INTEL
                .qeIdentity(right -> right.id("QE"))
                .signedQeIdentity()
                .encode();
        assertUnfit("another enclave, QE", identity, ofQe);
        byte[] endless = hierarchy.crlTemplate().withoutNextUpdate().sign(hierarchy.crlSigner());
        assertUnfit("without an end", new EndorsementRequest.AmdCrl(Product.MILAN, SigningKey.VCEK), endless);
        assertUnfit("another authority", new EndorsementRequest.IntelRootCrl(), MintedItems.QUOTE.pckCrl());
        assertUnfit(
                "evaluation",
                new EndorsementRequest.QeIdentity(new EvaluationSet.Numbered(9999)),
                MintedItems.QUOTE.qeIdentity());
    }

    @Test
    void garbageIsRefused() {
        for (EndorsementRequest request : MintedItems.requests()) {
            for (String garbage : List.of("", "<html>", "{}", "{\"tcbInfo\":{}}", "-----BEGIN ", "30", "\u0000")) {
                assertUnfit("", request, garbage.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertUnfit("missing", new EndorsementRequest.Evaluations(), "{}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anIssuerChainHoldsOnlyCertificates() {
        EndorsementRequest request = new EndorsementRequest.IntelRootCrl();
        byte[] crl = MintedItems.QUOTE.rootCrl();
        assertUnfit("issuer chain", request, crl, crl);
        assertUnfit("issuer chain", request, crl, new byte[] {'x'});
        assertInstanceOf(SourceAnswer.Found.class, examine(request, crl, MintedItems.QUOTE.root()));
    }

    @Test
    void aTextFormOfDerIsKeptAsDer() {
        byte[] crl = MintedItems.QUOTE.rootCrl();
        byte[] hex = Bytes.copyOf(crl).hex().getBytes(StandardCharsets.US_ASCII);
        SourceAnswer answer = examine(new EndorsementRequest.IntelRootCrl(), hex, new byte[0]);
        assertEquals(Bytes.copyOf(crl), answer.anyItem().orElseThrow().content());
    }

    /** Intel's TCB signing certificate ended in 2025 while the documents under it went on. */
    @Test
    void anItemEndsWithTheFirstCertificateAboveIt() {
        byte[] ended = MintedItems.INTEL.hierarchy().olderTcbSigning();
        byte[] chain = PemChain.of(ended, MintedItems.QUOTE.root()).tail().encode();
        EndorsementRequest request = new EndorsementRequest.TcbInfo(MintedItems.fmspc(), EvaluationSet.Update.STANDARD);
        SourceAnswer answer = examine(request, MintedItems.QUOTE.tcbInfo(), chain);
        assertEquals(
                Endorsements.of(ended).certificates().get(0).getNotAfter().toInstant(),
                assertInstanceOf(SourceAnswer.Stale.class, answer).item().goodUntil());
    }
}
