package dev.assay.testvectors.suite;

import dev.assay.testvectors.intel.IntelCertificate;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.manifest.CrlMode;
import dev.assay.testvectors.pki.CrlEncoder;
import dev.assay.testvectors.pki.StandardExtensions;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/** Intel's revocation lists, and the certificate that signs collateral. */
final class TdxRevocationVectors {
    private static final Instant AT = TdxSimulator.AT;
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private final Chapter chapter;
    private final String good;
    private final TdxForge forge;

    private TdxRevocationVectors(TdxForge forge) {
        this.chapter = new Chapter("tdx/revocation" + forge.suffix());
        this.good = forge.good();
        this.forge = forge;
    }

    static List<SuiteVector> of(TdxForge forge) {
        TdxRevocationVectors all = new TdxRevocationVectors(forge);
        all.presence();
        all.forms();
        all.dates();
        all.revoked();
        all.signer();
        all.debatable();
        return all.chapter.vectors();
    }

    /** What Intel's own library judges otherwise. */
    private void debatable() {
        chapter.debatable(
                "RFC 5280 refuses it for its critical extension, Intel's library does not look at what it does not know",
                "pck-delta",
                "root-delta");
    }

    private void presence() {
        missing("pck-list", forge.given().with(all -> all.withPckCrl(new byte[0])));
        missing("root-list", forge.given().with(all -> all.withRootCrl(new byte[0])));
        missing(
                "pck-list-of-the-other-ca",
                forge.given().with(all -> all.withPckCrl(forge.intel().pckCrl(PckCa.PROCESSOR))));
        chapter.valid(
                "lists-in-hexadecimal",
                forge.given().with(all -> all.withPckCrl(hex(all.pckCrl())).withRootCrl(hex(all.rootCrl()))),
                Flag.CRL_ENCODING,
                "the lists are hexadecimal text, as Intel's caching service serves them");
        chapter.noted(
                good,
                "switched-off",
                forge.machine(machine -> machine.revoking(IntelCertificate.PCK))
                        .set(settings -> settings.withCrl(CrlMode.OFF)),
                "tdx.crl.not-checked",
                Flag.CRL_OFF,
                "the caller switched revocation off, so that the list that revokes the PCK has no say");
    }

    private static byte[] hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private void missing(String name, TdxGiven given) {
        chapter.indeterminate(
                good,
                name + "-missing",
                given,
                "tdx.crl.missing",
                Flag.CRL_REQUIRED,
                "a list that is needed is missing");
    }

    private void forms() {
        form("pck-delta", machine -> machine.pckCrl(TdxRevocationVectors::delta));
        form("root-delta", machine -> machine.rootCrl(TdxRevocationVectors::delta));
        form("pck-without-next-update", machine -> machine.pckCrl(CrlEncoder::withoutNextUpdate));
        signature("root-list-broken", forge.given().with(all -> all.withRootCrl(TdxForge.flipped(all.rootCrl(), -1))));
        signature("pck-list-broken", forge.given().with(all -> all.withPckCrl(TdxForge.flipped(all.pckCrl(), -1))));
        signature(
                "pck-list-signed-by-the-root",
                forge.given()
                        .with(all -> all.withPckCrl(forge.intel()
                                .pckCrlTemplate(PckCa.PLATFORM)
                                .sign(forge.intel().rootSigner()))));
    }

    private static CrlEncoder delta(CrlEncoder crl) {
        return crl.extensions(list -> list.and(StandardExtensions.deltaCrlIndicator(1)));
    }

    private void form(String name, UnaryOperator<TdxSimulator> change) {
        chapter.rejected(
                good,
                name,
                forge.machine(change),
                "tdx.crl.profile",
                Flag.CRL_FORM,
                "Intel does not issue lists in this form");
    }

    private void signature(String name, TdxGiven given) {
        chapter.rejected(
                good, name, given, "tdx.crl.signature", Flag.CRL_SIGNATURE, "its issuer did not sign the list");
    }

    private void dates() {
        String edge = chapter.valid(
                "lists-last-second",
                forge.machine(
                        machine -> machine.pckCrl(crl -> crl.nextUpdate(AT)).rootCrl(crl -> crl.nextUpdate(AT))),
                Flag.CRL_VALIDITY,
                "the last second counts");
        date(edge, "pck-list-outdated", machine -> machine.pckCrl(crl -> crl.nextUpdate(AT.minusSeconds(1))));
        date(edge, "root-list-outdated", machine -> machine.rootCrl(crl -> crl.nextUpdate(AT.minusSeconds(1))));
        date(edge, "pck-list-from-the-future", machine -> machine.pckCrl(crl -> crl.thisUpdate(AT.plusSeconds(1))));
    }

    private void date(String twin, String name, UnaryOperator<TdxSimulator> change) {
        chapter.indeterminate(
                twin,
                name,
                forge.machine(change),
                "tdx.crl.validity",
                Flag.CRL_VALIDITY,
                "the list is not current at the time");
    }

    private void revoked() {
        BigInteger other = BigInteger.valueOf(0x1234);
        String others = chapter.valid(
                "others-revoked",
                forge.machine(machine ->
                        machine.pckCrl(crl -> crl.revoke(other, START)).rootCrl(crl -> crl.revoke(other, START))),
                Flag.REVOKED,
                "both lists revoke certificates that are not in the chain");
        revoked(others, "pck", IntelCertificate.PCK, "tdx.pck.revoked");
        revoked(others, "pck-ca", IntelCertificate.PCK_CA, "tdx.chain.revoked");
        revoked(others, "tcb-signing", IntelCertificate.TCB_SIGNING, "tdx.signer.revoked");
    }

    private void revoked(String twin, String name, IntelCertificate which, String code) {
        chapter.rejected(
                twin,
                name + "-revoked",
                forge.machine(machine -> machine.revoking(which)),
                code,
                Flag.REVOKED,
                "the certificate is on its issuer's list");
    }

    private void signer() {
        chapter.indeterminate(
                good,
                "signer-missing",
                forge.given().with(all -> all.withTcbSigningCertificate(new byte[0])),
                "tdx.signer.missing",
                Flag.MISSING_ENDORSEMENT,
                "the certificate of the key that signs collateral is missing");
        chapter.rejected(
                good,
                "signer-without-constraints",
                forge.machine(machine -> machine.certificate(
                        IntelCertificate.TCB_SIGNING,
                        signing -> signing.extensions(list -> list.without(StandardExtensions.BASIC_CONSTRAINTS)))),
                "tdx.signer.profile",
                Flag.CHAIN_PROFILE,
                "the TCB signing certificate's extensions are not those of Intel's profile");
        chapter.rejected(
                good,
                "signer-signature-broken",
                forge.given()
                        .with(all -> all.withTcbSigningCertificate(TdxForge.flipped(all.tcbSigningCertificate(), -1))),
                "tdx.signer.untrusted",
                Flag.COLLATERAL_SIGNATURE,
                "the last bit of the TCB signing certificate's signature is wrong");
        String edge = chapter.valid(
                "signer-last-second",
                forge.machine(machine ->
                        machine.certificate(IntelCertificate.TCB_SIGNING, signing -> signing.validity(START, AT))),
                Flag.VALIDITY,
                "the last second counts");
        chapter.indeterminate(
                edge,
                "signer-expired",
                forge.machine(machine -> machine.certificate(
                        IntelCertificate.TCB_SIGNING, signing -> signing.validity(START, AT.minusSeconds(1)))),
                "tdx.signer.validity",
                Flag.VALIDITY,
                "the TCB signing certificate is not valid at the time");
    }
}
