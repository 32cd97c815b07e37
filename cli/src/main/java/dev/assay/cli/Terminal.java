package dev.assay.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;

/**
 * Where a command reads and writes.
 *
 * @param in standard input, read only if the command line says so
 * @param out results
 * @param err messages
 * @param colour whether {@code out} is a terminal whose user has nothing against colours
 * @param clock the time that is meant by "now"
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, boolean colour, Clock clock) {
    /** Says something that is no result, on one line. */
    void message(String text) {
        err.print("assay: " + Printable.of(text) + "\n");
    }
}
