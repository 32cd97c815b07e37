package dev.assay.cli;

import dev.assay.Evidence;
import dev.assay.EvidenceText;
import dev.assay.SnpEvidence;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import dev.assay.snp.CertificateTable;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** The evidence that {@code show} and {@code verify} are given: one file, or a report and its certificate table in two. */
record EvidenceInput(String file, Optional<String> certificates) {
    static Syntax declare(Syntax syntax) {
        return syntax.operand(
                        "FILE",
                        "1",
                        "an SEV-SNP report, alone or with its certificate table, a TDX quote, or a bundle with one of"
                                + " these; raw, hexadecimal or base64; - is standard input")
                .value(
                        "--certificates",
                        "FILE",
                        "the report's certificate table, if it is in a file of its own (Linux: auxblob)");
    }

    static EvidenceInput of(ParseResult arguments) {
        return new EvidenceInput(
                arguments.matchedPositionalValue(0, ""),
                Optional.ofNullable(arguments.matchedOptionValue("--certificates", (String) null)));
    }

    Evidence read(Strictness strictness, Terminal terminal) throws UsageException, MalformedEvidenceException {
        return given(strictness, terminal).evidence();
    }

    /** Reads the evidence, and what comes along if it is in a bundle. */
    GivenEvidence given(Strictness strictness, Terminal terminal) throws UsageException, MalformedEvidenceException {
        byte[] content = InputFile.upTo(EvidenceText.LARGEST, file, terminal);
        if (BundleFile.isBundle(content)) {
            if (certificates.isPresent()) {
                throw new UsageException("--certificates is given, but a bundle holds all that came with its report");
            }
            return BundleFile.evidence(content, strictness);
        }
        return new GivenEvidence(alone(content, strictness), Optional.empty());
    }

    private Evidence alone(byte[] content, Strictness strictness) throws UsageException, MalformedEvidenceException {
        Evidence evidence = Evidence.decode(EvidenceText.unwrap(content), strictness);
        if (certificates.isEmpty()) {
            return evidence;
        }
        if (!(evidence instanceof SnpEvidence snp)) {
            throw new UsageException("--certificates belongs to an SEV-SNP report, and this is a TDX quote");
        }
        if (snp.certificates().isPresent()) {
            throw new UsageException("--certificates is given, but the report comes with a certificate table already");
        }
        Bytes table = InputFile.whole(CertificateTable.LARGEST, InputFile.path(certificates.get()));
        return new SnpEvidence(snp.report(), Optional.of(CertificateTable.decode(table, strictness, 0)), snp.raw());
    }
}
