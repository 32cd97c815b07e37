package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.CollectedEndorsements;
import dev.assay.endorsement.EndorsementSource;
import dev.assay.endorsement.PlanOptions;
import dev.assay.endorsement.SourceAnswer;
import dev.assay.endorsement.SourceFailure;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.server.Fault;
import dev.assay.testvectors.server.Served;
import dev.assay.testvectors.server.VendorServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a host of Azure certifies of the machine that asks. */
class AzureHostTest {
    private final VendorServer server = VendorServer.start();
    private final EndorsementSource host =
            OnlineSources.azureHost(server.address(), OnlineOptions.defaults().withTiming(new TestTiming()));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void certificateAndChainOfTheMachineComeFromIt() {
        server.amd().azure(Scene.REPORT);
        CollectedEndorsements had = Scene.collect(
                host,
                Scene.REPORT.report(),
                PlanOptions.defaults().withCrls(false).withAmdChain(true));
        assertEquals(List.of(), had.shortcomings());
        assertEquals(3, had.endorsements().certificates().size());
    }

    @Test
    void itCertifiesNoOtherMachine() {
        server.amd()
                .azure(SnpSimulator.create(AmdHierarchy.create(AmdProduct.MILAN, 1), Scene.MILAN.kind())
                        .report(report -> report));
        SourceAnswer answer = host.fetch(Scene.vcek());
        assertTrue(
                assertInstanceOf(SourceAnswer.NotFound.class, answer).reason().contains("another chip"));
    }

    @Test
    void whatIsNoCertificationIsUnfit() {
        for (String text : List.of("{}", "{\"vcekCert\":\"nonsense\"}", "{\"vcekCert\":1,\"vcekCert\":2}", "no")) {
            server.repair().breakDown("/metadata", Fault.instead(Served.text(text)));
            SourceAnswer answer = host.fetch(Scene.vcek());
            assertEquals(
                    SourceFailure.UNFIT,
                    assertInstanceOf(SourceAnswer.Unavailable.class, answer, text)
                            .failure());
        }
    }

    @Test
    void itHasNothingOfIntels() {
        assertInstanceOf(SourceAnswer.NotOffered.class, host.fetch(Scene.tcbInfo()));
        assertEquals(List.of(), server.requests());
    }
}
