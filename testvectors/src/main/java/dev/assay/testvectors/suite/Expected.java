package dev.assay.testvectors.suite;

import dev.assay.testvectors.manifest.Appraisal;
import dev.assay.testvectors.manifest.Verdict;
import java.util.List;
import java.util.Optional;

/** What must come of a vector; what is empty is not compared. */
record Expected(
        Optional<Verdict> verdict,
        Optional<Boolean> decodes,
        Optional<Appraisal> appraisal,
        List<String> findings,
        Optional<TcbExpected> tcb) {
    /** What a verifier must say of a platform's TCB. */
    record TcbExpected(String status, Optional<String> date, Optional<List<String>> advisories) {
        TcbExpected {
            advisories = advisories.map(List::copyOf);
        }
    }

    Expected {
        findings = List.copyOf(findings);
    }

    static Expected of(Verdict verdict, String... findings) {
        return new Expected(
                Optional.of(verdict), Optional.empty(), Optional.empty(), List.of(findings), Optional.empty());
    }

    static Expected decoding(boolean succeeds, String... findings) {
        return new Expected(
                Optional.empty(), Optional.of(succeeds), Optional.empty(), List.of(findings), Optional.empty());
    }

    Expected appraised(Appraisal outcome) {
        return new Expected(verdict, decodes, Optional.of(outcome), findings, tcb);
    }

    Expected tcb(String status) {
        return tcb(new TcbExpected(status, Optional.empty(), Optional.empty()));
    }

    Expected tcb(String status, String date, String... advisories) {
        return tcb(new TcbExpected(status, Optional.of(date), Optional.of(List.of(advisories))));
    }

    private Expected tcb(TcbExpected facts) {
        return new Expected(verdict, decodes, appraisal, findings, Optional.of(facts));
    }
}
