package dev.assay.cli;

import dev.assay.endorsement.EvaluationSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * How the command line wants services asked, the same for every command that asks any.
 *
 * @param bases the services, each with its kind if that was said; none means the vendors' own
 * @param tlsRoot the file with the only certificates that their TLS may chain to
 * @param plainHttp whether services without TLS are allowed
 * @param pcsKey the file with the key to Intel's service
 * @param evaluation which of Intel's TCB evaluations
 * @param cache where to keep what was had
 */
record OnlineSettings(
        List<String> bases,
        Optional<String> tlsRoot,
        boolean plainHttp,
        Optional<String> pcsKey,
        EvaluationSet evaluation,
        Optional<Path> cache) {
    private static final List<String> OPTIONS =
            List.of("--base-url", "--tls-root", "--plain-http", "--pcs-key", "--evaluation", "--cache");

    OnlineSettings {
        bases = List.copyOf(bases);
    }

    static Syntax declare(Syntax syntax) {
        return syntax.values(
                        "--base-url",
                        "[KIND=]URL",
                        "ask this service in place of the vendor's: kds= a mirror of AMD's (default for reports), pccs= a"
                                + " PCCS (default for quotes), pcs= a mirror of Intel's, azure= an Azure host; may be"
                                + " repeated, and the first that has an item gives it")
                .value("--tls-root", "FILE", "the only certificates that a service's TLS may chain to")
                .flag("--plain-http", "allow services without TLS")
                .value("--pcs-key", "FILE", "the key to Intel's service, which gives PCK certificates to nobody else")
                .value("--evaluation", "SET", "Intel's TCB evaluation: standard (default), early or a number")
                .value("--cache", "DIR", "where to keep what was had; default: assay in the user's cache folder");
    }

    static OnlineSettings of(ParseResult arguments) throws UsageException {
        Optional<String> cache = text(arguments, "--cache");
        return new OnlineSettings(
                arguments.matchedOptionValue("--base-url", List.<String>of()),
                text(arguments, "--tls-root"),
                arguments.hasMatchedOption("--plain-http"),
                text(arguments, "--pcs-key"),
                evaluation(text(arguments, "--evaluation").orElse("standard")),
                cache.isPresent() ? Optional.of(InputFile.path(cache.get())) : Optional.empty());
    }

    /** For a command that asks nobody unless told to by {@code --online}. */
    static Optional<OnlineSettings> ifOnline(ParseResult arguments) throws UsageException {
        if (arguments.hasMatchedOption("--online")) {
            return Optional.of(of(arguments));
        }
        for (String option : OPTIONS) {
            if (arguments.hasMatchedOption(option)) {
                throw new UsageException(option + " means nothing without --online");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(ParseResult arguments, String option) {
        return Optional.ofNullable(arguments.matchedOptionValue(option, (String) null));
    }

    private static EvaluationSet evaluation(String word) throws UsageException {
        for (EvaluationSet.Update update : EvaluationSet.Update.values()) {
            if (update.key().equals(word)) {
                return update;
            }
        }
        try {
            return new EvaluationSet.Numbered(Integer.parseInt(word));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--evaluation must be standard, early or a number like 17, not " + word);
        }
    }
}
