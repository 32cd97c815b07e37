package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.result.TrustClaim;
import dev.assay.snp.AttestationReport;
import dev.assay.snp.FirmwareVersion;
import dev.assay.snp.SigningKey;
import dev.assay.snp.TcbVersion;
import dev.assay.verify.VerifiedReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the rules for SEV-SNP look at, where it takes more than reading a field. */
final class SnpFacts {
    private SnpFacts() {}

    static <F> RuleDraft<VerifiedReport, F> fact(
            String code, String member, Form<F> form, Function<VerifiedReport, F> fact) {
        return RuleDraft.rule(code, member, form, fact);
    }

    static <F> RuleDraft<VerifiedReport, F> maybe(
            String code, String member, Form<F> form, Function<VerifiedReport, Optional<F>> fact, String whenAbsent) {
        return RuleDraft.rule(code, member, form, fact, whenAbsent);
    }

    static PolicyRule<VerifiedReport, ScopedTcb> tcb(
            String code, String member, Function<VerifiedReport, TcbVersion> version, String subject) {
        return fact(
                        code,
                        member,
                        new TcbForm(),
                        r -> new ScopedTcb(r.product(), r.evidence().cpuid(), version.apply(r)))
                .bearsOn(TrustClaim.HARDWARE, 32)
                .says(
                        subject + " is not lower in any component",
                        "56860, TCB_VERSION",
                        "Have the host's operator update firmware and microcode.");
    }

    static PolicyRule<VerifiedReport, Long> mitigations(
            String code, String member, String field, Function<VerifiedReport, Optional<Bytes>> vector) {
        return maybe(
                        code,
                        member,
                        new BitsSetForm(),
                        r -> vector.apply(r).map(bytes -> bytes.u64le(0)),
                        "not stated before version 5 of the report")
                .bearsOn(TrustClaim.HARDWARE, 32)
                .says(
                        field + " has these bits set",
                        "56860, " + field,
                        "Have the host's operator update the firmware, and launch the guest anew.");
    }

    /** All zeros mean that there is none. */
    static Optional<Bytes> idKey(VerifiedReport verified) {
        return Optional.of(verified.evidence().idKeyDigest()).filter(digest -> !digest.isZero());
    }

    /** Without AUTHOR_KEY_EN the field means nothing, whatever is in it. */
    static Optional<Bytes> authorKey(VerifiedReport verified) {
        AttestationReport report = verified.evidence();
        return Optional.of(report.authorKeyDigest())
                .filter(digest -> report.signerInfo().authorKeyEn() && !digest.isZero());
    }

    /** A VLEK vouches for no chip, whatever the field says. */
    static Optional<Bytes> chip(VerifiedReport verified) {
        return verified.chipId().map(bound -> verified.evidence().chipId());
    }

    static Optional<Boolean> masked(VerifiedReport verified) {
        return verified.signingKey() == SigningKey.VCEK
                ? Optional.of(verified.evidence().chipId().isZero())
                : Optional.empty();
    }

    static List<Integer> abi(VerifiedReport verified) {
        return List.of(
                verified.evidence().policy().abiMajor(),
                verified.evidence().policy().abiMinor());
    }

    static List<Integer> parts(FirmwareVersion version) {
        return List.of(version.major(), version.minor(), version.build());
    }

    static boolean provisional(VerifiedReport verified) {
        AttestationReport report = verified.evidence();
        return !report.committedTcb().equals(report.currentTcb())
                || !report.committedVersion().equals(report.currentVersion());
    }

    static Optional<String> provisionalNotice(VerifiedReport verified) {
        AttestationReport report = verified.evidence();
        return provisional(verified)
                ? Optional.of("The firmware is provisional: " + report.currentVersion() + " with "
                        + verified.currentTcb() + " can be rolled back to " + report.committedVersion() + " with "
                        + verified.committedTcb() + ".")
                : Optional.empty();
    }

    static Optional<String> unknownPlatformBits(VerifiedReport verified) {
        long bits = verified.evidence().platformInfo().unknownBits();
        return bits == 0
                ? Optional.empty()
                : Optional.of("PLATFORM_INFO has bits that are not known here: 0x" + Long.toHexString(bits) + ".");
    }

    static long certificateAge(VerifiedReport verified) {
        return days(Duration.between(verified.chain().get(0).window().notBefore(), verified.at()));
    }

    /** A day that has begun counts. What lies in the future, by clock skew, has no age. */
    static long days(Duration age) {
        return age.isNegative() ? 0 : age.plusDays(1).minusNanos(1).toDays();
    }
}
