package dev.assay.cli;

import dev.assay.model.MalformedEvidenceException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The entry point of the {@code assay} command. */
public final class Main {
    private static final String VERSION = "assay "
            + (Main.class.getPackage().getImplementationVersion() == null
                    ? "(not packaged)"
                    : Main.class.getPackage().getImplementationVersion());

    private final Terminal terminal;
    private final Map<String, Command> commands = new LinkedHashMap<>();

    private Main(Terminal terminal) {
        this.terminal = terminal;
        commands.put("show", new ShowCommand());
        commands.put("verify", new VerifyCommand());
        commands.put("policy", new PolicyCommand());
        commands.put("fetch", new FetchCommand());
        commands.put("reappraise", new ReappraiseCommand());
        commands.put("vectors", new VectorsCommand());
    }

    /**
     * Runs a command and ends the program with its exit status.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(run(args, new Terminal(System.in, System.out, System.err, colourful(), Clock.systemUTC())));
    }

    /** From JDK 22 to 24 the default console is there even if the output is a file; the base module's never is. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean colourful() {
        System.setProperty("jdk.console", "java.base");
        String noColour = System.getenv("NO_COLOR");
        return System.console() != null
                && (noColour == null || noColour.isEmpty())
                && !"dumb".equals(System.getenv("TERM"));
    }

    /**
     * Runs a command. No exception, whatever the arguments and the input.
     *
     * @param args the command line
     * @param in standard input
     * @param out where results go
     * @param err where messages go
     * @return the exit status, a number of {@link ExitStatus}
     */
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        return run(args, new Terminal(in, out, err, false, Clock.systemUTC()));
    }

    static int run(String[] args, Terminal terminal) {
        return new Main(terminal).run(args).code();
    }

    private ExitStatus run(String[] args) {
        ExitStatus status;
        try {
            status = dispatch(args);
        } catch (ParameterException e) {
            terminal.message(e.getMessage() + " (try: "
                    + e.getCommandLine().getCommandSpec().qualifiedName() + " --help)");
            status = ExitStatus.USAGE;
        } catch (UsageException e) {
            terminal.message(e.text());
            status = ExitStatus.USAGE;
        } catch (MalformedEvidenceException e) {
            terminal.message("malformed evidence: " + e.getMessage());
            status = ExitStatus.MALFORMED;
        } catch (Throwable e) {
            // Also errors: whatever happens, the caller gets one of the documented statuses, and never a yes.
            terminal.message("internal error, please report it: " + e);
            status = ExitStatus.INTERNAL;
        }
        if (terminal.out().checkError()) {
            terminal.message("standard output cannot be written");
            return ExitStatus.INTERNAL;
        }
        return status;
    }

    private ExitStatus dispatch(String[] args) throws UsageException, MalformedEvidenceException {
        CommandLine line = commandLine(args);
        ParseResult root = line.parseArgs(args);
        for (ParseResult part = root; part != null; part = part.hasSubcommand() ? part.subcommand() : null) {
            CommandLine asked = deepest(root).commandSpec().commandLine();
            if (part.isUsageHelpRequested()) {
                asked.usage(terminal.out(), terminal.colour() ? Ansi.ON : Ansi.OFF);
                return ExitStatus.SUCCESS;
            }
            if (part.isVersionHelpRequested()) {
                terminal.out().print(VERSION + "\n");
                return ExitStatus.SUCCESS;
            }
        }
        ParseResult arguments = root.hasSubcommand() ? root.subcommand() : root;
        Command command = commands.get(arguments.commandSpec().name());
        if (command == null) {
            line.usage(terminal.err(), Ansi.OFF);
            return ExitStatus.USAGE;
        }
        return command.run(arguments, terminal);
    }

    private static ParseResult deepest(ParseResult root) {
        ParseResult part = root;
        while (part.hasSubcommand()) {
            part = part.subcommand();
        }
        return part;
    }

    /** To describe a command takes as long as many a command does: if the first word names one, only that is described. */
    private CommandLine commandLine(String[] args) {
        CommandLine line = new CommandLine(new Syntax(
                        "assay",
                        "Decodes, verifies and appraises attestation evidence of AMD SEV-SNP and Intel TDX guests.")
                .spec());
        Command asked = args.length > 0 ? commands.get(args[0]) : null;
        commands.forEach((name, command) -> {
            if (asked == null || asked == command) {
                line.addSubcommand(name, command.spec());
            }
        });
        line.getCommandSpec()
                .usageMessage()
                .synopsisSubcommandLabel("COMMAND")
                .footer(
                        "",
                        "Exit status: 0 verified and the policy passed; 1 rejected, or the policy failed;",
                        "2 indeterminate; 3 malformed evidence; 64 usage, an unreadable file, or an invalid policy;",
                        "70 internal error.");
        // An argument is what it says: no file is read because a name begins with @.
        line.setExpandAtFiles(false);
        return line;
    }
}
