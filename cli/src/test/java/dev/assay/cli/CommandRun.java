package dev.assay.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run of the command.
 *
 * @param status the exit status
 * @param out what went to standard output
 * @param err what went to standard error
 */
record CommandRun(int status, String out, String err) {
    static CommandRun of(Object... args) {
        return withInput(InputStream.nullInputStream(), args);
    }

    static CommandRun withInput(byte[] input, Object... args) {
        return withInput(new ByteArrayInputStream(input), args);
    }

    static CommandRun withInput(InputStream input, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = List.of(args).stream().map(Object::toString).toArray(String[]::new);
        int status = Main.run(
                words,
                input,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new CommandRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    String firstLine() {
        return out.lines().findFirst().orElse("");
    }

    /** Part of a JSON result, by its JSON pointer; as text without the quotes. */
    String json(String pointer) {
        JsonNode node = JsonMapper.shared().readTree(out).at(pointer);
        return node.isString() ? node.stringValue() : node.isMissingNode() ? "missing" : node.toString();
    }

    /** The names of a JSON result's members, in order. */
    List<String> members() {
        return List.copyOf(JsonMapper.shared().readTree(out).propertyNames());
    }

    /** A text that a test expects, from the test's resources. */
    static String golden(String name) {
        try (InputStream in = CommandRun.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
