package dev.assay.policy;

import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import dev.assay.snp.AttestationReport;
import dev.assay.tdx.Quote;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.encode.SnpReportEncoder;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.verify.CrlMode;
import dev.assay.verify.SignatureMemory;
import dev.assay.verify.TdxOptions;
import dev.assay.verify.VerificationOptions;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Verified evidence of simulated machines, and policies that fit it but for what a test is about. */
final class Minted {
    static final SnpSimulator MILAN = SnpSimulator.create(AmdProduct.MILAN);
    static final SnpSimulator GENOA = SnpSimulator.create(AmdProduct.GENOA);
    static final SnpSimulator TURIN = SnpSimulator.create(AmdProduct.TURIN);
    static final SnpSimulator CLOUD = SnpSimulator.create(AmdHierarchy.create(AmdProduct.MILAN, 0), VekKind.VLEK);
    static final TdxSimulator INTEL = TdxSimulator.create();

    private static final SignatureMemory MEMORY = SignatureMemory.ofCapacity(4096);

    private Minted() {}

    static VerifiedReport report(SnpSimulator machine, int version, UnaryOperator<SnpReportEncoder> change) {
        return report(machine, version, change, false);
    }

    static VerifiedReport report(
            SnpSimulator machine, int version, UnaryOperator<SnpReportEncoder> change, boolean crl) {
        var minted = machine.report(version, change);
        Endorsements endorsements = crl
                ? Endorsements.of(minted.leaf(), minted.intermediate(), minted.crl())
                : Endorsements.of(minted.leaf(), minted.intermediate());
        try {
            return verifier(minted.root())
                    .verify(AttestationReport.decode(minted.report()), endorsements, minted.at())
                    .orElseThrow();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static VerifiedReport milan() {
        return Ordinary.REPORT;
    }

    static VerifiedQuote quote(TdxSimulator machine, UnaryOperator<TdReportEncoder> change) {
        return verified(machine.quote(5, TdReportEncoder.Kind.TD_1_5, change), CrlMode.REQUIRED);
    }

    static VerifiedQuote verified(TdxEvidence minted, CrlMode crl) {
        Endorsements.Builder endorsements = Endorsements.builder()
                .add("TCB info", Bytes.copyOf(minted.tcbInfo()))
                .add("QE identity", Bytes.copyOf(minted.qeIdentity()))
                .add("TCB signing", Bytes.copyOf(minted.tcbSigningCertificate()));
        if (crl != CrlMode.OFF) {
            endorsements.add("PCK CRL", Bytes.copyOf(minted.pckCrl())).add("root CRL", Bytes.copyOf(minted.rootCrl()));
        }
        try {
            return Verifier.of(
                            options(minted.root()).withTdx(TdxOptions.defaults().withCrlMode(crl)))
                    .verify(Quote.decode(minted.quote()), endorsements.build(), minted.at())
                    .orElseThrow();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static VerifiedQuote td() {
        return Ordinary.QUOTE;
    }

    /** Verified once: most tests want nothing but ordinary evidence. */
    private static final class Ordinary {
        static final VerifiedReport REPORT = report(MILAN, 5, right -> right);
        static final VerifiedQuote QUOTE = quote(INTEL, right -> right);

        private Ordinary() {}
    }

    private static Verifier verifier(byte[] root) {
        return Verifier.of(options(root));
    }

    static VerificationOptions options(byte[] root) {
        return VerificationOptions.defaults()
                .withMemory(MEMORY)
                .withMaskedChipId(true)
                .withTrustAnchors(TrustAnchors.of(Endorsements.of(root).certificates()));
    }

    /** The simulated vendors' roots, which no default accepts. */
    static TrustedRoots roots() {
        return Roots.ALL;
    }

    /** Minted once: every policy of these tests names them. */
    private static final class Roots {
        static final TrustedRoots ALL = new TrustedRoots(
                true,
                Stream.of(
                                MILAN.report(r -> r).root(),
                                GENOA.report(r -> r).root(),
                                TURIN.report(r -> r).root(),
                                INTEL.quote(4, TdReportEncoder.Kind.TD_1_0, r -> r)
                                        .root())
                        .map(root -> Endorsements.of(root).certificates().get(0))
                        .map(root ->
                                Bytes.copyOf(root.getPublicKey().getEncoded()).sha256())
                        .toList());

        private Roots() {}
    }

    /** A policy with nothing but defaults for SEV-SNP. */
    static PlainPolicy snp(UnaryOperator<PolicySection<VerifiedReport>> change) {
        return Policy.builder("minted", "1")
                .reportData(Demand.any())
                .with(CommonRules.TRUST_ANCHORS, roots())
                .snp(change.apply(PolicySection.snp().with(SnpRules.MEASUREMENT, Demand.any())))
                .build();
    }

    /** A policy with nothing but defaults for TDX. */
    static PlainPolicy tdx(UnaryOperator<PolicySection<VerifiedQuote>> change) {
        return Policy.builder("minted", "1")
                .reportData(Demand.any())
                .with(CommonRules.TRUST_ANCHORS, roots())
                .tdx(change.apply(PolicySection.tdx().with(TdxRules.MR_TD, Demand.any())))
                .build();
    }

    static Bytes filled(int size, int value) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) value);
        return Bytes.copyOf(bytes);
    }
}
