package dev.assay.cli;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.IntelAuthority;
import dev.assay.model.Bytes;
import dev.assay.testvectors.manifest.Options;
import dev.assay.testvectors.manifest.TdxEndorsements;
import dev.assay.testvectors.manifest.Vector;
import dev.assay.testvectors.manifest.VectorFile;
import dev.assay.verify.SignatureMemory;
import dev.assay.verify.TdxOptions;
import dev.assay.verify.VerificationOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a vector of a TDX quote gives and asks for, in the library's terms. The manifest says what each file is, while the
 * library finds that out from content: a file that is something else than the manifest says is an error of the collateral
 * and must not help, even if it would be right in another place.
 */
final class TdxVectorInput {
    private TdxVectorInput() {}

    static Endorsements endorsements(Vector vector) {
        Endorsements.Builder builder = Endorsements.builder();
        if (vector.endorsements() instanceof TdxEndorsements given) {
            add(
                    builder,
                    given.tcbInfo(),
                    "a TCB info",
                    read -> !read.tcbInfos().isEmpty()
                            && read.qeIdentities().isEmpty()
                            && read.certificates().isEmpty()
                            && read.crls().isEmpty());
            add(
                    builder,
                    given.qeIdentity(),
                    "an identity",
                    read -> !read.qeIdentities().isEmpty()
                            && read.tcbInfos().isEmpty()
                            && read.certificates().isEmpty()
                            && read.crls().isEmpty());
            add(builder, given.tcbSigningCertificate(), "a TCB signing certificate", TdxVectorInput::hasSigner);
            VectorFile pckCrl = given.pckCrl();
            if (pckCrl != null) {
                builder.addPckCrl(pckCrl.name(), Bytes.copyOf(pckCrl.bytes()));
            }
            VectorFile rootCrl = given.rootCrl();
            if (rootCrl != null) {
                builder.addRootCrl(rootCrl.name(), Bytes.copyOf(rootCrl.bytes()));
            }
        }
        return builder.build();
    }

    /** Only for a vector with anchors that are some. */
    static VerificationOptions options(Vector vector, SignatureMemory memory) {
        Options given = vector.options();
        TdxOptions tdx = TdxOptions.defaults().withCrlMode(VectorOptions.crl(given));
        Duration grace = given.grace();
        Duration skew = given.skew();
        VerificationOptions options = VerificationOptions.defaults()
                .withTrustAnchors(VectorAnchors.of(vector))
                .withMemory(memory)
                .withTdx(grace == null ? tdx : tdx.withCollateralGrace(grace));
        return skew == null ? options : options.withClockSkew(skew);
    }

    /** Says what a vector asks for that this library has no way to do; such a vector must not count as run. */
    static Optional<String> unsupported(Vector vector) {
        Options given = vector.options();
        if (given.product() != null) {
            return Optional.of("options.product for TDX");
        }
        if (given.allowMaskedChipId()) {
            return Optional.of("options.allowMaskedChipId for TDX");
        }
        if (!VectorOptions.within(given.grace(), TdxOptions.LONGEST_GRACE)) {
            return Optional.of("options.grace " + given.grace());
        }
        return VectorOptions.unsupportedSkew(given);
    }

    private static boolean hasSigner(Endorsements read) {
        return read.tcbInfos().isEmpty()
                && read.qeIdentities().isEmpty()
                && read.crls().isEmpty()
                && read.certificates().stream()
                        .anyMatch(certificate ->
                                certificate.getSubjectX500Principal().equals(IntelAuthority.TCB_SIGNING.subject()));
    }

    private static void add(
            Endorsements.Builder builder, @Nullable VectorFile file, String expected, Predicate<Endorsements> fits) {
        if (file != null) {
            ExpectedFile.add(builder, file, expected, fits);
        }
    }
}
