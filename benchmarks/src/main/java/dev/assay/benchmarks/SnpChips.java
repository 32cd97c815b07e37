package dev.assay.benchmarks;

import dev.assay.Evidence;
import dev.assay.SnpEvidence;
import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.snp.AttestationReport;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.encode.CertificateTableEncoder;
import dev.assay.testvectors.encode.SnpReportEncoder;
import dev.assay.testvectors.encode.TableGuid;
import dev.assay.testvectors.pki.EcCurve;
import dev.assay.testvectors.pki.EcKey;
import dev.assay.testvectors.pki.EcSignature;
import dev.assay.testvectors.pki.Hash;
import dev.assay.verify.SignatureMemory;
import dev.assay.verify.VerificationOptions;
import dev.assay.verify.VerifiedReport;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** SEV-SNP chips of one product, each with a VCEK, its certificate and a report of its own. */
final class SnpChips {
    /** More than the entries of memory that a chip takes. */
    private static final int ENTRIES = 4;

    /** For what is remembered once for all chips. */
    private static final int SHARED = 64;

    private static final AmdProduct PRODUCT = AmdProduct.MILAN;
    private static final int ID_SIZE = 64;

    private final AmdHierarchy vendor;
    private final SnpAuthority authority;
    private final Endorsements endorsements;
    private final List<Chip> chips;

    /** A report and the certificate of the key that signed it. */
    private record Chip(Bytes report, Bytes certificate) {}

    private SnpChips(AmdHierarchy vendor, SnpAuthority authority, List<Chip> chips) {
        this.vendor = vendor;
        this.authority = authority;
        this.endorsements = Endorsements.of(authority.certificate(), vendor.crl());
        this.chips = chips;
    }

    static SnpChips mint(int count) throws GeneralSecurityException {
        AmdHierarchy vendor = AmdHierarchy.create(PRODUCT, 0);
        SnpAuthority authority = SnpAuthority.below(vendor);
        SnpReportEncoder template = SnpSimulator.create(vendor, VekKind.VCEK).reportTemplate(3);
        return new SnpChips(
                vendor,
                authority,
                IntStream.range(0, count)
                        .parallel()
                        .mapToObj(i -> chip(EcKey.derive(EcCurve.P384, i, "chip"), template, vendor, authority))
                        .toList());
    }

    /** Its identity is a part of its key, so that both are its own. */
    private static Chip chip(EcKey key, SnpReportEncoder template, AmdHierarchy vendor, SnpAuthority authority) {
        byte[] id = Arrays.copyOf(key.coordinates(), ID_SIZE);
        SnpReportEncoder report = template.chipId(id);
        EcSignature signature = key.sign(Hash.SHA384, report.signedPart());
        byte[] certificate = vendor.leafTemplate(VekKind.VCEK, PRODUCT.tcb(), id)
                .publicKey(key.publicKeyInfo())
                .sign(authority);
        return new Chip(
                Bytes.copyOf(report.signature(signature.r(), signature.s()).encode()), Bytes.copyOf(certificate));
    }

    int count() {
        return chips.size();
    }

    byte[] certificate(int chip) {
        return chips.get(chip).certificate().toArray();
    }

    /** What all chips need: the ASK and the revocation list. */
    Endorsements endorsements() {
        return endorsements;
    }

    /** The same with a chip's certificate, as who keeps it for the next report has it. */
    Endorsements endorsements(int chip) {
        return Endorsements.builder()
                .add(endorsements)
                .add(Endorsements.of(certificate(chip)))
                .build();
    }

    /** A verifier that forgets none of so many chips. */
    Verifier roomyVerifier(int count) {
        return Verifier.of(VerificationOptions.defaults()
                .withTrustAnchors(TrustAnchors.of(Endorsements.of(vendor.root()).certificates()))
                .withSignatures(Backend.BOUNCY_CASTLE.signatures())
                .withMemory(SignatureMemory.ofCapacity(2 * (ENTRIES * count + SHARED))));
    }

    /** A report alone. */
    AttestationReport report(int chip) throws MalformedEvidenceException {
        return AttestationReport.decode(chips.get(chip).report().toArray());
    }

    /** A report with the table that hosts give along: VCEK, ASK, ARK. */
    byte[] extended(int chip) {
        return extended(
                chip,
                CertificateTableEncoder.empty()
                        .add(TableGuid.VCEK, certificate(chip))
                        .add(TableGuid.ASK, authority.certificate())
                        .add(TableGuid.ARK, vendor.root()));
    }

    byte[] extended(int chip, CertificateTableEncoder table) {
        byte[] report = chips.get(chip).report().toArray();
        byte[] after = table.encode();
        byte[] both = Arrays.copyOf(report, report.length + after.length);
        System.arraycopy(after, 0, both, report.length, after.length);
        return both;
    }

    /** A report with its table, from bytes. */
    VerifiedReport verify(Verifier verifier, byte[] extended) throws Exception {
        return verifier.verify((SnpEvidence) Evidence.decode(extended), endorsements, SnpSimulator.AT)
                .orElseThrow();
    }

    /** A report alone, for who keeps certificates. */
    VerifiedReport verify(Verifier verifier, int chip, Endorsements given) throws Exception {
        return verifier.verify(report(chip), given, SnpSimulator.AT).orElseThrow();
    }

    /** Verifies the next of these at each call, and the first one after the last. */
    Callable<VerifiedReport> inTurn(Verifier verifier, List<byte[]> extended) {
        AtomicInteger next = new AtomicInteger();
        return () -> verify(verifier, extended.get(Math.floorMod(next.getAndIncrement(), extended.size())));
    }
}
