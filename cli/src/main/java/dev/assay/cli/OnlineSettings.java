package dev.assay.cli;

import dev.assay.endorsement.EvaluationSet;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * What the command line says about asking the vendors.
 *
 * @param online whether to ask at all
 * @param kds what is asked in place of AMD's service
 * @param pccs what is asked in place of Intel's service
 * @param evaluation which of Intel's concurrent TCB evaluations
 * @param cache where to keep what was had, if it was said
 */
record OnlineSettings(
        boolean online, Optional<URI> kds, Optional<URI> pccs, EvaluationSet evaluation, Optional<Path> cache) {
    private static final List<String> DEPENDENT = List.of("--kds", "--pccs", "--evaluation", "--cache");

    static Syntax declare(Syntax syntax) {
        return syntax.flag("--online", "ask the vendor for what is not given, and keep it for the next time")
                .value("--kds", "URL", "ask this mirror in place of AMD's service")
                .value("--pccs", "URL", "ask this PCCS in place of Intel's service")
                .value("--evaluation", "SET", "Intel's TCB evaluation: standard (default), early or a number")
                .value("--cache", "DIR", "where to keep what was had; default: assay in the user's cache folder");
    }

    static OnlineSettings of(ParseResult arguments) throws UsageException {
        boolean online = arguments.hasMatchedOption("--online");
        for (String option : DEPENDENT) {
            if (!online && arguments.hasMatchedOption(option)) {
                throw new UsageException(option + " means nothing without --online");
            }
        }
        Optional<String> cache = text(arguments, "--cache");
        return new OnlineSettings(
                online,
                address(arguments, "--kds"),
                address(arguments, "--pccs"),
                evaluation(text(arguments, "--evaluation").orElse("standard")),
                cache.isPresent() ? Optional.of(InputFile.path(cache.get())) : Optional.empty());
    }

    private static Optional<String> text(ParseResult arguments, String option) {
        return Optional.ofNullable(arguments.matchedOptionValue(option, (String) null));
    }

    private static Optional<URI> address(ParseResult arguments, String option) throws UsageException {
        Optional<String> text = text(arguments, option);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text.get()));
        } catch (URISyntaxException e) {
            throw new UsageException(option + " must be an address like https://host/, not " + text.get());
        }
    }

    static EvaluationSet evaluation(String word) throws UsageException {
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
