package dev.assay.endorsement;

import dev.assay.model.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Intel's list of the TCB evaluations that are served at present. Its signature is not checked here, since it decides
 * nothing: a TCB info is verified whatever number it was asked for by.
 *
 * @param id {@code TDX} or {@code SGX}
 * @param issueDate when Intel made it
 * @param nextUpdate when it ceases to be valid
 * @param numbers the evaluations, in the order of the list
 */
public record EvaluationNumbers(String id, Instant issueDate, Instant nextUpdate, List<Entry> numbers) {
    private static final int MOST = 256;

    /**
     * One evaluation.
     *
     * @param number tcbEvaluationDataNumber
     * @param recoveryEvent when the TCB recovery that it answers became public
     * @param tcbDate the date of the TCB that it asks for
     */
    public record Entry(int number, Instant recoveryEvent, Instant tcbDate) {}

    /**
     * Keeps its own copy of the list.
     *
     * @param id {@code TDX} or {@code SGX}
     * @param issueDate when Intel made it
     * @param nextUpdate when it ceases to be valid
     * @param numbers the evaluations
     */
    public EvaluationNumbers {
        numbers = List.copyOf(numbers);
    }

    /**
     * Reads the list of an item.
     *
     * @param item one that was asked for with {@link EndorsementRequest.Evaluations}
     * @return the list
     */
    public static EvaluationNumbers of(EndorsementItem item) {
        if (!(item.request() instanceof EndorsementRequest.Evaluations)) {
            throw new IllegalArgumentException("no list of evaluations: " + item);
        }
        try {
            return read(item.content());
        } catch (UnreadableException e) {
            throw new IllegalStateException("it was read when the item was made", e);
        }
    }

    static EvaluationNumbers read(Bytes content) throws UnreadableException {
        JsonMembers document = JsonMembers.of("document", StrictJson.parse(StrictJson.text(content)));
        JsonMembers body = document.inner("tcbEvaluationDataNumbers");
        List<Entry> numbers = new ArrayList<>();
        for (JsonMembers entry : body.inners("tcbEvalNumbers", MOST)) {
            numbers.add(new Entry(
                    entry.integer("tcbEvaluationDataNumber", EvaluationSet.LARGEST_NUMBER),
                    entry.date("tcbRecoveryEventDate"),
                    entry.date("tcbDate")));
        }
        return new EvaluationNumbers(body.text("id"), body.date("issueDate"), body.date("nextUpdate"), numbers);
    }
}
