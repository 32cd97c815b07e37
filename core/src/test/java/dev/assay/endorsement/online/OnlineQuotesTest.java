package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.CollectedEndorsements;
import dev.assay.endorsement.EndorsementRequest;
import dev.assay.endorsement.EndorsementSource;
import dev.assay.endorsement.EvaluationNumbers;
import dev.assay.endorsement.EvaluationSet;
import dev.assay.endorsement.IntelAuthority;
import dev.assay.endorsement.PlanOptions;
import dev.assay.endorsement.SourceAnswer;
import dev.assay.testvectors.intel.PemChain;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.server.Fault;
import dev.assay.testvectors.server.VendorServer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a quote alone to a verdict, with all else from Intel's service or a PCCS. */
class OnlineQuotesTest {
    private static final PlanOptions USUAL = PlanOptions.defaults();
    private static final PemChain SIGNING =
            PemChain.of(Scene.QUOTE.tcbSigningCertificate(), Scene.QUOTE.root()).tail();

    private final VendorServer server = VendorServer.start();
    private final OnlineOptions options = OnlineOptions.defaults().withTiming(new TestTiming());
    private final EndorsementSource pcs = OnlineSources.intelPcs(server.address(), options);
    private final EndorsementSource pccs = OnlineSources.pccs(server.address(), options);

    @AfterEach
    void close() {
        server.close();
    }

    private void assertVerified(CollectedEndorsements had) {
        assertEquals(List.of(), had.shortcomings());
        assertTrue(Scene.verify(Scene.QUOTE.quote(), had.endorsements(), Scene.QUOTE.root(), Scene.QUOTE.at())
                .verified()
                .isPresent());
    }

    @Test
    void aQuoteIsVerifiedFromTheServiceAlone() {
        server.intel().machine(Scene.INTEL, Scene.QUOTE);
        assertVerified(Scene.collect(pcs, Scene.QUOTE.quote(), USUAL));
        assertEquals(
                List.of(
                        "/tdx/certification/v4/tcb?fmspc="
                                + HexFormat.of()
                                        .formatHex(Scene.INTEL.platform().fmspc()) + "&update=standard",
                        "/tdx/certification/v4/qe/identity?update=standard",
                        "/sgx/certification/v4/pckcrl?ca=platform&encoding=der",
                        "/IntelSGXRootCA.der"),
                server.requests());
    }

    @Test
    void aPccsServesHexadecimalLists() {
        server.intel().machine(Scene.INTEL, Scene.QUOTE);
        server.breakDown(
                "/sgx/certification/v4/pckcrl",
                Fault.instead(
                        dev.assay.testvectors.server.Served.text(HexFormat.of().formatHex(Scene.QUOTE.pckCrl()))));
        assertVerified(Scene.collect(pccs, Scene.QUOTE.quote(), USUAL));
        assertTrue(server.requests().contains("/sgx/certification/v4/rootcacrl"));
    }

    @Test
    void theEarlySetAndANumberAreAskedForByName() {
        byte[] fmspc = Scene.INTEL.platform().fmspc();
        TdxSimulator early = Scene.INTEL
                .tcbInfo(info -> info.evaluationNumber(21))
                .qeIdentity(identity -> identity.evaluationNumber(21));
        byte[] info = early.signedTcbInfo().encode();
        byte[] identity = early.signedQeIdentity().encode();
        for (String set : List.of("update=early", "tcbEvaluationDataNumber=21")) {
            server.intel().tcbInfo(fmspc, set, info, SIGNING).qeIdentity(set, identity, SIGNING);
        }
        for (EvaluationSet set : List.of(EvaluationSet.Update.EARLY, new EvaluationSet.Numbered(21))) {
            CollectedEndorsements had = Scene.collect(
                    pcs, Scene.QUOTE.quote(), USUAL.withCrls(false).withEvaluation(set));
            assertTrue(had.complete(), had.shortcomings()::toString);
            assertEquals(21, had.endorsements().tcbInfos().get(0).tcbEvaluationDataNumber());
            assertEquals(21, had.endorsements().qeIdentities().get(0).tcbEvaluationDataNumber());
        }
    }

    @Test
    void aWithdrawnNumberIsSaidToBeSo() {
        server.breakDown("/tdx/", Fault.status(410));
        SourceAnswer answer = pcs.fetch(new EndorsementRequest.QeIdentity(new EvaluationSet.Numbered(14)));
        assertTrue(
                assertInstanceOf(SourceAnswer.NotFound.class, answer).reason().contains("410"));
        assertEquals(1, server.requests().size());
    }

    @Test
    void theListOfEvaluationsIsRead() {
        server.intel().evaluations(21, 20, 19);
        SourceAnswer answer = pcs.fetch(new EndorsementRequest.Evaluations());
        EvaluationNumbers numbers = EvaluationNumbers.of(
                assertInstanceOf(SourceAnswer.Found.class, answer).item());
        assertEquals(
                List.of(21, 20, 19),
                numbers.numbers().stream().map(EvaluationNumbers.Entry::number).toList());
    }

    @Test
    void theIssuerChainComesFromTheHeader() {
        server.intel().machine(Scene.INTEL, Scene.QUOTE);
        SourceAnswer answer = pcs.fetch(new EndorsementRequest.PckCrl(IntelAuthority.PLATFORM_CA));
        byte[] chain = answer.anyItem().orElseThrow().issuerChain().toArray();
        byte[] ca = Scene.INTEL.pckChain().certificates().get(1);
        assertEquals(
                new String(
                        PemChain.of(ca, Scene.QUOTE.root()).tail().encode(),
                        java.nio.charset.StandardCharsets.US_ASCII),
                new String(chain, java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test
    void aPlusSignInAHeaderIsItself() {
        assertEquals("a+b c/d\n", IssuerChain.decoded("a+b%20c%2Fd%0A"));
        assertEquals("+", IssuerChain.decoded("%2B"));
        assertEquals("100%", IssuerChain.decoded("100%"));
        assertEquals("$1\\", IssuerChain.decoded("%241%5c"));
    }
}
