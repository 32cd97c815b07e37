package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.model.TcbStatus;
import dev.assay.result.TrustClaim;
import dev.assay.tdx.TdAttribute;
import dev.assay.tdx.TdReport;
import dev.assay.tdx.TdReportSince15;
import dev.assay.tdx.Xfam;
import dev.assay.verify.LevelGap;
import dev.assay.verify.TcbExplanation;
import dev.assay.verify.VerifiedQuote;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** What the rules for TDX look at, where it takes more than reading a field. */
final class TdxFacts {
    static final Bytes NO_SERVICE_TD = Bytes.copyOf(new byte[48]);

    private TdxFacts() {}

    static <F> RuleDraft<VerifiedQuote, F> fact(
            String code, String member, Form<F> form, Function<VerifiedQuote, F> fact) {
        return RuleDraft.rule(code, member, form, fact);
    }

    static <F> RuleDraft<VerifiedQuote, F> maybe(
            String code, String member, Form<F> form, Function<VerifiedQuote, Optional<F>> fact, String whenAbsent) {
        return RuleDraft.rule(code, member, form, fact, whenAbsent);
    }

    static PolicyRule<VerifiedQuote, Bytes> measurement(
            String code,
            String member,
            Function<TdReport, Bytes> register,
            TrustClaim claim,
            int failedValue,
            String subject) {
        return fact(
                        code,
                        member,
                        ValuesForm.of(48),
                        q -> register.apply(q.evidence().body()))
                .bearsOn(claim, failedValue)
                .says(
                        subject + " is one of these",
                        "Intel TDX module, " + subject.substring(0, subject.indexOf(',')),
                        "Compare it with the value that you expect.");
    }

    static Optional<Bytes> serviceTd(VerifiedQuote verified) {
        return verified.evidence().body() instanceof TdReportSince15 newer
                ? Optional.of(newer.mrServiceTd())
                : Optional.empty();
    }

    static Optional<String> unknownAttributes(VerifiedQuote verified) {
        long bits = verified.evidence().body().tdAttributes().unknownBits();
        return bits == 0
                ? Optional.empty()
                : Optional.of("TDATTRIBUTES has bits that are not known here: 0x" + Long.toHexString(bits) + ".");
    }

    /** The module fixes X87 and SSE, and lets features that belong together be there together only. */
    static Optional<String> strangeFeatures(VerifiedQuote verified) {
        Xfam xfam = verified.evidence().body().xfam();
        return xfam.unknownBits() == 0
                        && xfam.fixedOnesSet()
                        && xfam.brokenGroups().isEmpty()
                ? Optional.empty()
                : Optional.of("XFAM is not one that is known here: " + xfam + ".");
    }

    static Optional<String> injectable(VerifiedQuote verified) {
        return verified.evidence().body().tdAttributes().has(TdAttribute.SEPT_VE_DISABLE)
                ? Optional.empty()
                : Optional.of("SEPT_VE_DISABLE is clear: the host can inject exceptions into the TD.");
    }

    /** A report of TDX 1.0 has no field for the service TD that could carry the TD away. */
    static Optional<String> migratable(VerifiedQuote verified) {
        return verified.evidence().body().tdAttributes().has(TdAttribute.MIGRATABLE)
                        && serviceTd(verified).isEmpty()
                ? Optional.of("MIGRATABLE is set, and a report of TDX 1.0 does not state which service TD is bound.")
                : Optional.empty();
    }

    static TcbState state(VerifiedQuote verified) {
        return new TcbState(verified.tcbStatus(), verified.advisories(), verified.at());
    }

    static long evaluationNumber(VerifiedQuote verified) {
        return Math.min(verified.tcbEvaluationDataNumber(), verified.qeEvaluationDataNumber());
    }

    static long collateralAge(VerifiedQuote verified) {
        Instant info = verified.tcbInfo().issueDate();
        Instant identity = verified.qeIdentity().issueDate();
        return SnpFacts.days(Duration.between(info.isBefore(identity) ? info : identity, verified.at()));
    }

    /** For how long the part that is furthest behind has lacked the first update that it lacks. */
    static long tcbAge(VerifiedQuote verified) {
        return verified.explain().stream()
                .filter(part -> part.status().map(TcbStatus::outOfDate).orElse(true))
                .mapToLong(part -> SnpFacts.days(Duration.between(firstMissed(part, verified), verified.at())))
                .max()
                .orElse(0);
    }

    /** A part that is behind without a level above it has no date but its own, which is earlier. */
    private static Instant firstMissed(TcbExplanation part, VerifiedQuote verified) {
        return part.gaps().stream()
                .map(LevelGap::tcbDate)
                .min(Comparator.naturalOrder())
                .orElse(part.tcbDate().orElse(verified.tcbDate()));
    }
}
