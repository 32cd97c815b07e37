package dev.assay.docs;

import dev.assay.model.Effect;
import dev.assay.model.FindingCode;
import dev.assay.model.Malformation;
import dev.assay.verify.SnpCheck;
import dev.assay.verify.TdxCheck;
import java.io.IOException;
import java.util.List;

/** The text of {@code docs/findings.md}: every code that a result can contain, from the enumerations that define them. */
final class FindingsDocument {
    /** All enumerations of findings; a test compares this with what there is. */
    static final List<Class<? extends FindingCode>> CODES = List.of(SnpCheck.class, TdxCheck.class);

    private FindingsDocument() {}

    static String text() throws IOException {
        StringBuilder text = new StringBuilder("""
                # Findings

                Generated from the source by `FindingsDocumentTest`, which fails when this file differs. To write it anew:

                    mvn -q -B -pl core -am test -Dtest=FindingsDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Dassay.docs.write=true

                The codes are stable: programs, vectors and results may rely on them. What a code leads to:

                - **rejected**: a definite no. No other endorsement and no other time makes this evidence good.
                - **indeterminate**: something needed is missing or outside its validity window. One finding that
                  rejects outweighs any number of these.
                - **noted**: no effect on the outcome, but worth knowing.
                """);
        section(text, "Verification of SEV-SNP reports", "SnpVerification", SnpCheck.class);
        text.append("""

                Numbers of five digits are AMD's documents: 56860 the SEV-SNP firmware ABI, 57230 the VCEK certificate and
                key distribution service, 58369 the VLEK certificate.
                """);
        section(text, "Verification of TDX quotes", "TdxVerification", TdxCheck.class);
        text.append("""

                ## Rules of appraisal

                Those of policies, with their defaults, are in [policy.md](policy.md).

                ## Malformed evidence

                The reasons for which decoding refuses bytes, each with the offset and the field in which it was met.

                | reason | when |
                |---|---|
                """);
        ConstantComments reasons = ConstantComments.of(Malformation.class);
        for (Malformation reason : Malformation.values()) {
            row(text, "`" + reason.code() + "`", reasons.on(reason.name()));
        }
        return text.toString();
    }

    private static <E extends Enum<E> & FindingCode> void section(
            StringBuilder text, String title, String procedure, Class<E> checks) throws IOException {
        text.append("""

                ## %s

                In the order of the procedure (`%s`).

                | code | leads to | when | rule from | what to do |
                |---|---|---|---|---|
                """.formatted(title, procedure));
        ConstantComments comments = ConstantComments.of(checks);
        for (E check : checks.getEnumConstants()) {
            row(
                    text,
                    "`" + check.code() + "`",
                    outcome(check.effect()),
                    comments.on(check.name()),
                    check.source(),
                    check.nextStep());
        }
    }

    static String outcome(Effect effect) {
        return switch (effect) {
            case REJECTS -> "rejected";
            case UNDETERMINED -> "indeterminate";
            case NOTED -> "noted";
        };
    }

    private static void row(StringBuilder text, String... cells) {
        text.append('|');
        for (String cell : cells) {
            text.append(' ').append(cell.replace("|", "\\|")).append(" |");
        }
        text.append('\n');
    }
}
