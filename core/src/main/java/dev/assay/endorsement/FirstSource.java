package dev.assay.endorsement;

import java.util.List;

/** Sources in the order in which they are asked. */
final class FirstSource implements EndorsementSource {
    private final List<EndorsementSource> sources;

    FirstSource(List<EndorsementSource> sources) {
        this.sources = sources;
    }

    @Override
    public SourceAnswer fetch(EndorsementRequest request) {
        SourceAnswer best = new SourceAnswer.NotOffered("no source", "there is none to ask");
        for (EndorsementSource source : sources) {
            SourceAnswer answer = source.fetch(request);
            if (answer instanceof SourceAnswer.Found || isCancelled(answer)) {
                return answer;
            }
            best = better(best, answer);
        }
        return best;
    }

    static boolean isCancelled(SourceAnswer answer) {
        return answer instanceof SourceAnswer.Unavailable unavailable
                && unavailable.failure() == SourceFailure.CANCELLED;
    }

    /** Of two stale items the later one; of answers that say the same the latter, since the last source knows best. */
    private static SourceAnswer better(SourceAnswer one, SourceAnswer other) {
        if (one instanceof SourceAnswer.Stale earlier && other instanceof SourceAnswer.Stale later) {
            return later.item().goodUntil().isBefore(earlier.item().goodUntil()) ? one : other;
        }
        return rank(other) >= rank(one) ? other : one;
    }

    private static int rank(SourceAnswer answer) {
        if (answer instanceof SourceAnswer.NotOffered) {
            return 0;
        }
        if (answer instanceof SourceAnswer.NotFound) {
            return 1;
        }
        return answer instanceof SourceAnswer.Unavailable ? 2 : 3;
    }
}
