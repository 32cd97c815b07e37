package dev.assay.cli;

import dev.assay.verify.CertificateFact;
import dev.assay.verify.CrlState;
import dev.assay.verify.ValidityWindow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What both kinds of evidence have in common of what was established: certificates, revocation, and for how long. */
final class ChainFacts {
    private ChainFacts() {}

    /** Prints certificates, each under its role. */
    static void print(FactList facts, List<String> roles, List<CertificateFact> chain) {
        for (int i = 0; i < chain.size(); i++) {
            CertificateFact certificate = chain.get(i);
            facts.fact(roles.get(i), certificate.subject());
            facts.note("serial 0x" + certificate.serial().toString(16) + ", valid " + certificate.window());
            facts.note("SHA-256     " + certificate.fingerprint().hex());
            facts.note("SHA-256 key " + certificate.keyFingerprint().hex());
        }
    }

    static List<Object> members(List<String> roles, List<CertificateFact> chain) {
        List<Object> certificates = new ArrayList<>();
        for (CertificateFact certificate : chain) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("role", roles.get(certificates.size()));
            members.put("subject", certificate.subject());
            members.put("serial", certificate.serial().toString(16));
            members.put("sha256", certificate.fingerprint().hex());
            members.put("keySha256", certificate.keyFingerprint().hex());
            members.putAll(window(certificate.window()));
            certificates.add(members);
        }
        return certificates;
    }

    static Map<String, Object> window(ValidityWindow window) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("notBefore", window.notBefore().toString());
        members.put("notAfter", window.notAfter().toString());
        return members;
    }

    static String word(CrlState state) {
        return switch (state) {
            case CHECKED -> "checked";
            case NOT_GIVEN -> "not-given";
            case OFF -> "off";
        };
    }
}
