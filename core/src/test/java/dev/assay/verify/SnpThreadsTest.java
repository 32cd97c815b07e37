package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.endorsement.Endorsements;
import dev.assay.snp.AttestationReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * One verifier, one memory, eight threads: everybody gets the outcome that one thread alone gets. {@code CONTRIBUTING.md}
 * has the command for 100,000 verifications with a recording of the locks that threads wait for.
 */
class SnpThreadsTest {
    private static final int THREADS = 8;

    /** Set {@code assay.verifications} for another number. */
    private static final int VERIFICATIONS = Integer.getInteger("assay.verifications", 8_000);

    private record Question(AttestationReport report, Endorsements endorsements, Instant at) {}

    @Test
    void eightThreadsWithOneMemoryComeToTheOutcomesOfOne() throws Exception {
        List<SnpTrial> trials = new ArrayList<>();
        for (SnpForge forge : SnpForge.ALL) {
            SnpTrial good = forge.trial();
            byte[] altered = good.report().toArray();
            altered[0x90] ^= 1;
            trials.add(good);
            trials.add(good.report(altered));
            trials.add(forge.report(report -> report.reportedTcb(7)));
            trials.add(good.at(forge.leafTemplate().notAfter().plusSeconds(1)));
            trials.add(good.with(forge.amd().crlRevoking(forge.kind())));
            trials.add(SnpChainCases.impostor(forge).trial());
        }
        List<Question> questions = trials.stream()
                .map(trial -> new Question(trial.decoded(), trial.endorsements(), trial.at()))
                .toList();
        var anchors = SnpTrial.anchorsOf(SnpForge.ALL.stream()
                .flatMap(forge -> forge.trial().anchors().stream())
                .distinct()
                .toList());
        VerificationOptions options = VerificationOptions.defaults().withTrustAnchors(anchors);
        List<String> expected = answers(new SnpVerification(options), questions);
        assertEquals(
                6,
                expected.stream()
                        .filter(answer -> answer.startsWith("Accepted"))
                        .count());
        // Room for fewer entries than there are facts: forgetting goes on all the time.
        SnpVerification shared = new SnpVerification(options.withMemory(SignatureMemory.ofCapacity(24)));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                counts.add(threads.submit(work(shared, questions, expected, thread)));
            }
            int total = 0;
            for (Future<Integer> count : counts) {
                total += count.get();
            }
            assertEquals(VERIFICATIONS / THREADS * THREADS, total);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Integer> work(
            SnpVerification shared, List<Question> questions, List<String> expected, int first) {
        return () -> {
            int done = 0;
            while (done < VERIFICATIONS / THREADS) {
                int which = (first + done) % questions.size();
                assertEquals(expected.get(which), answer(shared, questions.get(which)));
                done++;
            }
            return done;
        };
    }

    private static List<String> answers(SnpVerification verification, List<Question> questions) {
        return questions.stream()
                .map(question -> answer(verification, question))
                .toList();
    }

    private static String answer(SnpVerification verification, Question question) {
        Outcome<VerifiedReport> outcome = verification.verify(question.report, question.endorsements, question.at);
        return outcome.getClass().getSimpleName() + " " + outcome.findings()
                + outcome.verified()
                        .map(one -> one.chain() + " " + one.window())
                        .orElse("");
    }
}
