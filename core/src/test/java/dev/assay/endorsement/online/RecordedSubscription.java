package dev.assay.endorsement.online;

import java.util.concurrent.Flow;

/** Notes what is done with it. */
final class RecordedSubscription implements Flow.Subscription {
    private long requested;
    private boolean cancelled;

    @Override
    public void request(long count) {
        requested = count;
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    long requested() {
        return requested;
    }

    boolean cancelled() {
        return cancelled;
    }
}
