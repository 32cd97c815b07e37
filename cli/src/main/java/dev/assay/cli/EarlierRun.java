package dev.assay.cli;

import dev.assay.reappraisal.ReappraisalFormatException;
import dev.assay.reappraisal.Reappraised;
import dev.assay.reappraisal.RunHeader;
import dev.assay.reappraisal.Tally;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run that was interrupted left behind. Its lines are good up to the first that is torn or damaged; from there on
 * the work is done again.
 *
 * @param header how it judged; empty if not even that was written
 * @param tally what it counted
 * @param lastId the last bundle that it dealt with; empty for none
 * @param goodBytes how much of the file is good
 * @param finished whether it came to its end
 */
record EarlierRun(Optional<RunHeader> header, Tally tally, String lastId, long goodBytes, boolean finished) {
    private static final int LONGEST_LINE = 1 << 24;

    /** How the first line begins. */
    private static final String START = "{\"type\":\"run\",";

    static EarlierRun none() {
        return new EarlierRun(Optional.empty(), new Tally(), "", 0, false);
    }

    static EarlierRun read(Path file) throws IOException, UsageException {
        if (!Files.exists(file)) {
            return none();
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            String first = line(in);
            if (first == null) {
                return torn(file);
            }
            RunHeader header = RunHeader.fromJson(first);
            Tally tally = new Tally();
            String lastId = "";
            long good = first.length() + 1L;
            for (String line = line(in); line != null; line = line(in)) {
                if (Tally.isSummary(line)) {
                    boolean same = line.equals(tally.toJson());
                    return new EarlierRun(
                            Optional.of(header), tally, lastId, same ? good + line.length() + 1 : good, same);
                }
                Reappraised one;
                try {
                    one = Reappraised.fromJson(line);
                } catch (ReappraisalFormatException damaged) {
                    break;
                }
                tally.add(one);
                lastId = one.id();
                good += line.length() + 1L;
            }
            return new EarlierRun(Optional.of(header), tally, lastId, good, false);
        } catch (ReappraisalFormatException e) {
            throw foreign(file);
        }
    }

    /** No whole line: begun by a run, or what a file system makes of such a beginning; nobody else's file is cut. */
    private static EarlierRun torn(Path file) throws IOException, UsageException {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(START.length()), StandardCharsets.ISO_8859_1);
            if (START.startsWith(start) || start.chars().allMatch(c -> c == 0)) {
                return none();
            }
            throw foreign(file);
        }
    }

    private static UsageException foreign(Path file) {
        return new UsageException("cannot go on with " + file + ": it is no output of reappraise");
    }

    /** The next whole line; null if there is none. A character is a byte: what is written is ASCII. */
    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.size() == LONGEST_LINE) {
                return null;
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
