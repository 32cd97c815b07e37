package dev.assay.cli;

import dev.assay.explain.Description;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code assay show}: decodes evidence and explains it. Verifies nothing, and says so. */
final class ShowCommand implements Command {
    @Override
    public CommandSpec spec() {
        return EvidenceInput.declare(
                        new Syntax("show", "Decodes evidence and explains it. Nothing that it shows is authenticated."))
                .flag("--json", "for programs")
                .flag("--lenient", "show as much as can be read of evidence that is not well-formed")
                .spec();
    }

    @Override
    public ExitStatus run(ParseResult arguments, Terminal terminal) throws UsageException, MalformedEvidenceException {
        Strictness strictness = arguments.hasMatchedOption("--lenient") ? Strictness.LENIENT : Strictness.STRICT;
        boolean json = arguments.hasMatchedOption("--json");
        Description description;
        try {
            description = EvidenceInput.of(arguments).read(strictness, terminal).describe();
        } catch (MalformedEvidenceException e) {
            if (json) {
                terminal.out().print(JsonText.of(JudgementJson.malformed(e)));
            }
            throw e;
        }
        terminal.out()
                .print(json ? JsonText.of(description.members()) : DescriptionPage.of(description, terminal.colour()));
        return ExitStatus.SUCCESS;
    }
}
