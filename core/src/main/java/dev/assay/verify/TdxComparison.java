package dev.assay.verify;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.QeIdentity;
import dev.assay.endorsement.TcbInfo;
import dev.assay.tdx.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Judges one quote against several sets of collateral: Intel serves several evaluations at a time, early and standard ones,
 * and a platform that is up to date by one may be out of date by the next. Each verdict is that of a verification by
 * itself.
 */
public final class TdxComparison {
    private final TdxVerification verification;

    /**
     * Makes the comparison for some options.
     *
     * @param options anchors, demands and implementation
     */
    public TdxComparison(VerificationOptions options) {
        this.verification = new TdxVerification(options);
    }

    /**
     * Judges a quote against sets that have names.
     *
     * @param quote a strictly decoded quote
     * @param sets complete sets of endorsements by name
     * @param at the time to verify for
     * @return a verdict for each set, in the order of the map
     */
    public List<CollateralVerdict> sets(Quote quote, Map<String, Endorsements> sets, Instant at) {
        List<CollateralVerdict> verdicts = new ArrayList<>();
        sets.forEach((name, set) -> verdicts.add(new CollateralVerdict(name, verification.verify(quote, set, at))));
        return List.copyOf(verdicts);
    }

    /**
     * Judges a quote against each evaluation number of the TCB infos in one set. The quoting enclave's identity of the
     * same number is used with it if the set has one, and otherwise the best that it has.
     *
     * @param quote a strictly decoded quote
     * @param endorsements a set with TCB infos of several numbers
     * @param at the time to verify for
     * @return a verdict for each number, the lowest first, called by the number
     */
    public List<CollateralVerdict> evaluations(Quote quote, Endorsements endorsements, Instant at) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (TcbInfo info : endorsements.tcbInfos()) {
            numbers.add(info.tcbEvaluationDataNumber());
        }
        List<CollateralVerdict> verdicts = new ArrayList<>();
        for (int number : numbers) {
            List<QeIdentity> sameNumber = endorsements.qeIdentities().stream()
                    .filter(identity -> identity.tcbEvaluationDataNumber() == number)
                    .toList();
            Endorsements set = endorsements.withTcb(
                    endorsements.tcbInfos().stream()
                            .filter(info -> info.tcbEvaluationDataNumber() == number)
                            .toList(),
                    sameNumber.isEmpty() ? endorsements.qeIdentities() : sameNumber);
            verdicts.add(new CollateralVerdict("" + number, verification.verify(quote, set, at)));
        }
        return List.copyOf(verdicts);
    }
}
