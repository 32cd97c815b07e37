package dev.assay.cli;

import dev.assay.model.MalformedEvidenceException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code assay policy}: commands about policies themselves. */
final class PolicyCommand implements Command {
    private final Map<String, Command> commands = Map.of("check", new PolicyCheck(), "from", new PolicyFrom());

    @Override
    public CommandSpec spec() {
        CommandSpec spec = new Syntax("policy", "Checks a policy, or drafts one from evidence.").spec();
        for (String name : List.of("check", "from")) {
            spec.addSubcommand(name, command(name).spec());
        }
        spec.usageMessage().synopsisSubcommandLabel("COMMAND");
        return spec;
    }

    @Override
    public ExitStatus run(ParseResult arguments, Terminal terminal) throws UsageException, MalformedEvidenceException {
        if (!arguments.hasSubcommand()) {
            throw new ParameterException(arguments.commandSpec().commandLine(), "Missing required subcommand");
        }
        ParseResult chosen = arguments.subcommand();
        return command(chosen.commandSpec().name()).run(chosen, terminal);
    }

    private Command command(String name) {
        Command command = commands.get(name);
        if (command == null) {
            throw new IllegalStateException("declared, but not there: " + name);
        }
        return command;
    }
}
