package dev.assay.result;

import dev.assay.model.Effect;
import dev.assay.verify.CertificateFact;
import dev.assay.verify.ValidityWindow;
import dev.assay.verify.Verified;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a result holds. Kept apart from {@link AttestationResult}, whose constructor must not be public as a record's
 * would be.
 */
record ResultContents(
        String tee,
        Verdict verdict,
        Optional<Branch> appraisal,
        List<FindingFact> findings,
        List<Notice> notices,
        Map<String, Object> claims,
        List<TcbRow> tcb,
        List<CertificateFact> chain,
        Optional<ValidityWindow> window,
        Audit audit) {
    static ResultContents appraised(Verified<?> verified, Verdict verdict, Appraisal appraisal) {
        List<Notice> notices = new ArrayList<>(appraisal.notices());
        verified.findings().stream()
                .filter(finding -> finding.effect() == Effect.NOTED)
                .forEach(finding -> notices.add(new Notice(finding.code(), finding.actual(), finding.nextStep())));
        EvidenceFacts facts = EvidenceFacts.of(verified);
        return new ResultContents(
                facts.tee(),
                verdict,
                Optional.of(appraisal.branch()),
                verified.findings().stream().map(FindingFact::of).toList(),
                notices,
                facts.claims(),
                appraisal.tcb(),
                facts.chain(),
                Optional.of(verified.window()),
                new Audit(
                        verified.at(),
                        appraisal.policy(),
                        facts.digest(),
                        facts.endorsements(),
                        LibraryVersion.label()));
    }

    ResultContents {
        findings = List.copyOf(findings);
        notices = List.copyOf(notices);
        claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
        tcb = List.copyOf(tcb);
        chain = List.copyOf(chain);
        boolean judged = verdict == Verdict.PASS || verdict == Verdict.FAIL;
        if (judged != appraisal.isPresent()
                || (judged && appraisal.orElseThrow().passed() != (verdict == Verdict.PASS))) {
            throw new IllegalArgumentException("verdict and rules contradict each other");
        }
    }
}
