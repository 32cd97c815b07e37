package dev.assay.cli;

import dev.assay.reappraisal.ReappraisalRun;
import dev.assay.reappraisal.Reappraised;
import dev.assay.reappraisal.RunHeader;
import dev.assay.reappraisal.StoredBundle;
import dev.assay.reappraisal.Tally;
import dev.assay.result.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code assay reappraise}: judges stored bundles again, and says of each what has changed. */
final class ReappraiseCommand implements Command {
    private static final int MOST_THREADS = 256;

    @Override
    public CommandSpec spec() {
        return ReappraiseSettings.declare(new Syntax(
                                "reappraise",
                                "Judges all bundles of a folder again, with newer endorsements or another policy.",
                                "Prints a line of JSON for each that says what has changed and why.")
                        .operand("DIR", "1", "a folder of bundles; - takes bundles from standard input, one a line"))
                .value("--out", "FILE", "write the lines to a file, outside of DIR, that --resume can take up again")
                .flag("--resume", "go on where an interrupted run that wrote --out ended")
                .value("--threads", "NUMBER", "how many threads judge; default: one for each processor")
                .spec();
    }

    @Override
    public ExitStatus run(ParseResult arguments, Terminal terminal) throws UsageException {
        try {
            return run(arguments, ReappraiseSettings.of(arguments, terminal.clock()), terminal);
        } catch (IOException e) {
            throw failed(e);
        } catch (UncheckedIOException e) {
            throw failed(Objects.requireNonNull(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static ExitStatus run(ParseResult arguments, ReappraiseSettings settings, Terminal terminal)
            throws UsageException, IOException, InterruptedException {
        String source = arguments.matchedPositionalValue(0, "");
        Optional<Path> out = out(arguments, source);
        EarlierRun earlier = earlier(arguments, out);
        RunHeader header = header(arguments, settings.header(source.equals(InputFile.STANDARD_INPUT)), earlier);
        Tally tally = earlier.tally();
        if (!earlier.finished()) {
            int threads = threads(arguments);
            Progress progress = progress(source, earlier, terminal);
            try (ReappraisalLog log = out.isPresent()
                    ? ReappraisalLog.to(out.get(), earlier.goodBytes())
                    : ReappraisalLog.to(terminal.out())) {
                if (earlier.header().isEmpty()) {
                    log.line(header.toJson());
                }
                Consumer<Reappraised> each = one -> {
                    log.line(one.toJson());
                    tally.add(one);
                    progress.at(tally.total());
                };
                new ReappraisalRun(settings.reappraisal(header.at()), threads)
                        .run(bundles(source, earlier.lastId(), terminal), each);
                if (tally.total() == 0) {
                    throw new UsageException(
                            source.equals(InputFile.STANDARD_INPUT)
                                    ? "there is no bundle on standard input"
                                    : "there is no file in " + source);
                }
                log.line(tally.toJson());
            } finally {
                progress.end();
            }
        }
        terminal.message(summary(tally));
        return status(tally);
    }

    private static Iterator<StoredBundle> bundles(String source, String after, Terminal terminal)
            throws UsageException {
        try {
            return source.equals(InputFile.STANDARD_INPUT)
                    ? new BundleLines(terminal.in(), after)
                    : new BundleWalk(InputFile.path(source), after, BundleWalk.BATCH);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--resume: the last line names no bundle of " + source + ": " + after);
        }
    }

    private static Optional<Path> out(ParseResult arguments, String source) throws UsageException, IOException {
        String name = arguments.matchedOptionValue("--out", "");
        boolean resume = arguments.hasMatchedOption("--resume");
        boolean folder = !source.equals(InputFile.STANDARD_INPUT);
        if (folder && !Files.isDirectory(InputFile.path(source))) {
            throw new UsageException("cannot read " + source + ": there is no such folder");
        }
        if (name.isEmpty()) {
            if (resume) {
                throw new UsageException("--resume needs --out: the file to go on with");
            }
            return Optional.empty();
        }
        Path out = InputFile.path(name).toAbsolutePath().normalize();
        if (!resume && Files.exists(out)) {
            throw new UsageException("--out " + name + " is there already: say --resume to go on with it");
        }
        Path parent = Optional.ofNullable(out.getParent()).orElse(out);
        if (folder && parent.toRealPath().startsWith(InputFile.path(source).toRealPath())) {
            throw new UsageException("--out " + name + " is in " + source + ", where it would be taken for a bundle");
        }
        return Optional.of(out);
    }

    private static EarlierRun earlier(ParseResult arguments, Optional<Path> out) throws UsageException, IOException {
        return arguments.hasMatchedOption("--resume") && out.isPresent()
                ? EarlierRun.read(out.get())
                : EarlierRun.none();
    }

    /** A run that goes on judges for the time of the run that it goes on with, and refuses to judge otherwise. */
    private static RunHeader header(ParseResult arguments, RunHeader now, EarlierRun earlier) throws UsageException {
        if (earlier.header().isEmpty()) {
            return now;
        }
        RunHeader then = earlier.header().get();
        RunHeader same = new RunHeader(
                arguments.hasMatchedOption("--at") ? now.at() : then.at(),
                now.policy(),
                now.endorsements(),
                now.settings());
        if (!same.equals(then)) {
            throw new UsageException(
                    "--resume: the earlier run judged otherwise, by " + then.toJson() + " and not " + same.toJson());
        }
        return then;
    }

    /** Counting first costs little beside judging, and nothing where nobody looks. */
    private static Progress progress(String source, EarlierRun earlier, Terminal terminal) throws UsageException {
        boolean shown = Progress.possible(terminal);
        long total = 0;
        if (shown && !source.equals(InputFile.STANDARD_INPUT)) {
            Iterator<StoredBundle> all = bundles(source, "", terminal);
            while (all.hasNext()) {
                all.next();
                total++;
            }
        }
        return new Progress(terminal.err(), shown, earlier.tally().total(), total, System::nanoTime);
    }

    private static UsageException failed(IOException e) {
        return e instanceof FileSystemException at && at.getFile() != null
                ? InputFile.unreadable("or write " + at.getFile(), e)
                : new UsageException("cannot read or write: " + e.getMessage());
    }

    private static int threads(ParseResult arguments) throws UsageException {
        String number = arguments.matchedOptionValue("--threads", "");
        if (number.isEmpty()) {
            return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        }
        try {
            int threads = Integer.parseInt(number);
            if (threads >= 1 && threads <= MOST_THREADS) {
                return threads;
            }
        } catch (NumberFormatException e) {
            // The message below says what would be understood.
        }
        throw new UsageException("--threads must be a number from 1 to " + MOST_THREADS + ", not " + number);
    }

    private static String summary(Tally tally) {
        return tally.total() + " bundles: " + tally.count(Verdict.PASS) + " pass, " + tally.count(Verdict.FAIL)
                + " fail, " + tally.count(Verdict.REJECTED) + " rejected, " + tally.count(Verdict.INDETERMINATE)
                + " indeterminate, " + tally.unusable() + " unusable; " + tally.changed() + " changed, "
                + tally.lost() + " lost, " + tally.gained() + " gained";
    }

    private static ExitStatus status(Tally tally) {
        if (tally.count(Verdict.FAIL) + tally.count(Verdict.REJECTED) > 0) {
            return ExitStatus.REFUSED;
        }
        if (tally.unusable() > 0) {
            return ExitStatus.MALFORMED;
        }
        return tally.count(Verdict.INDETERMINATE) > 0 ? ExitStatus.INDETERMINATE : ExitStatus.SUCCESS;
    }
}
