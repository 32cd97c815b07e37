package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.SourceFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One request: what counts as a redirection, what as late, and that giving up ends it. */
@Timeout(60)
class BoundedGetTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final URI HERE = URI.create("https://kds.example/vcek/v1/Milan/00aa?blSPL=1");
    private static final URI THERE = URI.create("https://kds.example/there");
    private static final Map<String, String> TO_THERE = Map.of("Location", "/there");

    private final StillTiming timing = new StillTiming();
    private final ScriptedClient client = new ScriptedClient();

    private Reply get() throws GetFailure, InterruptedException {
        return new BoundedGet(client).get(Call.of(HERE, 10), LIMIT, timing);
    }

    private GetFailure failure() {
        return assertThrows(GetFailure.class, this::get);
    }

    private Runnable takes(Duration time) {
        return () -> timing.pass(time);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 307, 399})
    void aLocationOfTheThreeHundredsIsFollowed(int status) throws Exception {
        client.answers(status, TO_THERE).answers(() -> {}, 200, Map.of(), (byte) 7);
        assertEquals("07", get().body().hex());
        assertEquals(List.of(HERE, THERE), client.addresses());
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 299, 400, 503})
    void aLocationOfAnotherStatusIsNotFollowed(int status) throws Exception {
        client.answers(status, TO_THERE);
        assertEquals(status, get().status());
        assertEquals(List.of(HERE), client.addresses());
    }

    @Test
    void redirectionsShareTheTimeOfTheRequest() {
        client.answers(takes(Duration.ofSeconds(3)), 302, TO_THERE);
        assertEquals(SourceFailure.TIMED_OUT, failure().failure());
        assertEquals(List.of(HERE, THERE), client.addresses());
    }

    @Test
    void whatBreaksInTimeWasCutOff() {
        client.fails(takes(LIMIT.minusNanos(1)), new IOException("reset"));
        GetFailure failure = failure();
        assertEquals(SourceFailure.CUT_OFF, failure.failure());
        assertEquals("the connection broke: IOException", failure.getMessage());
    }

    @Test
    void whatBreaksOnceTimeIsUpWasTooLate() {
        for (Duration time : List.of(LIMIT, LIMIT.plusNanos(1), LIMIT.multipliedBy(2))) {
            ScriptedClient breaking = new ScriptedClient().fails(takes(time), new IOException("reset"));
            GetFailure failure = assertThrows(
                    GetFailure.class, () -> new BoundedGet(breaking).get(Call.of(HERE, 10), LIMIT, timing));
            assertEquals(SourceFailure.TIMED_OUT, failure.failure(), time::toString);
        }
    }

    @Test
    void whatIsTooLargeIsSoAlsoWhenItIsLate() {
        client.answers(takes(LIMIT.plusNanos(1)), 200, Map.of(), new byte[11]);
        assertEquals(SourceFailure.TOO_LARGE, failure().failure());
    }

    @Test
    void aClientThatGivesUpByItsOwnClockTimedOut() {
        client.fails(() -> {}, new HttpTimeoutException("request timed out"));
        assertEquals(SourceFailure.TIMED_OUT, failure().failure());
    }

    @Test
    void whoGivesUpHangsUp() {
        client.neverEnds();
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, this::get);
        assertTrue(client.last().isCancelled());
        assertTrue(client.subscription().cancelled());
    }

    /** Its address has the chip in it. */
    @Test
    void aCallNamesNothingButTheHost() {
        assertEquals("request to kds.example", Call.of(HERE, 10).toString());
    }
}
