package dev.assay.cli;

import dev.assay.testvectors.manifest.Options;
import dev.assay.verify.CrlMode;
import dev.assay.verify.VerificationOptions;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What vectors of both kinds of evidence can ask for, in the library's terms. */
final class VectorOptions {
    private VectorOptions() {}

    static CrlMode crl(Options given) {
        return switch (given.crl()) {
            case REQUIRED -> CrlMode.REQUIRED;
            case IF_GIVEN -> CrlMode.IF_GIVEN;
            case OFF -> CrlMode.OFF;
        };
    }

    /** Says that a clock skew is one that this library does not allow; such a vector must not count as run. */
    static Optional<String> unsupportedSkew(Options given) {
        return within(given.skew(), VerificationOptions.LARGEST_SKEW)
                ? Optional.empty()
                : Optional.of("options.skew " + given.skew());
    }

    static boolean within(@Nullable Duration duration, Duration largest) {
        return duration == null || (!duration.isNegative() && duration.compareTo(largest) <= 0);
    }
}
