package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.CacheRules;
import dev.assay.endorsement.CollectedEndorsements;
import dev.assay.endorsement.EndorsementCache;
import dev.assay.endorsement.EndorsementCollector;
import dev.assay.endorsement.EndorsementEvent;
import dev.assay.endorsement.EndorsementItem;
import dev.assay.endorsement.EndorsementObserver;
import dev.assay.endorsement.EndorsementRequest;
import dev.assay.endorsement.EndorsementSource;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.EvaluationSet;
import dev.assay.endorsement.PlanOptions;
import dev.assay.endorsement.SourceAnswer;
import dev.assay.endorsement.SourceFailure;
import dev.assay.model.Bytes;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.PemChain;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.server.Fault;
import dev.assay.testvectors.server.IntelShelf;
import dev.assay.testvectors.server.Served;
import dev.assay.testvectors.server.VendorServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotes that name their platform by its encrypted identity: the PCK certificate is asked for, then what it leads to. */
class OnlinePckTest {
    private static final PlanOptions USUAL = PlanOptions.defaults();
    private static final String PATH = "/sgx/certification/v4/pckcert";

    private final VendorServer server = VendorServer.start();
    private final OnlineOptions options = OnlineOptions.defaults().withTiming(new TestTiming());
    private final EndorsementSource pccs = OnlineSources.pccs(server.address(), options);
    private final EndorsementSource pcs = OnlineSources.intelPcs(server.address(), options.withPcsKey(IntelShelf.KEY));

    @AfterEach
    void close() {
        server.close();
    }

    private static TdxEvidence quote(TdxSimulator machine, int type) {
        var template = machine.quoteTemplate(5, machine.reportTemplate(TdReportEncoder.Kind.TD_1_5))
                .signatureData(
                        data -> data.certification(type, machine.platform().encryptedIdentity(type)));
        return machine.evidence(machine.signed(template).encode());
    }

    private TdxEvidence served(TdxSimulator machine, int type) {
        TdxEvidence evidence = quote(machine, type);
        server.intel().machine(machine, evidence).pckCertificate(machine, evidence.quote(), type);
        return evidence;
    }

    private static EndorsementRequest.PckCertificate request(byte[] quote) {
        return (EndorsementRequest.PckCertificate)
                Scene.decoded(quote).endorsementPlan(USUAL).requests().get(0);
    }

    private static void assertVerified(TdxEvidence evidence, CollectedEndorsements had) {
        assertEquals(List.of(), had.shortcomings());
        assertTrue(Scene.verify(evidence.quote(), had.endorsements(), evidence.root(), evidence.at())
                .verified()
                .isPresent());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aQuoteIsVerifiedFromAPccsAlone(int type) {
        TdxEvidence evidence = served(Scene.INTEL, type);
        assertVerified(evidence, Scene.collect(pccs, evidence.quote(), USUAL));
        String first = server.requests().get(0);
        assertTrue(first.startsWith(PATH + "?qeid=" + HexFormat.of().formatHex(evidence.quote(), 28, 44)), first);
        assertEquals(5, server.requests().size());
    }

    @Test
    void aQuoteIsVerifiedFromIntelsServiceWithAKey() {
        TdxEvidence evidence = served(Scene.INTEL, 3);
        assertVerified(evidence, Scene.collect(pcs, evidence.quote(), USUAL));
        assertFalse(server.requests().get(0).contains("qeid"));
        var platform = Scene.INTEL.platform();
        String svn = String.format(Locale.ROOT, "%02x%02x", platform.pceSvn() & 0xFF, platform.pceSvn() >> 8);
        assertTrue(server.requests().get(0).endsWith("&pcesvn=" + svn + "&pceid=0000"), server.requests()::toString);
    }

    @Test
    void theProcessorAuthoritysListIsAskedForWhereItIssuedTheCertificate() {
        TdxSimulator single = TdxSimulator.create(IntelHierarchy.create(0), PckCa.PROCESSOR);
        TdxEvidence evidence = served(single, 3);
        assertVerified(evidence, Scene.collect(pccs, evidence.quote(), USUAL));
        assertTrue(server.requests().stream().anyMatch(one -> one.contains("ca=processor")));
    }

    @Test
    void theAsynchronousFormAsksInTwoRoundsToo() throws Exception {
        TdxEvidence evidence = served(Scene.INTEL, 3);
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            var plan = Scene.decoded(evidence.quote()).endorsementPlan(USUAL);
            var had = new EndorsementCollector(pccs, () -> evidence.at()).collectAsync(plan, executor);
            assertVerified(evidence, had.get());
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void anEvaluationHoldsForWhatFollowsAndListsOnlyIfWanted() {
        TdxEvidence evidence = served(Scene.INTEL, 3);
        CollectedEndorsements had =
                Scene.collect(pccs, evidence.quote(), USUAL.withCrls(false).withEvaluation(EvaluationSet.Update.EARLY));
        assertEquals(3, had.answers().size());
        assertTrue(had.answers().keySet().stream()
                .anyMatch(one -> one instanceof EndorsementRequest.TcbInfo info
                        && info.evaluation() == EvaluationSet.Update.EARLY));
    }

    @Test
    void aGivenChainIsUsedAndNobodyAsked() {
        TdxEvidence evidence = quote(Scene.INTEL, 3);
        server.intel().machine(Scene.INTEL, evidence);
        Endorsements given = Endorsements.of(Scene.INTEL.pckChain().encode());
        EndorsementSource source =
                EndorsementSource.firstOf(EndorsementSource.of(given, "given", () -> evidence.at()), pccs);
        assertVerified(evidence, Scene.collect(source, evidence.quote(), USUAL));
        assertTrue(server.requests().stream().noneMatch(one -> one.startsWith(PATH)));
    }

    @Test
    void withoutAKeyIntelsServiceIsNotAskedForCertificates() {
        TdxEvidence evidence = served(Scene.INTEL, 3);
        CollectedEndorsements had =
                Scene.collect(OnlineSources.intelPcs(server.address(), options), evidence.quote(), USUAL);
        assertTrue(had.shortcomings().get(0).contains("withPcsKey"), had.shortcomings()::toString);
        assertTrue(server.requests().stream().noneMatch(one -> one.startsWith(PATH)));
        assertFalse(Scene.verify(evidence.quote(), had.endorsements(), evidence.root(), evidence.at())
                .verified()
                .isPresent());
    }

    @Test
    void aWrongKeyIsRefusedAndIsInNoMessageAndNoEvent() {
        TdxEvidence evidence = served(Scene.INTEL, 3);
        String key = "secret-of-mine";
        List<String> told = new ArrayList<>();
        EndorsementObserver observer = new EndorsementObserver() {
            @Override
            public void observe(EndorsementEvent event) {
                told.add(event.toString());
            }

            @Override
            public boolean wantsIdentifiers() {
                return true;
            }
        };
        OnlineOptions wrong = options.withPcsKey(key).withObserver(observer);
        SourceAnswer answer = OnlineSources.intelPcs(server.address(), wrong).fetch(request(evidence.quote()));
        assertEquals(
                SourceFailure.REFUSED,
                assertInstanceOf(SourceAnswer.Unavailable.class, answer).failure());
        assertEquals(1, told.size());
        assertFalse((told + answer.toString()).contains(key));
        Call call = PcsProtocol.intel(BaseAddress.of(server.address(), wrong), server.address(), wrong)
                .call(request(evidence.quote()))
                .orElseThrow();
        assertTrue(call.headers().containsValue(key));
        assertFalse(call.toString().contains(key));
    }

    /** The other server would answer whoever asks: so nobody did. */
    @Test
    void aKeyGoesToNoOtherHostAndWithNoOtherRequest() {
        TdxEvidence evidence = served(Scene.INTEL, 3);
        try (VendorServer other = VendorServer.start()) {
            server.breakDown(PATH, Fault.redirect(other.address()));
            assertInstanceOf(SourceAnswer.Unavailable.class, pcs.fetch(request(evidence.quote())));
            assertEquals(List.of(), other.requests());
        }
        OnlineOptions keyed = options.withPcsKey(IntelShelf.KEY);
        PcsProtocol protocol = PcsProtocol.intel(BaseAddress.of(server.address(), keyed), server.address(), keyed);
        assertEquals(0, protocol.call(Scene.tcbInfo()).orElseThrow().headers().size());
        PcsProtocol cache = PcsProtocol.pccs(BaseAddress.of(server.address(), keyed));
        assertEquals(
                0, cache.call(request(evidence.quote())).orElseThrow().headers().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "line\r\nX-Other: 1", "\u00fc", "tab\t"})
    void aKeyThatCouldNotBeAHeaderIsRefusedWithoutBeingRepeated(String key) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> options.withPcsKey(key));
        assertTrue(key.isEmpty() || !String.valueOf(refusal.getMessage()).contains(key));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 461, 462})
    void aPlatformThatIsNotKnownIsAbsentAndNoFailure(int status) {
        TdxEvidence evidence = served(Scene.INTEL, 3);
        server.breakDown(PATH, Fault.status(status));
        SourceAnswer answer = pccs.fetch(request(evidence.quote()));
        assertTrue(
                assertInstanceOf(SourceAnswer.NotFound.class, answer).reason().contains(Integer.toString(status)));
        assertEquals(1, server.requests().size());
    }

    @Test
    void aCertificateForAnotherTcbOrOfAnotherKindIsUnfit() {
        TdxEvidence evidence = served(Scene.INTEL, 3);
        TdxSimulator later = Scene.INTEL.platform(right -> right.component(0, 77));
        for (byte[] wrong : List.of(
                later.pckChain().certificates().get(0),
                Scene.INTEL
                        .platform(right -> right.pceSvn(1))
                        .pckChain()
                        .certificates()
                        .get(0),
                Scene.INTEL
                        .platform(right -> right.pceId(new byte[] {1, 0}))
                        .pckChain()
                        .certificates()
                        .get(0),
                Scene.INTEL.pckChain().certificates().get(1))) {
            server.repair()
                    .breakDown(PATH, Fault.instead(Served.ok(PemChain.of(wrong).encode())));
            SourceAnswer answer = pccs.fetch(request(evidence.quote()));
            assertEquals(
                    SourceFailure.UNFIT,
                    assertInstanceOf(SourceAnswer.Unavailable.class, answer, answer::toString)
                            .failure());
        }
    }

    /** A PCCS finds platforms by the quoting enclave's identity, which the author of a quote may choose. */
    @Test
    void anotherQuotingEnclavesIdentityIsAnotherItem() {
        var own = request(quote(Scene.INTEL, 3).quote());
        var foreign = new EndorsementRequest.PckCertificate(
                Bytes.copyOf(new byte[16]), own.encryptedPpid(), own.cpuSvn(), own.pceSvn(), own.pceId());
        assertFalse(own.key().equals(foreign.key()));
        assertFalse(own.toString().contains(own.qeId().hex()));
        assertFalse(own.toString().contains(own.encryptedPpid().hex().substring(0, 16)));
    }

    @Test
    void itsAddressHoldsNothingButHexadecimalDigits() {
        var wanted = request(quote(Scene.INTEL, 2).quote());
        for (EndorsementSource source : List.of(pccs, pcs)) {
            source.fetch(wanted);
        }
        server.requests()
                .forEach(one -> assertTrue(URI.create(one).getRawQuery().matches("([a-z_]+=[0-9a-f]+&?)+"), one));
    }

    @Test
    void itIsAskedForAgainAfterADaySinceNothingTiesItToItsPlatform() {
        TdxEvidence evidence = served(Scene.INTEL, 3);
        TestTiming timing = new TestTiming();
        EndorsementSource kept = pccs.remembering(EndorsementCache.inMemory(10), CacheRules.defaults(), timing);
        EndorsementItem item = kept.fetch(request(evidence.quote())).anyItem().orElseThrow();
        assertEquals(
                2, Endorsements.of(item.issuerChain().toArray()).certificates().size());
        timing.pass(Duration.ofHours(23));
        kept.fetch(request(evidence.quote()));
        assertEquals(1, server.requests().size());
        timing.pass(Duration.ofHours(2));
        kept.fetch(request(evidence.quote()));
        assertEquals(2, server.requests().size());
    }
}
