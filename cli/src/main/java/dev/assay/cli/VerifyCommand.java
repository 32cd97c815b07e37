package dev.assay.cli;

import dev.assay.Evidence;
import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import dev.assay.verify.Indeterminate;
import dev.assay.verify.Outcome;
import dev.assay.verify.Verified;
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
                        "Verifies evidence to its vendor's roots, and appraises it by the built-in baseline.")))
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
            judgement = judge(input.given(Strictness.STRICT, terminal), endorsements, settings, arguments);
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

    private static Judgement judge(
            GivenEvidence given, Endorsements more, VerifySettings said, ParseResult arguments)
            throws UsageException {
        Evidence evidence = given.evidence();
        VerifySettings settings = said.orAt(arguments, given);
        Endorsements endorsements = given.bundle()
                .map(bundle -> Endorsements.builder()
                        .add(bundle.endorsements())
                        .add(more)
                        .build())
                .orElse(more);
        settings.checkFit(evidence);
        Outcome<? extends Verified<?>> outcome =
                Verifier.of(settings.options()).verify(evidence, endorsements, settings.at());
        Optional<? extends Verified<?>> verified = outcome.verified();
        Optional<Appraised> appraisal = settings.verifyOnly()
                ? Optional.empty()
                : verified.map(genuine -> Appraised.byBaseline(genuine, settings));
        return new Judgement(evidence, settings, verdict(outcome), outcome.findings(), verified, appraisal);
    }

    private static Verdict verdict(Outcome<?> outcome) {
        if (outcome.verified().isPresent()) {
            return Verdict.VERIFIED;
        }
        return outcome instanceof Indeterminate ? Verdict.INDETERMINATE : Verdict.REJECTED;
    }
}
