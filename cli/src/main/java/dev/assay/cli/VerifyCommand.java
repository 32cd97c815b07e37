package dev.assay.cli;

import dev.assay.Evidence;
import dev.assay.SnpEvidence;
import dev.assay.TdxEvidence;
import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import dev.assay.policy.Policy;
import dev.assay.result.AttestationResult;
import dev.assay.verify.Indeterminate;
import dev.assay.verify.Outcome;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code assay verify}: whether evidence is genuine and, by a policy, wanted. */
final class VerifyCommand implements Command {
    @Override
    public CommandSpec spec() {
        Syntax syntax = new Syntax("verify", "Verifies evidence to its vendor's roots, and appraises it by a policy.");
        Syntax offline = VerifySettings.declare(EvidenceInput.declare(syntax));
        Syntax online = OnlineSettings.declare(
                offline.flag("--online", "ask the vendor for what is not given, and keep it for the next time"));
        return ResultForm.declare(AppraisalSettings.declare(online)).spec();
    }

    @Override
    public ExitStatus run(ParseResult arguments, Terminal terminal) throws UsageException, MalformedEvidenceException {
        VerifySettings settings = VerifySettings.of(arguments, terminal.clock());
        AppraisalSettings wanted = AppraisalSettings.of(arguments);
        OnlineEndorsements vendors = new OnlineEndorsements(OnlineSettings.ifOnline(arguments), terminal);
        ResultForm form = ResultForm.of(arguments);
        EvidenceInput input = EvidenceInput.of(arguments);
        Endorsements endorsements =
                EndorsementFiles.read(arguments.matchedOptionValue("--endorsements", List.<String>of()), input);
        Judgement judgement;
        try {
            GivenEvidence given = input.given(Strictness.STRICT, terminal);
            VerifySettings timely = settings.forTimeOf(given, arguments);
            timely.checkFit(given.evidence());
            Endorsements all = vendors.complete(given.evidence(), given.beside(endorsements), timely);
            judgement = judge(given.evidence(), all, timely, wanted);
        } catch (MalformedEvidenceException e) {
            form.print(e, terminal);
            throw e;
        }
        form.print(judgement, terminal);
        return judgement.status();
    }

    private static Judgement judge(
            Evidence evidence, Endorsements endorsements, VerifySettings settings, AppraisalSettings wanted)
            throws UsageException {
        Verifier verifier = Verifier.of(settings.options());
        Policy policy = wanted.applied(settings.anchors());
        if (evidence instanceof SnpEvidence snp) {
            Outcome<VerifiedReport> outcome = verifier.verify(snp, endorsements, settings.at());
            return judgement(
                    evidence, settings, wanted, outcome, () -> policy.appraise(outcome, snp.report(), settings.at()));
        }
        TdxEvidence tdx = (TdxEvidence) evidence;
        Outcome<VerifiedQuote> outcome = verifier.verify(tdx, endorsements, settings.at());
        return judgement(
                evidence, settings, wanted, outcome, () -> policy.appraise(outcome, tdx.quote(), settings.at()));
    }

    private static Judgement judgement(
            Evidence evidence,
            VerifySettings settings,
            AppraisalSettings wanted,
            Outcome<? extends Verified<?>> outcome,
            Supplier<AttestationResult> appraisal) {
        return new Judgement(
                evidence,
                settings,
                wanted.name(),
                verdict(outcome),
                outcome.findings(),
                outcome.verified(),
                wanted.verifyOnly() ? Optional.empty() : Optional.of(appraisal.get()));
    }

    static Verdict verdict(Outcome<?> outcome) {
        if (outcome.verified().isPresent()) {
            return Verdict.VERIFIED;
        }
        return outcome instanceof Indeterminate ? Verdict.INDETERMINATE : Verdict.REJECTED;
    }
}
