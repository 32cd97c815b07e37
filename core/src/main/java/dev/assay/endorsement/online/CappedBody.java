package dev.assay.endorsement.online;

import dev.assay.endorsement.SourceFailure;
import dev.assay.model.Bytes;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/** Takes in a body up to a size, and hangs up on whoever sends more. Of an error nothing is taken in. */
final class CappedBody implements HttpResponse.BodySubscriber<Bytes> {
    private final int most;
    private final CompletableFuture<Bytes> whole = new CompletableFuture<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();

    private CappedBody(int most) {
        this.most = most;
    }

    /** Decides by the status and the announced length. */
    static CappedBody of(HttpResponse.ResponseInfo info, int most) {
        CappedBody body = new CappedBody(most);
        if (info.statusCode() != Reply.OK) {
            body.whole.complete(Bytes.empty());
        } else if (info.headers().firstValueAsLong("Content-Length").orElse(0) > most) {
            body.tooLarge();
        }
        return body;
    }

    @Override
    public CompletionStage<Bytes> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.set(given);
        if (whole.isDone()) {
            given.cancel();
        } else {
            given.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            if (whole.isDone()) {
                return;
            }
            if (part.remaining() > most - received.size()) {
                tooLarge();
                hangUp();
                return;
            }
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            received.writeBytes(bytes);
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        whole.complete(Bytes.copyOf(received.toByteArray()));
    }

    void hangUp() {
        Flow.Subscription given = subscription.get();
        if (given != null) {
            given.cancel();
        }
    }

    private void tooLarge() {
        whole.completeExceptionally(
                new GetFailure(SourceFailure.TOO_LARGE, "an answer of more than " + most + " bytes"));
    }
}
