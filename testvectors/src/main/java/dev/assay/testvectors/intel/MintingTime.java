package dev.assay.testvectors.intel;

import java.time.Duration;
import java.time.Instant;

/** Moves what is valid for weeks or years to lie around a time, as old as it is by default. */
final class MintingTime {
    private static final Duration COLLATERAL_AGE = Duration.ofDays(19);
    private static final Duration COLLATERAL_REST = Duration.ofDays(11);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration CERTIFICATE_REST = YEAR.multipliedBy(6);

    private MintingTime() {}

    static TdxSimulator around(TdxSimulator machine, Instant at) {
        Instant from = at.minus(COLLATERAL_AGE);
        Instant to = at.plus(COLLATERAL_REST);
        return machine.tcbInfo(info -> info.validity(from, to))
                .qeIdentity(identity -> identity.validity(from, to))
                .pckCrl(crl -> crl.thisUpdate(from).nextUpdate(to))
                .rootCrl(crl -> crl.thisUpdate(from).nextUpdate(at.plus(YEAR)))
                .certificate(IntelCertificate.PCK, pck -> pck.validity(at.minus(YEAR), at.plus(CERTIFICATE_REST)))
                .certificate(
                        IntelCertificate.TCB_SIGNING,
                        signing -> signing.validity(at.minus(YEAR), at.plus(CERTIFICATE_REST)));
    }
}
