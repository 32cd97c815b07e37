package dev.assay.cli;

import dev.assay.Evidence;
import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Finding;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import dev.assay.policy.PolicyDraft;
import dev.assay.policy.PolicyException;
import dev.assay.verify.Outcome;
import dev.assay.verify.Verified;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code assay policy from}: drafts a policy that pins what verified evidence shows. */
final class PolicyFrom implements Command {
    private static final String ID = "draft";
    private static final String VERSION = "1";

    @Override
    public CommandSpec spec() {
        return VerifySettings.declare(EvidenceInput.declare(new Syntax(
                        "from",
                        "Verifies evidence, and drafts a policy that pins what it shows and accepts it.",
                        "Read and loosen the draft before use: it says what is, not what is good.")))
                .spec();
    }

    @Override
    public ExitStatus run(ParseResult arguments, Terminal terminal) throws UsageException, MalformedEvidenceException {
        VerifySettings said = VerifySettings.of(arguments, terminal.clock());
        EvidenceInput input = EvidenceInput.of(arguments);
        Endorsements more =
                EndorsementFiles.read(arguments.matchedOptionValue("--endorsements", List.<String>of()), input);
        GivenEvidence given = input.given(Strictness.STRICT, terminal);
        Evidence evidence = given.evidence();
        VerifySettings settings = said.forTimeOf(given, arguments);
        settings.checkFit(evidence);
        Outcome<? extends Verified<?>> outcome =
                Verifier.of(settings.options()).verify(evidence, given.beside(more), settings.at());
        Optional<? extends Verified<?>> verified = outcome.verified();
        if (verified.isEmpty()) {
            terminal.message("not verified, so there is nothing to draft a policy from");
            for (Finding finding : outcome.findings()) {
                terminal.message(finding.toString());
            }
            return VerifyCommand.verdict(outcome) == Verdict.INDETERMINATE
                    ? ExitStatus.INDETERMINATE
                    : ExitStatus.REFUSED;
        }
        try {
            terminal.out().print(PolicyDraft.from(verified.get(), ID, VERSION).toJson());
            return ExitStatus.SUCCESS;
        } catch (PolicyException e) {
            terminal.message("verified, but shows what no policy accepts: " + e.getMessage());
            return ExitStatus.REFUSED;
        }
    }
}
