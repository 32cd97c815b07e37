package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.assay.endorsement.EndorsementItem;
import dev.assay.endorsement.SourceAnswer;
import dev.assay.endorsement.SourceFailure;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.server.Fault;
import dev.assay.testvectors.server.Served;
import dev.assay.testvectors.server.VendorServer;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way in which a service breaks has its own outcome, comes in time, and is repaired by what comes after. */
class ServiceFaultsTest {
    private static final Duration ATTEMPT = Duration.ofSeconds(1);

    private final VendorServer server = VendorServer.start();
    private final TestTiming timing = new TestTiming();

    private final OnlineOptions options = OnlineOptions.defaults()
            .withTimeouts(ATTEMPT, Duration.ofSeconds(60))
            .withTiming(timing);

    @AfterEach
    void close() {
        server.close();
    }

    static Stream<Arguments> faults() {
        byte[] otherChip = SnpSimulator.create(AmdHierarchy.create(AmdProduct.MILAN, 1), Scene.MILAN.kind())
                .report(report -> report)
                .leaf();
        return Stream.of(
                Arguments.of("silent", Fault.silent(), SourceFailure.TIMED_OUT, 3),
                Arguments.of("slow", Fault.slow(), SourceFailure.TIMED_OUT, 3),
                Arguments.of("cut off", Fault.cutOff(), SourceFailure.CUT_OFF, 3),
                Arguments.of("429", Fault.tooManyRequests("7"), SourceFailure.THROTTLED, 3),
                Arguments.of("429 for an hour", Fault.tooManyRequests("3600"), SourceFailure.THROTTLED, 1),
                Arguments.of("500", Fault.status(500), SourceFailure.SERVICE_ERROR, 3),
                Arguments.of("503", Fault.status(503), SourceFailure.SERVICE_ERROR, 3),
                Arguments.of("400", Fault.status(400), SourceFailure.REFUSED, 1),
                Arguments.of("204", Fault.status(204), SourceFailure.REFUSED, 1),
                Arguments.of("garbage", Fault.garbage(), SourceFailure.UNFIT, 1),
                Arguments.of("nothing", Fault.status(200), SourceFailure.UNFIT, 1),
                Arguments.of("another chip's", Fault.instead(Served.ok(otherChip)), SourceFailure.UNFIT, 1),
                Arguments.of("announced size", Fault.oversized(1L << 32, true), SourceFailure.TOO_LARGE, 1),
                Arguments.of("endless", Fault.oversized(1L << 32, false), SourceFailure.TOO_LARGE, 1),
                Arguments.of(
                        "another host", Fault.redirect(URI.create("http://localhost:9/")), SourceFailure.REDIRECTED, 1),
                Arguments.of("no address", Fault.redirect(URI.create("mailto:x")), SourceFailure.REDIRECTED, 1),
                Arguments.of("in a circle", Fault.redirect(URI.create("/vcek/again")), SourceFailure.REDIRECTED, 4));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aFaultThatStaysHasItsOutcomeInTime(String name, Fault fault, SourceFailure failure, int requests) {
        server.amd().machine(Scene.MILAN, Scene.REPORT);
        server.breakDown("/vcek", fault);
        var source = OnlineSources.amdKds(server.address(), options);
        SourceAnswer answer = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> source.fetch(Scene.vcek()));
        assertEquals(
                failure,
                assertInstanceOf(SourceAnswer.Unavailable.class, answer, answer::toString)
                        .failure());
        assertEquals(requests, server.requests().size());
    }

    static Stream<Arguments> passing() {
        return faults().filter(arguments -> (int) arguments.get()[3] == 3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passing")
    void aFaultThatPassesIsNotNoticed(String name, Fault fault, SourceFailure failure, int requests) {
        server.amd().machine(Scene.MILAN, Scene.REPORT);
        server.breakDown("/vcek", fault, requests - 1);
        SourceAnswer answer = OnlineSources.amdKds(server.address(), options).fetch(Scene.vcek());
        EndorsementItem item = assertInstanceOf(SourceAnswer.Found.class, answer, answer::toString)
                .item();
        assertEquals(dev.assay.model.Bytes.copyOf(Scene.REPORT.leaf()), item.content());
        assertEquals(requests, server.requests().size());
    }

    @Test
    void nothingThereIsNoFailureAndFinal() {
        SourceAnswer answer = OnlineSources.amdKds(server.address(), options).fetch(Scene.vcek());
        assertInstanceOf(SourceAnswer.NotFound.class, answer);
        assertEquals(1, server.requests().size());
    }

    @Test
    void aServiceThatAsksForMoreThanThereIsTimeIsNotWaitedFor() {
        server.breakDown("/", Fault.tooManyRequests("3600"));
        var source = OnlineSources.intelPcs(server.address(), options);
        SourceAnswer.Unavailable first =
                assertInstanceOf(SourceAnswer.Unavailable.class, source.fetch(Scene.tcbInfo()));
        assertEquals(Optional.of(Duration.ofHours(1)), first.retryAfter());
        SourceAnswer.Unavailable second =
                assertInstanceOf(SourceAnswer.Unavailable.class, source.fetch(Scene.tcbInfo()));
        assertEquals(SourceFailure.THROTTLED, second.failure());
        assertEquals(1, server.requests().size(), "the service is left alone for as long as it said");
    }

    /** The rate would let another attempt through only when time is up. */
    @Test
    void whereThereIsNoRoomForAnotherAttemptTheReasonIsStillTheFailure() {
        server.breakDown("/vcek", Fault.status(500));
        OnlineOptions short_ = options.withTimeouts(ATTEMPT, Duration.ofSeconds(8));
        SourceAnswer answer = OnlineSources.amdKds(server.address(), short_).fetch(Scene.vcek());
        assertEquals(
                SourceFailure.SERVICE_ERROR,
                assertInstanceOf(SourceAnswer.Unavailable.class, answer).failure());
        assertEquals(1, server.requests().size());
    }

    @Test
    void pausesDoubleAndAreByChance() {
        server.breakDown("/", Fault.status(502));
        OnlineSources.intelPcs(server.address(), options.withAttempts(4)).fetch(Scene.tcbInfo());
        assertEquals(
                java.util.List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2)),
                timing.pauses());
    }

    @Test
    void aRedirectionOnTheSameHostIsFollowed() {
        server.amd().machine(Scene.MILAN, Scene.REPORT);
        server.serve("/moved", Served.ok(Scene.REPORT.leaf()));
        server.breakDown("/vcek", Fault.redirect(URI.create("/moved")));
        assertInstanceOf(
                SourceAnswer.Found.class,
                OnlineSources.amdKds(server.address(), options).fetch(Scene.vcek()));
    }

    @Test
    void nobodyThereIsUnreachable() {
        URI address = server.address();
        server.close();
        SourceAnswer answer = OnlineSources.amdKds(address, options).fetch(Scene.vcek());
        assertEquals(
                SourceFailure.UNREACHABLE,
                assertInstanceOf(SourceAnswer.Unavailable.class, answer).failure());
    }
}
