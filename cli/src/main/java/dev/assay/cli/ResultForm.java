package dev.assay.cli;

import dev.assay.model.MalformedEvidenceException;
import dev.assay.result.Ear;
import dev.assay.result.HtmlPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * How a result is given: for a person, or in one of two forms for programs; and besides as a page in a file.
 *
 * @param kind what goes to standard output
 * @param page where to write the page, if anywhere
 */
record ResultForm(Kind kind, Optional<String> page) {
    /** What goes to standard output. */
    enum Kind {
        TEXT,
        JSON,
        EAR
    }

    static Syntax declare(Syntax syntax) {
        return syntax.flag("--json", "for programs")
                .flag("--ear", "for programs, as the unsigned claims of an EAT attestation result (EAR)")
                .value("--html", "FILE", "also write one page for an auditor, which needs nothing else to be shown");
    }

    static ResultForm of(ParseResult arguments) throws UsageException {
        boolean json = arguments.hasMatchedOption("--json");
        boolean ear = arguments.hasMatchedOption("--ear");
        if (json && ear) {
            throw new UsageException("--json and --ear are two forms of the same result: name one");
        }
        return new ResultForm(
                json ? Kind.JSON : ear ? Kind.EAR : Kind.TEXT,
                Optional.ofNullable(arguments.matchedOptionValue("--html", (String) null)));
    }

    /** Of what is no evidence there is no attestation result. So an EAR of it does not exist. */
    void print(MalformedEvidenceException fault, Terminal terminal) throws UsageException {
        write(HtmlPage.of(fault));
        if (kind == Kind.JSON) {
            terminal.out().print(JsonText.of(JudgementJson.malformed(fault)));
        }
    }

    void print(Judgement judgement, Terminal terminal) throws UsageException {
        if (page.isPresent()) {
            write(HtmlPage.of(judgement.result().orElseThrow()));
        }
        terminal.out()
                .print(
                        switch (kind) {
                            case TEXT -> JudgementPage.of(judgement, terminal.colour());
                            case JSON -> JsonText.of(JudgementJson.of(judgement));
                            case EAR -> Ear.of(judgement.result().orElseThrow()).claims();
                        });
    }

    private void write(String html) throws UsageException {
        if (page.isEmpty()) {
            return;
        }
        try {
            Files.writeString(InputFile.path(page.get()), html, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UsageException("cannot write " + page.get() + ": " + InputFile.why(e));
        }
    }
}
