package dev.assay.cli;

import dev.assay.Evidence;
import dev.assay.SnpEvidence;
import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Finding;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import dev.assay.policy.Appraisal;
import dev.assay.policy.Baseline;
import dev.assay.verify.Indeterminate;
import dev.assay.verify.Outcome;
import dev.assay.verify.VerifiedReport;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code assay verify}: whether evidence is genuine and, by the built-in baseline, wanted. */
final class VerifyCommand implements Command {
    @Override
    public CommandSpec spec() {
        return VerifySettings.declare(EvidenceInput.declare(new Syntax(
                        "verify",
                        "Verifies an SEV-SNP report to AMD's roots, and appraises it by the built-in baseline.")))
                .spec();
    }

    @Override
    public ExitStatus run(ParseResult arguments, Terminal terminal) throws UsageException, MalformedEvidenceException {
        VerifySettings settings = VerifySettings.of(arguments, terminal.clock());
        EvidenceInput input = EvidenceInput.of(arguments);
        boolean json = arguments.hasMatchedOption("--json");
        Endorsements endorsements =
                EndorsementFiles.read(arguments.matchedOptionValue("--endorsements", List.<String>of()), input);
        Judgement judgement;
        try {
            judgement = judge(input.read(Strictness.STRICT, terminal), endorsements, settings);
        } catch (MalformedEvidenceException e) {
            if (json) {
                terminal.out().print(JsonText.of(JudgementJson.malformed(e)));
            }
            throw e;
        }
        terminal.out()
                .print(
                        json
                                ? JsonText.of(JudgementJson.of(judgement))
                                : JudgementPage.of(judgement, terminal.colour()));
        return judgement.status();
    }

    private static Judgement judge(Evidence evidence, Endorsements endorsements, VerifySettings settings) {
        if (!(evidence instanceof SnpEvidence snp)) {
            Finding finding =
                    Finding.of(TdxNotSupported.INSTANCE, "an SEV-SNP report", "a TDX quote, which is well-formed");
            return new Judgement(
                    evidence.describe(),
                    settings,
                    Verdict.INDETERMINATE,
                    List.of(finding),
                    Optional.empty(),
                    Optional.empty());
        }
        Outcome<VerifiedReport> outcome = Verifier.of(settings.options()).verify(snp, endorsements, settings.at());
        Optional<Appraisal> appraisal = settings.verifyOnly()
                ? Optional.empty()
                : outcome.verified().map(verified -> Baseline.appraise(verified, settings.reportData()));
        return new Judgement(
                snp.describe(), settings, verdict(outcome), outcome.findings(), outcome.verified(), appraisal);
    }

    private static Verdict verdict(Outcome<?> outcome) {
        if (outcome.verified().isPresent()) {
            return Verdict.VERIFIED;
        }
        return outcome instanceof Indeterminate ? Verdict.INDETERMINATE : Verdict.REJECTED;
    }
}
