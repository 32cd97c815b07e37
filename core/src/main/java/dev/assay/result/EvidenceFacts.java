package dev.assay.result;

import dev.assay.model.Bytes;
import dev.assay.snp.AttestationReport;
import dev.assay.tdx.Quote;
import dev.assay.verify.CertificateFact;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a result says of the evidence itself, whichever kind it is. */
record EvidenceFacts(
        String tee,
        Bytes digest,
        Map<String, Object> claims,
        List<CertificateFact> chain,
        List<EndorsementDigest> endorsements) {
    static EvidenceFacts of(Verified<?> verified) {
        return verified instanceof VerifiedReport report ? of(report) : of((VerifiedQuote) verified);
    }

    private static EvidenceFacts of(VerifiedReport report) {
        return new EvidenceFacts(
                AttestationResult.SEV_SNP,
                report.evidence().raw().sha256(),
                SnpClaims.of(report.evidence(), Optional.of(report)),
                report.chain(),
                certificates(report.chain()));
    }

    private static EvidenceFacts of(VerifiedQuote quote) {
        List<EndorsementDigest> endorsements = new ArrayList<>(certificates(quote.chain()));
        endorsements.add(new EndorsementDigest(
                "tcb-info",
                quote.tcbInfo().toString(),
                quote.tcbInfo().signed().bytes().sha256()));
        endorsements.add(new EndorsementDigest(
                "qe-identity",
                quote.qeIdentity().toString(),
                quote.qeIdentity().signed().bytes().sha256()));
        return new EvidenceFacts(
                AttestationResult.TDX,
                quote.evidence().raw().sha256(),
                TdxClaims.of(quote),
                quote.chain(),
                endorsements);
    }

    static EvidenceFacts unverified(AttestationReport report) {
        return new EvidenceFacts(
                AttestationResult.SEV_SNP,
                report.raw().sha256(),
                SnpClaims.of(report, Optional.empty()),
                List.of(),
                List.of());
    }

    static EvidenceFacts unverified(Quote quote) {
        return new EvidenceFacts(
                AttestationResult.TDX, quote.raw().sha256(), TdxClaims.of(quote), List.of(), List.of());
    }

    private static List<EndorsementDigest> certificates(List<CertificateFact> chain) {
        return chain.stream()
                .map(fact -> new EndorsementDigest("certificate", fact.subject(), fact.fingerprint()))
                .toList();
    }
}
