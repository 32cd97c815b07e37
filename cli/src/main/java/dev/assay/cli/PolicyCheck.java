package dev.assay.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code assay policy check}: whether a file is a policy, and what it demands and leaves open. */
final class PolicyCheck implements Command {
    @Override
    public CommandSpec spec() {
        return new Syntax("check", "Checks a policy, and says what it demands and what it leaves open.")
                .operand("FILE", "1", "the policy, in JSON")
                .spec();
    }

    @Override
    public ExitStatus run(ParseResult arguments, Terminal terminal) throws UsageException {
        terminal.out()
                .print(PolicyPage.of(PolicyFile.read(arguments.matchedPositionalValue(0, "")), terminal.colour()));
        return ExitStatus.SUCCESS;
    }
}
