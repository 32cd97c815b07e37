package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.SourceFailure;
import dev.assay.model.Bytes;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** A body is taken in up to its limit to the byte, and whoever sends more is hung up on. */
class CappedBodyTest {
    private static final int MOST = 10;

    private final RecordedSubscription subscription = new RecordedSubscription();

    private CappedBody body(int status, Map<String, String> headers) {
        CappedBody body = CappedBody.of(ScriptedClient.Info.of(status, headers), MOST);
        body.onSubscribe(subscription);
        return body;
    }

    private static List<ByteBuffer> parts(int... sizes) {
        return java.util.Arrays.stream(sizes)
                .mapToObj(size -> ByteBuffer.wrap(new byte[size]))
                .toList();
    }

    private static Bytes whole(CappedBody body) {
        return body.getBody().toCompletableFuture().join();
    }

    private static SourceFailure failure(CappedBody body) {
        CompletionException failed = assertThrows(CompletionException.class, () -> whole(body));
        return assertInstanceOf(GetFailure.class, failed.getCause()).failure();
    }

    @Test
    void asMuchAsIsAllowedIsTakenInWhole() {
        CappedBody body = body(200, Map.of("Content-Length", "10"));
        assertEquals(Long.MAX_VALUE, subscription.requested());
        body.onNext(parts(4, 5));
        body.onNext(parts(1));
        assertFalse(subscription.cancelled());
        body.onComplete();
        assertEquals("00".repeat(10), whole(body).hex());
    }

    @Test
    void oneByteMoreIsTooLargeAndHungUpOn() {
        CappedBody body = body(200, Map.of());
        body.onNext(parts(4, 6));
        assertFalse(subscription.cancelled());
        body.onNext(parts(1));
        assertTrue(subscription.cancelled());
        assertEquals(SourceFailure.TOO_LARGE, failure(body));
    }

    @Test
    void oneByteMoreThatIsAnnouncedIsNotEvenAskedFor() {
        CappedBody body = body(200, Map.of("Content-Length", "11"));
        assertTrue(subscription.cancelled());
        assertEquals(0, subscription.requested());
        assertEquals(SourceFailure.TOO_LARGE, failure(body));
    }

    @Test
    void ofAnErrorNothingIsTakenIn() {
        CappedBody body = body(500, Map.of());
        assertTrue(subscription.cancelled());
        assertEquals(0, subscription.requested());
        body.onNext(parts(3));
        body.onComplete();
        assertEquals("", whole(body).hex());
    }

    @Test
    void hangingUpBeforeThereIsAConnectionIsNoMatter() {
        CappedBody body = CappedBody.of(ScriptedClient.Info.of(200, Map.of()), MOST);
        body.hangUp();
        assertFalse(body.getBody().toCompletableFuture().isDone());
    }
}
