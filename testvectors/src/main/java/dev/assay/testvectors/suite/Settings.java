package dev.assay.testvectors.suite;

import dev.assay.testvectors.manifest.CrlMode;
import java.time.Duration;
import java.util.Optional;

/** The options of a vector; what is empty is left out of the manifest. */
record Settings(
        Optional<CrlMode> crl,
        boolean maskedChipId,
        Optional<String> product,
        Optional<Duration> grace,
        Optional<Duration> skew) {
    static Settings none() {
        return new Settings(Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    boolean isNone() {
        return equals(none());
    }

    Settings withCrl(CrlMode mode) {
        return new Settings(Optional.of(mode), maskedChipId, product, grace, skew);
    }

    Settings withMaskedChipId() {
        return new Settings(crl, true, product, grace, skew);
    }

    Settings withProduct(String name) {
        return new Settings(crl, maskedChipId, Optional.of(name), grace, skew);
    }

    Settings withGrace(Duration span) {
        return new Settings(crl, maskedChipId, product, Optional.of(span), skew);
    }

    Settings withSkew(Duration span) {
        return new Settings(crl, maskedChipId, product, grace, Optional.of(span));
    }
}
