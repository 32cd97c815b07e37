package dev.assay.verify;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Step 8.10: time. Everything that a conclusion rests on passes through here once, under its name and with its window, so
 * that nothing that has expired is ever dropped. Both ends count: what is not valid yet is as little use as what has
 * expired.
 */
final class TdxTimeline {
    private final VerificationOptions options;
    private final Instant at;

    TdxTimeline(VerificationOptions options, Instant at) {
        this.options = options;
        this.at = at;
    }

    boolean current(ValidityWindow window) {
        return window.contains(at, options.clockSkew());
    }

    /** Expired, but for no longer than the caller lets pass. */
    boolean inGrace(ValidityWindow window) {
        ValidityWindow longer = new ValidityWindow(
                window.notBefore(), window.notAfter().plus(options.tdx().collateralGrace()));
        return !current(window) && longer.contains(at, options.clockSkew());
    }

    /** For certificates that are part of the evidence, which have no grace. */
    DatedItem certificate(String name, X509Certificate certificate, FindingList findings) {
        DatedItem item = new DatedItem(name, CertificateFact.window(certificate));
        if (!current(item.window())) {
            findings.add(TdxCheck.CHAIN_VALIDITY, name + " valid at " + at, "valid from " + item.window());
        }
        return item;
    }

    DatedItem collateral(
            TdxCheck check, String name, ValidityWindow window, Supplier<String> nextStep, FindingList findings) {
        if (!current(window)) {
            findings.add(
                    inGrace(window) ? TdxCheck.COLLATERAL_EXPIRED : check,
                    name + " valid at " + at,
                    "valid from " + window,
                    nextStep.get());
        }
        return new DatedItem(name, window);
    }
}
