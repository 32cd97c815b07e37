package dev.assay.cli;

import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.UnreadableItem;
import dev.assay.model.Bytes;
import dev.assay.policy.Policy;
import dev.assay.reappraisal.Reappraisal;
import dev.assay.reappraisal.RunHeader;
import dev.assay.verify.SignatureMemory;
import dev.assay.verify.Signatures;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/**
 * How the command line wants bundles judged.
 *
 * @param verification how to verify
 * @param policy what is wanted
 * @param newer the endorsements beside those of the bundles
 * @param newerDigest stands for those endorsements
 */
record ReappraiseSettings(VerifySettings verification, Policy policy, Endorsements newer, Bytes newerDigest) {
    /** Room for about 4000 SEV-SNP platforms; one that was forgotten costs its signatures again. */
    private static final int MEMORY = 8192;

    static Syntax declare(Syntax syntax) {
        return syntax.values(
                        "--endorsements",
                        "DIR_OR_FILE",
                        "newer endorsements to use beside those of the bundles; may be repeated")
                .value("--policy", "FILE", "the policy to appraise by; default: the built-in baseline")
                .value("--at", "INSTANT", "the time to verify for, for instance 2026-09-01T00:00:00Z; default: now")
                .values("--trust-anchor", "FILE", "trust this root in place of the vendors'; may be repeated")
                .value(
                        "--crl",
                        "MODE",
                        "revocation lists: required (default for quotes), if-given (default for reports) or off")
                .flag("--allow-masked-chip-id", "accept reports that are bound to no chip")
                .value(
                        "--grace",
                        "DURATION",
                        "how long after its end Intel's collateral still counts, for instance P7D");
    }

    static ReappraiseSettings of(ParseResult arguments, Clock clock) throws UsageException {
        VerifySettings verification = VerifySettings.of(arguments, clock);
        List<GivenEndorsement> given =
                EndorsementFiles.list(arguments.matchedOptionValue("--endorsements", List.<String>of()), List.of());
        Endorsements newer = given.isEmpty() ? Endorsements.none() : EndorsementFiles.together(given);
        if (!newer.unreadable().isEmpty()) {
            UnreadableItem item = newer.unreadable().get(0);
            throw new UsageException("--endorsements " + item.name() + ": " + item.reason());
        }
        return new ReappraiseSettings(
                verification, AppraisalSettings.of(arguments).applied(verification.anchors()), newer, digest(given));
    }

    Reappraisal reappraisal(Instant at) {
        return new Reappraisal(
                Verifier.of(verification
                        .options()
                        .withSignatures(Signatures.bouncyCastle())
                        .withMemory(SignatureMemory.ofCapacity(MEMORY))),
                policy,
                newer,
                at);
    }

    RunHeader header(boolean stream) {
        String source = stream ? "source=lines " : "source=folder ";
        return new RunHeader(verification.at(), policy.reference(), newerDigest, source + words());
    }

    private String words() {
        return "crl=" + verification.crl().map(VerifySettings::word).orElse("default") + " allowMaskedChipId="
                + verification.allowMaskedChipId() + " grace="
                + verification.grace().map(Object::toString).orElse("default") + " trustAnchors="
                + (verification.anchors().custom()
                        ? verification.anchors().certificates().stream()
                                .map(root -> CertificateDigest.of(root).hex())
                                .sorted()
                                .collect(Collectors.joining(","))
                        : "embedded");
    }

    private static Bytes digest(List<GivenEndorsement> given) {
        String all = given.stream()
                .map(one -> one.content().sha256().hex())
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
        return Bytes.copyOf(all.getBytes(StandardCharsets.US_ASCII)).sha256();
    }
}
