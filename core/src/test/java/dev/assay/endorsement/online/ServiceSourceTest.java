package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.assay.endorsement.EndorsementEvent;
import dev.assay.endorsement.EndorsementRequest;
import dev.assay.endorsement.EndorsementSource;
import dev.assay.endorsement.SourceAnswer;
import dev.assay.endorsement.SourceFailure;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a service is asked again, to the moment, and what is told of it. */
class ServiceSourceTest {
    private static final URI PCCS = URI.create("https://pccs.example/cache");
    private static final EndorsementRequest WANTED = new EndorsementRequest.IntelRootCrl();

    private final StillTiming timing = new StillTiming();
    private final ScriptedClient client = new ScriptedClient();
    private final List<EndorsementEvent> events = new ArrayList<>();
    private final EndorsementSource source = OnlineSources.pccs(
            PCCS,
            OnlineOptions.defaults()
                    .withClient(client)
                    .withTiming(timing)
                    .withObserver(events::add)
                    .withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(5)));

    private SourceAnswer.Unavailable unavailable() {
        return assertInstanceOf(SourceAnswer.Unavailable.class, source.fetch(WANTED));
    }

    @Test
    void whatAServiceThatFailsSaysOfTheNextAttemptIsKeptTo() {
        client.answers(503, Map.of("Retry-After", "3")).answers(404, Map.of());
        assertInstanceOf(SourceAnswer.NotFound.class, source.fetch(WANTED));
        assertEquals(List.of(Duration.ofSeconds(3)), timing.pauses());
    }

    @Test
    void aPauseThatLeavesTimeIsMade() {
        client.answers(503, Map.of("Retry-After", "4")).answers(404, Map.of());
        assertInstanceOf(SourceAnswer.NotFound.class, source.fetch(WANTED));
        assertEquals(2, client.addresses().size());
    }

    @Test
    void aPauseThatWouldTakeAllTheTimeThatIsLeftIsNotMade() {
        client.answers(503, Map.of("Retry-After", "5"));
        SourceAnswer.Unavailable answer = unavailable();
        assertEquals(SourceFailure.SERVICE_ERROR, answer.failure());
        assertEquals(Duration.ofSeconds(5), answer.retryAfter().orElseThrow());
        assertEquals(List.of(), timing.pauses());
        assertEquals(1, client.addresses().size());
    }

    @Test
    void anAttemptIsToldWithTheTimeThatItTook() {
        client.answers(() -> timing.pass(Duration.ofMillis(300)), 400, Map.of());
        assertEquals(SourceFailure.REFUSED, unavailable().failure());
        assertEquals(List.of(Duration.ofMillis(300)), elapsed(EndorsementEvent.Kind.REQUEST));
        assertEquals(List.of(), elapsed(EndorsementEvent.Kind.WAIT));
    }

    private List<Duration> elapsed(EndorsementEvent.Kind kind) {
        return events.stream()
                .filter(event -> event.kind() == kind)
                .map(EndorsementEvent::elapsed)
                .toList();
    }

    @Test
    void answersAndEventsNameTheServiceByItsBaseAddress() {
        client.answers(400, Map.of());
        assertEquals("https://pccs.example/cache/", unavailable().origin());
        assertEquals("https://pccs.example/cache/", events.get(0).origin());
    }
}
