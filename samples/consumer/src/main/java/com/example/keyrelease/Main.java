package com.example.keyrelease;

import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.policy.Baseline;
import dev.assay.snp.AttestationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Verifies a report from a file, to show that the library starts as a module and from the class path. */
public final class Main {
    private Main() {}

    /** Takes the names of report and VCEK certificate, and the time. */
    public static void main(String[] args) throws Exception {
        AttestationReport report = AttestationReport.decode(Files.readAllBytes(Path.of(args[0])));
        Endorsements endorsements = Endorsements.of(Files.readAllBytes(Path.of(args[1])));
        Instant at = Instant.parse(args[2]);
        boolean named = Verifier.class.getModule().isNamed();
        System.out.println((named ? "module path: " : "class path: ")
                + Baseline.policy().appraise(Verifier.standard().verify(report, endorsements, at), report, at));
    }
}
