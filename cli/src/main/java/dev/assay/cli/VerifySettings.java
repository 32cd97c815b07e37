package dev.assay.cli;

import dev.assay.Evidence;
import dev.assay.TdxEvidence;
import dev.assay.bundle.Bundle;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.snp.Product;
import dev.assay.verify.CrlMode;
import dev.assay.verify.SignatureMemory;
import dev.assay.verify.Signatures;
import dev.assay.verify.TdxOptions;
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
 * @param crl what is demanded of revocation lists; empty for what is usual for the kind of evidence
 * @param product the only product that is accepted, if one is named
 * @param allowMaskedChipId whether a report signed by a VCEK may hide its chip
 * @param grace for how long after its end Intel's collateral is still used, if that was said
 */
record VerifySettings(
        Instant at,
        TrustAnchors anchors,
        Optional<CrlMode> crl,
        Optional<Product> product,
        boolean allowMaskedChipId,
        Optional<Duration> grace) {
    static Syntax declare(Syntax syntax) {
        return syntax.values(
                        "--endorsements",
                        "DIR_OR_FILE",
                        "certificates, revocation lists, Intel's collateral, or bundles of them; may be repeated")
                .value(
                        "--at",
                        "INSTANT",
                        "the time to verify for, for instance 2026-09-01T00:00:00Z; default: now, or a bundle's own")
                .values("--trust-anchor", "FILE", "trust this root in place of the vendors'; may be repeated")
                .value(
                        "--crl",
                        "MODE",
                        "revocation lists: required (default for quotes), if-given (default for reports) or off")
                .value("--product", "NAME", "accept only Milan, Genoa or Turin")
                .flag("--allow-masked-chip-id", "accept a report that is bound to no chip")
                .value(
                        "--grace",
                        "DURATION",
                        "how long after its end Intel's collateral still counts, for instance P7D");
    }

    static VerifySettings of(ParseResult arguments, Clock clock) throws UsageException {
        Optional<String> at = text(arguments, "--at");
        return new VerifySettings(
                at.isPresent() ? instant(at.get()) : clock.instant().truncatedTo(ChronoUnit.SECONDS),
                AnchorFiles.read(arguments.matchedOptionValue("--trust-anchor", List.<String>of())),
                crl(text(arguments, "--crl")),
                product(text(arguments, "--product")),
                arguments.hasMatchedOption("--allow-masked-chip-id"),
                grace(text(arguments, "--grace")));
    }

    /** No option is passed over because it means nothing for the evidence at hand: the user means something by it. */
    void checkFit(Evidence evidence) throws UsageException {
        boolean quote = evidence instanceof TdxEvidence;
        if (quote && product.isPresent()) {
            throw new UsageException("--product belongs to an SEV-SNP report, and this is a TDX quote");
        }
        if (quote && allowMaskedChipId) {
            throw new UsageException("--allow-masked-chip-id belongs to an SEV-SNP report, and this is a TDX quote");
        }
        if (!quote && grace.isPresent()) {
            throw new UsageException("--grace belongs to a TDX quote, and this is an SEV-SNP report");
        }
    }

    /** The time of a bundle, unless the command line says another. */
    VerifySettings forTimeOf(GivenEvidence given, ParseResult arguments) {
        Instant time = arguments.hasMatchedOption("--at")
                ? at
                : given.bundle().map(Bundle::at).orElse(at);
        return new VerifySettings(time, anchors, crl, product, allowMaskedChipId, grace);
    }

    CrlMode crlMode(Evidence evidence) {
        return crl.orElse(
                evidence instanceof TdxEvidence ? TdxOptions.defaults().crlMode() : CrlMode.IF_GIVEN);
    }

    /** The platform's own cryptography: loading another costs more than the few checks that one command makes. */
    VerificationOptions options() {
        TdxOptions usual = TdxOptions.defaults();
        return new VerificationOptions(
                anchors,
                crl.orElse(CrlMode.IF_GIVEN),
                Duration.ZERO,
                allowMaskedChipId,
                product,
                Signatures.platform(),
                SignatureMemory.none(),
                usual.withCrlMode(crl.orElse(usual.crlMode()))
                        .withCollateralGrace(grace.orElse(usual.collateralGrace())));
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

    private static Optional<CrlMode> crl(Optional<String> word) throws UsageException {
        if (word.isEmpty()) {
            return Optional.empty();
        }
        for (CrlMode mode : CrlMode.values()) {
            if (word(mode).equals(word.get())) {
                return Optional.of(mode);
            }
        }
        throw new UsageException("--crl must be required, if-given or off, not " + word.get());
    }

    private static Optional<Duration> grace(Optional<String> text) throws UsageException {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Duration grace = Duration.parse(text.get());
            if (!grace.isNegative() && grace.compareTo(TdxOptions.LONGEST_GRACE) <= 0) {
                return Optional.of(grace);
            }
        } catch (DateTimeParseException e) {
            // The message below says what would be understood.
        }
        throw new UsageException("--grace must be a length of time like P7D or PT12H, at most "
                + TdxOptions.LONGEST_GRACE.toDays() + " days, not " + text.get());
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
