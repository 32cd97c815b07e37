package dev.assay.testvectors.suite;

import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.manifest.Tee;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a vector of a TDX quote gives. Parts of the evidence that are empty are left out of the endorsements. */
record TdxGiven(TdxEvidence all, Settings settings) implements Given {
    static TdxGiven of(TdxEvidence all) {
        return new TdxGiven(all, Settings.none());
    }

    /** A version 5 quote with a TD report 1.5. */
    static TdxGiven of(TdxSimulator machine) {
        return of(machine.quote(5, TdReportEncoder.Kind.TD_1_5, right -> right));
    }

    TdxGiven with(UnaryOperator<TdxEvidence> change) {
        return new TdxGiven(change.apply(all), settings);
    }

    TdxGiven set(UnaryOperator<Settings> change) {
        return new TdxGiven(all, change.apply(settings));
    }

    @Override
    public Tee tee() {
        return Tee.TDX;
    }

    @Override
    public Blob evidence() {
        return Blob.quote(all.quote());
    }

    @Override
    public Instant at() {
        return all.at();
    }

    @Override
    public Map<String, Blob> single() {
        Map<String, Blob> members = new LinkedHashMap<>();
        members.put("tcbInfo", Blob.collateral(all.tcbInfo()));
        members.put("qeIdentity", Blob.collateral(all.qeIdentity()));
        members.put("pckCrl", Blob.crl(all.pckCrl()));
        members.put("rootCrl", Blob.crl(all.rootCrl()));
        members.put("tcbSigningCertificate", Blob.certificate(all.tcbSigningCertificate()));
        members.values().removeIf(blob -> blob.bytes().length == 0);
        return members;
    }

    @Override
    public Map<String, List<Blob>> lists() {
        return Map.of("trustAnchors", List.of(Blob.certificate(all.root())));
    }
}
