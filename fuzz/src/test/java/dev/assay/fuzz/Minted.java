package dev.assay.fuzz;

import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.policy.CommonRules;
import dev.assay.policy.Demand;
import dev.assay.policy.Policy;
import dev.assay.policy.PolicySection;
import dev.assay.policy.SnpRules;
import dev.assay.policy.TdxRules;
import dev.assay.policy.TrustedRoots;
import dev.assay.snp.AttestationReport;
import dev.assay.tdx.Quote;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.encode.QuoteEncoder;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.verify.CrlMode;
import dev.assay.verify.NotVerifiedException;
import dev.assay.verify.SignatureMemory;
import dev.assay.verify.VerificationOptions;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Simulated machines, genuine evidence of them, and who trusts them. Made once, since RSA signatures take long. */
final class Minted {
    static final TdxSimulator INTEL = TdxSimulator.create();
    static final TdxEvidence TD = INTEL.quote(5, TdReportEncoder.Kind.TD_1_5, right -> right);
    static final Endorsements TD_ENDORSEMENTS = endorsements(TD);

    /** The bodies of the layouts that there are: the first is that of version 4, the others are of version 5. */
    static final List<TdReportEncoder.Kind> BODIES = List.of(
            TdReportEncoder.Kind.TD_1_0,
            TdReportEncoder.Kind.TD_1_0,
            TdReportEncoder.Kind.TD_1_5,
            TdReportEncoder.Kind.TD_1_5_EX);

    /** A quote of each of these layouts, not signed yet. */
    static final List<QuoteEncoder> QUOTES = quotes();

    private static final Map<AmdProduct, SnpSimulator> VCEKS = machines(VekKind.VCEK);
    private static final Map<AmdProduct, SnpSimulator> VLEKS = machines(VekKind.VLEK);
    private static final Map<VekKind, Map<AmdProduct, SnpEvidence>> SNP =
            new EnumMap<>(Map.of(VekKind.VCEK, evidence(VCEKS), VekKind.VLEK, evidence(VLEKS)));
    private static final Map<SnpEvidence, Endorsements> SNP_ENDORSEMENTS = new HashMap<>();
    private static final List<X509Certificate> ROOTS = roots();
    private static final VerificationOptions OPTIONS = VerificationOptions.defaults()
            .withMemory(SignatureMemory.ofCapacity(4096))
            .withTrustAnchors(TrustAnchors.of(ROOTS));

    /** Trusts the simulated vendors. */
    static final Verifier VERIFIER = Verifier.of(OPTIONS);

    /** The same, and demands the revocation list of both. */
    static final Verifier CRL_VERIFIER = Verifier.of(OPTIONS.withCrlMode(CrlMode.REQUIRED));

    /** Every default, for evidence of the simulated vendors. */
    static final Policy DEFAULTS = Policy.builder("minted", "1")
            .reportData(Demand.any())
            .with(CommonRules.TRUST_ANCHORS, new TrustedRoots(true, fingerprints()))
            .snp(PolicySection.snp().with(SnpRules.MEASUREMENT, Demand.any()))
            .tdx(PolicySection.tdx().with(TdxRules.MR_TD, Demand.any()))
            .build();

    private Minted() {}

    static SnpSimulator machine(AmdProduct product, VekKind kind) {
        return Objects.requireNonNull((kind == VekKind.VCEK ? VCEKS : VLEKS).get(product));
    }

    static SnpEvidence snp(AmdProduct product, VekKind kind) {
        return Objects.requireNonNull(Objects.requireNonNull(SNP.get(kind)).get(product));
    }

    static Endorsements endorsements(AmdProduct product, VekKind kind) {
        return SNP_ENDORSEMENTS.computeIfAbsent(snp(product, kind), Minted::endorsements);
    }

    static Endorsements endorsements(SnpEvidence evidence) {
        return Endorsements.of(evidence.leaf(), evidence.intermediate(), evidence.crl());
    }

    static Endorsements endorsements(TdxEvidence evidence) {
        return Endorsements.of(
                evidence.tcbInfo(),
                evidence.qeIdentity(),
                evidence.tcbSigningCertificate(),
                evidence.pckCrl(),
                evidence.rootCrl());
    }

    static VerifiedReport verifiedReport() {
        SnpEvidence evidence = snp(AmdProduct.MILAN, VekKind.VCEK);
        try {
            return VERIFIER.verify(AttestationReport.decode(evidence.report()), endorsements(evidence), evidence.at())
                    .orElseThrow();
        } catch (MalformedEvidenceException | NotVerifiedException e) {
            throw new IllegalStateException(e);
        }
    }

    static VerifiedQuote verifiedQuote() {
        try {
            return VERIFIER.verify(Quote.decode(TD.quote()), TD_ENDORSEMENTS, TD.at())
                    .orElseThrow();
        } catch (MalformedEvidenceException | NotVerifiedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<AmdProduct, SnpSimulator> machines(VekKind kind) {
        Map<AmdProduct, SnpSimulator> machines = new EnumMap<>(AmdProduct.class);
        for (AmdProduct product : AmdProduct.values()) {
            machines.put(product, SnpSimulator.create(AmdHierarchy.create(product, 0), kind));
        }
        return machines;
    }

    private static Map<AmdProduct, SnpEvidence> evidence(Map<AmdProduct, SnpSimulator> machines) {
        Map<AmdProduct, SnpEvidence> evidence = new EnumMap<>(AmdProduct.class);
        machines.forEach((product, machine) -> evidence.put(product, machine.report(5, right -> right)));
        return evidence;
    }

    private static List<QuoteEncoder> quotes() {
        List<QuoteEncoder> quotes = new ArrayList<>();
        for (TdReportEncoder.Kind body : BODIES) {
            quotes.add(INTEL.quoteTemplate(quotes.isEmpty() ? 4 : 5, INTEL.reportTemplate(body)));
        }
        return quotes;
    }

    private static List<X509Certificate> roots() {
        List<byte[]> roots = new ArrayList<>();
        VCEKS.values().forEach(machine -> roots.add(machine.hierarchy().root()));
        roots.add(TD.root());
        return Endorsements.of(roots.toArray(byte[][]::new)).certificates();
    }

    private static List<Bytes> fingerprints() {
        return ROOTS.stream()
                .map(root -> Bytes.copyOf(root.getPublicKey().getEncoded()).sha256())
                .toList();
    }
}
