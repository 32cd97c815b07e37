package dev.assay.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Declares what a command takes. All values arrive as text: what they mean is checked where they are used. */
final class Syntax {
    private final CommandSpec spec;

    Syntax(String name, String... description) {
        spec = CommandSpec.create().name(name);
        // The library's own mixin is the same two, read from annotations: a tenth of a short run.
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
        spec.usageMessage().description(description).sortOptions(false);
    }

    Syntax operand(String label, String arity, String description) {
        PositionalParamSpec.Builder operand = PositionalParamSpec.builder()
                .paramLabel(label)
                .arity(arity)
                .required(true)
                .description(description);
        spec.addPositional((arity.equals("1")
                        ? operand.type(String.class)
                        : operand.type(List.class).auxiliaryTypes(String.class))
                .build());
        return this;
    }

    Syntax flag(String name, String description) {
        spec.addOption(OptionSpec.builder(name)
                .type(boolean.class)
                .arity("0")
                .description(description)
                .build());
        return this;
    }

    Syntax value(String name, String label, String description) {
        spec.addOption(OptionSpec.builder(name)
                .type(String.class)
                .arity("1")
                .paramLabel(label)
                .description(description)
                .build());
        return this;
    }

    Syntax values(String name, String label, String description) {
        spec.addOption(OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel(label)
                .description(description)
                .build());
        return this;
    }

    CommandSpec spec() {
        return spec;
    }
}
