package dev.assay.docs;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comments on an enumeration's constants: what each means is written once, beside it. */
final class ConstantComments {
    private static final Pattern CONSTANT =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+([A-Z][A-Z0-9_]*)\\s*\\(", Pattern.DOTALL);

    private final Map<String, String> comments = new LinkedHashMap<>();

    private ConstantComments(String source) {
        Matcher constant = CONSTANT.matcher(source);
        while (constant.find()) {
            comments.put(constant.group(2), plain(constant.group(1)));
        }
    }

    static ConstantComments of(Class<? extends Enum<?>> type) throws IOException {
        return inSource(ProjectFiles.read("core/src/main/java/" + type.getName().replace('.', '/') + ".java"));
    }

    static ConstantComments inSource(String source) {
        return new ConstantComments(source);
    }

    String on(String constant) {
        String comment = comments.get(constant);
        if (comment == null) {
            throw new IllegalStateException("no comment on " + constant);
        }
        return comment;
    }

    private static String plain(String comment) {
        return comment.replaceAll("\\n\\s*\\*", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link #?([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
