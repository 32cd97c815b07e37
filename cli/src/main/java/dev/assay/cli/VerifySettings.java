package dev.assay.cli;

import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import dev.assay.snp.Product;
import dev.assay.verify.CrlMode;
import dev.assay.verify.SignatureMemory;
import dev.assay.verify.Signatures;
import dev.assay.verify.VerificationOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/**
 * What the command line says about how to verify.
 *
 * @param at the time to verify for
 * @param anchors the roots
 * @param crlMode what is demanded of revocation lists
 * @param product the only product that is accepted, if one is named
 * @param allowMaskedChipId whether a report signed by a VCEK may hide its chip
 * @param reportData what REPORT_DATA must be, 64 bytes, if that was said
 * @param verifyOnly whether to stop before appraisal
 */
record VerifySettings(
        Instant at,
        TrustAnchors anchors,
        CrlMode crlMode,
        Optional<Product> product,
        boolean allowMaskedChipId,
        Optional<Bytes> reportData,
        boolean verifyOnly) {
    private static final int REPORT_DATA_SIZE = 64;

    static Syntax declare(Syntax syntax) {
        return syntax.values(
                        "--endorsements",
                        "DIR_OR_FILE",
                        "certificates and revocation lists, DER or PEM; may be repeated")
                .value("--report-data", "HEX", "what REPORT_DATA must be, all 64 bytes")
                .value("--at", "INSTANT", "the time to verify for, for instance 2026-09-01T00:00:00Z; default: now")
                .values("--trust-anchor", "FILE", "trust this root in place of the vendors'; may be repeated")
                .value("--crl", "MODE", "revocation lists: required, if-given (default) or off")
                .value("--product", "NAME", "accept only Milan, Genoa or Turin")
                .flag("--allow-masked-chip-id", "accept a report that is bound to no chip")
                .flag("--verify-only", "stop before appraisal: genuine is all that is asked")
                .flag("--json", "for programs");
    }

    static VerifySettings of(ParseResult arguments, Clock clock) throws UsageException {
        Optional<Bytes> reportData = reportData(text(arguments, "--report-data"));
        boolean verifyOnly = arguments.hasMatchedOption("--verify-only");
        if (verifyOnly && reportData.isPresent()) {
            throw new UsageException("--report-data is part of appraisal, which --verify-only leaves out");
        }
        Optional<String> at = text(arguments, "--at");
        return new VerifySettings(
                at.isPresent() ? instant(at.get()) : clock.instant().truncatedTo(ChronoUnit.SECONDS),
                AnchorFiles.read(arguments.matchedOptionValue("--trust-anchor", List.<String>of())),
                crlMode(text(arguments, "--crl").orElse("if-given")),
                product(text(arguments, "--product")),
                arguments.hasMatchedOption("--allow-masked-chip-id"),
                reportData,
                verifyOnly);
    }

    /** The platform's own cryptography: loading another costs more than the few checks that one command makes. */
    VerificationOptions options() {
        return new VerificationOptions(
                anchors,
                crlMode,
                Duration.ZERO,
                allowMaskedChipId,
                product,
                Signatures.platform(),
                SignatureMemory.none());
    }

    static String word(CrlMode mode) {
        return switch (mode) {
            case REQUIRED -> "required";
            case IF_GIVEN -> "if-given";
            case OFF -> "off";
        };
    }

    private static Optional<String> text(ParseResult arguments, String option) {
        return Optional.ofNullable(arguments.matchedOptionValue(option, (String) null));
    }

    private static Optional<Bytes> reportData(Optional<String> hex) throws UsageException {
        if (hex.isEmpty()) {
            return Optional.empty();
        }
        try {
            Bytes bytes = Bytes.fromHex(hex.get());
            if (bytes.length() == REPORT_DATA_SIZE) {
                return Optional.of(bytes);
            }
            throw new UsageException("--report-data must be 64 bytes, 128 hexadecimal digits, not " + bytes.length()
                    + " bytes: say what stands behind a shorter value too");
        } catch (IllegalArgumentException e) {
            throw new UsageException("--report-data must be 128 hexadecimal digits");
        }
    }

    private static Instant instant(String text) throws UsageException {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= 1 && time.getYear() <= 9999) {
                return time.toInstant();
            }
        } catch (DateTimeParseException e) {
            // The message below says what would be understood.
        }
        throw new UsageException("--at must be a time like 2026-09-01T00:00:00Z, not " + text);
    }

    private static CrlMode crlMode(String word) throws UsageException {
        for (CrlMode mode : CrlMode.values()) {
            if (word(mode).equals(word)) {
                return mode;
            }
        }
        throw new UsageException("--crl must be required, if-given or off, not " + word);
    }

    private static Optional<Product> product(Optional<String> name) throws UsageException {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<Product> product = Product.named(name.get());
        if (product.isEmpty()) {
            String names = Arrays.stream(Product.values()).map(Product::label).collect(Collectors.joining(", "));
            throw new UsageException("--product must be one of " + names + ", not " + name.get());
        }
        return product;
    }
}
