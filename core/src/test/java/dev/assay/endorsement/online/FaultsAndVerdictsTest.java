package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.CollectedEndorsements;
import dev.assay.endorsement.EndorsementSource;
import dev.assay.endorsement.PlanOptions;
import dev.assay.endorsement.SourceAnswer;
import dev.assay.endorsement.SourceFailure;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.PemChain;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.server.Fault;
import dev.assay.testvectors.server.Served;
import dev.assay.testvectors.server.VendorServer;
import dev.assay.verify.Indeterminate;
import dev.assay.verify.Outcome;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a service does, the verdict is that of what was had: open where something is missing, and never wrong. */
class FaultsAndVerdictsTest {
    private static final PlanOptions WHOLE = PlanOptions.defaults().withAmdChain(true);

    private final VendorServer server = VendorServer.start();
    private final OnlineOptions options = OnlineOptions.defaults()
            .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(60))
            .withAttempts(1)
            .withTiming(new TestTiming());
    private final EndorsementSource services = EndorsementSource.firstOf(
            OnlineSources.amdKds(server.address(), options), OnlineSources.intelPcs(server.address(), options));

    @AfterEach
    void close() {
        server.close();
    }

    private static Map<String, Fault> faults() {
        return Map.of(
                "404", Fault.status(404),
                "410", Fault.status(410),
                "429", Fault.tooManyRequests("1"),
                "500", Fault.status(500),
                "garbage", Fault.garbage(),
                "cut off", Fault.cutOff(),
                "too large", Fault.oversized(1L << 32, true),
                "redirected", Fault.redirect(URI.create("http://localhost:9/")),
                "another item", Fault.instead(Served.ok(Scene.REPORT.root())));
    }

    static Stream<Arguments> everywhere() {
        List<String> paths = List.of(
                "/vcek/v1/Milan/",
                "/vcek/v1/Milan/crl",
                "/tdx/certification/v4/tcb",
                "/tdx/certification/v4/qe/identity",
                "/sgx/certification/v4/pckcrl",
                "/IntelSGXRootCA.der");
        return paths.stream()
                .flatMap(path -> faults().entrySet().stream()
                        .map(fault -> Arguments.of(path, fault.getKey(), fault.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everywhere")
    void aFaultAnywhereLeavesTheQuestionOpenUntilItIsMended(String path, String name, Fault fault) {
        server.amd().machine(Scene.MILAN, Scene.REPORT);
        server.intel().machine(Scene.INTEL, Scene.QUOTE);
        boolean amd = path.startsWith("/vcek");
        byte[] evidence = amd ? Scene.REPORT.report() : Scene.QUOTE.quote();
        server.breakDown(path, fault);
        CollectedEndorsements had = Scene.collect(services, evidence, WHOLE);
        assertFalse(had.complete());
        assertInstanceOf(Indeterminate.class, verdict(evidence, had, amd));
        server.repair();
        assertTrue(verdict(evidence, Scene.collect(services, evidence, WHOLE), amd)
                .verified()
                .isPresent());
    }

    private static Outcome<?> verdict(byte[] evidence, CollectedEndorsements had, boolean amd) {
        return Scene.verify(
                evidence, had.endorsements(), amd ? Scene.REPORT.root() : Scene.QUOTE.root(), Scene.QUOTE.at());
    }

    /** Everything that an impostor can sign is signed: nothing of it counts. */
    @Test
    void theIssuersOfAnImpostorVouchForNothing() {
        TdxSimulator impostor = TdxSimulator.create(IntelHierarchy.impostor(0), PckCa.PLATFORM);
        TdxEvidence forged = impostor.quote(right -> right);
        server.intel().machine(Scene.INTEL, Scene.QUOTE);
        PemChain signing = PemChain.of(forged.tcbSigningCertificate(), forged.root());
        byte[] fmspc = Scene.INTEL.platform().fmspc();
        server.intel().tcbInfo(fmspc, "", forged.tcbInfo(), signing).qeIdentity("", forged.qeIdentity(), signing);
        CollectedEndorsements had = Scene.collect(services, Scene.QUOTE.quote(), PlanOptions.defaults());
        assertTrue(had.complete(), "it looks like what was asked for");
        assertFalse(verdict(Scene.QUOTE.quote(), had, false).verified().isPresent());
    }

    @Test
    void whoIsSlowManyTimesLeavesNoThreadsBehind() {
        server.intel().machine(Scene.INTEL, Scene.QUOTE);
        server.breakDown("/", Fault.slow());
        EndorsementSource hasty = OnlineSources.intelPcs(
                server.address(), options.withTimeouts(Duration.ofMillis(20), Duration.ofMillis(20)));
        hasty.fetch(Scene.tcbInfo());
        long before = clientThreads();
        for (int i = 0; i < 40; i++) {
            assertEquals(
                    SourceFailure.TIMED_OUT,
                    assertInstanceOf(SourceAnswer.Unavailable.class, hasty.fetch(Scene.tcbInfo()))
                            .failure());
        }
        assertTrue(clientThreads() <= before + 10, () -> clientThreads() + " threads, " + before + " before");
    }

    private static long clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("HttpClient"))
                .count();
    }
}
