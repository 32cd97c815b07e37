package dev.assay.cli;

import dev.assay.model.MalformedEvidenceException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One of the words that can follow {@code assay}. */
interface Command {
    /** What the command takes. */
    CommandSpec spec();

    /**
     * Does it.
     *
     * @param arguments the command line, which obeys the spec
     * @param terminal where to read and write
     * @return how it ended
     * @throws UsageException if the arguments make no sense together, or a file cannot be read
     * @throws MalformedEvidenceException if what should be evidence is none
     */
    ExitStatus run(ParseResult arguments, Terminal terminal) throws UsageException, MalformedEvidenceException;
}
