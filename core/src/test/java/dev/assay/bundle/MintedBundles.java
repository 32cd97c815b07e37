package dev.assay.bundle;

import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.verify.SignatureMemory;
import dev.assay.verify.VerificationOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Bundles of minted evidence, and the verifier that trusts those who minted it. */
public final class MintedBundles {
    /** The time of all bundles. */
    public static final Instant AT = TdxSimulator.AT;

    private static final SnpEvidence SNP = SnpSimulator.create(AmdProduct.MILAN).report(5, UnaryOperator.identity());
    private static final TdxSimulator MACHINE = TdxSimulator.create();

    private MintedBundles() {}

    /** Minted SEV-SNP evidence. */
    public static SnpEvidence snpEvidence() {
        return SNP;
    }

    /** A bundle of minted SEV-SNP evidence. */
    public static Bundle snp() {
        return Bundle.at(AT)
                .evidence(Bytes.copyOf(SNP.report()))
                .add("vcek.der", Bytes.copyOf(SNP.leaf()))
                .add("ask.der", Bytes.copyOf(SNP.intermediate()))
                .add("crl.der", Bytes.copyOf(SNP.crl()))
                .build();
    }

    /** Minted TDX evidence of a machine. */
    public static TdxEvidence quote(TdxSimulator machine) {
        return machine.quote(4, TdReportEncoder.Kind.TD_1_0, UnaryOperator.identity());
    }

    /** A bundle of minted TDX evidence. */
    public static Bundle tdx() {
        return tdx(MACHINE);
    }

    /** A bundle of a machine's evidence. */
    public static Bundle tdx(TdxSimulator machine) {
        TdxEvidence evidence = quote(machine);
        return Bundle.at(AT)
                .evidence(Bytes.copyOf(evidence.quote()))
                .add("tcb-info.json", Bytes.copyOf(evidence.tcbInfo()))
                .add("identity.json", Bytes.copyOf(evidence.qeIdentity()))
                .add("pck.crl", Bytes.copyOf(evidence.pckCrl()))
                .add("root.crl", Bytes.copyOf(evidence.rootCrl()))
                .add("signing.der", Bytes.copyOf(evidence.tcbSigningCertificate()))
                .build();
    }

    /** Trusts the minted roots. */
    public static Verifier verifier() {
        return Verifier.of(options());
    }

    /** Options that trust the minted roots. */
    public static VerificationOptions options() {
        List<java.security.cert.X509Certificate> roots = new ArrayList<>();
        roots.addAll(Endorsements.of(SNP.root(), quote(MACHINE).root()).certificates());
        return VerificationOptions.defaults()
                .withTrustAnchors(TrustAnchors.of(roots))
                .withMemory(SignatureMemory.ofCapacity(4096));
    }
}
