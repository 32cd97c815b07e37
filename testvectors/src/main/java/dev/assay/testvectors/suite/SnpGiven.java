package dev.assay.testvectors.suite;

import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.manifest.CrlMode;
import dev.assay.testvectors.manifest.Tee;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a vector of an SEV-SNP report gives. A copy that a method returns differs in one part. */
record SnpGiven(
        Blob evidence,
        Optional<Blob> vek,
        List<Blob> chain,
        List<Blob> crl,
        List<Blob> anchors,
        Instant at,
        Settings settings)
        implements Given {
    /** Leaf, intermediate and revocation list as endorsements, the root as the only anchor. */
    static SnpGiven of(SnpEvidence evidence) {
        return new SnpGiven(
                Blob.report(evidence.report()),
                Optional.of(Blob.certificate(evidence.leaf())),
                List.of(Blob.certificate(evidence.intermediate())),
                List.of(Blob.crl(evidence.crl())),
                List.of(Blob.certificate(evidence.root())),
                evidence.at(),
                Settings.none());
    }

    SnpGiven report(byte[] bytes) {
        return new SnpGiven(Blob.report(bytes), vek, chain, crl, anchors, at, settings);
    }

    SnpGiven leaf(byte[] der) {
        return new SnpGiven(evidence, Optional.of(Blob.certificate(der)), chain, crl, anchors, at, settings);
    }

    SnpGiven withoutLeaf() {
        return new SnpGiven(evidence, Optional.empty(), chain, crl, anchors, at, settings);
    }

    SnpGiven withChain(byte[]... ders) {
        List<Blob> others = Arrays.stream(ders).map(Blob::certificate).toList();
        return new SnpGiven(evidence, vek, others, crl, anchors, at, settings);
    }

    SnpGiven withCrls(byte[]... ders) {
        List<Blob> others = Arrays.stream(ders).map(Blob::crl).toList();
        return new SnpGiven(evidence, vek, chain, others, anchors, at, settings);
    }

    SnpGiven andCrl(byte[] der) {
        List<Blob> more = new ArrayList<>(crl);
        more.add(Blob.crl(der));
        return new SnpGiven(evidence, vek, chain, more, anchors, at, settings);
    }

    SnpGiven anchors(byte[]... ders) {
        List<Blob> others = Arrays.stream(ders).map(Blob::certificate).toList();
        return new SnpGiven(evidence, vek, chain, crl, others, at, settings);
    }

    SnpGiven at(Instant time) {
        return new SnpGiven(evidence, vek, chain, crl, anchors, time, settings);
    }

    SnpGiven set(UnaryOperator<Settings> change) {
        return new SnpGiven(evidence, vek, chain, crl, anchors, at, change.apply(settings));
    }

    SnpGiven crlRequired() {
        return set(settings -> settings.withCrl(CrlMode.REQUIRED));
    }

    @Override
    public Tee tee() {
        return Tee.SEV_SNP;
    }

    @Override
    public Map<String, Blob> single() {
        Map<String, Blob> members = new LinkedHashMap<>();
        vek.ifPresent(blob -> members.put("vek", blob));
        return members;
    }

    @Override
    public Map<String, List<Blob>> lists() {
        Map<String, List<Blob>> members = new LinkedHashMap<>();
        members.put("chain", chain);
        members.put("crl", crl);
        members.put("trustAnchors", anchors);
        members.values().removeIf(List::isEmpty);
        return members;
    }
}
