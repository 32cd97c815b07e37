/**
 * The {@code assay} command: a thin shell around the library, for people and for scripts.
 *
 * <p>{@link dev.assay.cli.Main} is the only way in. It takes the command line apart with picocli, used through its model
 * rather than annotations, hands over to one class for each command, and turns what that comes to into an exit status.
 * Nothing outside of this package may use it; it may use everything that the library and its test vectors export.
 *
 * <p>The rules of all commands: results go to standard output, messages to standard error; whatever the input, there is
 * one of the exit statuses of {@link dev.assay.cli.ExitStatus} and never a stack trace; text from evidence, certificates
 * and file names is made harmless to a terminal before it is printed; reading is limited in size.
 */
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
