package dev.assay.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Policies as files of a user's, written with apostrophes for quotation marks. */
final class PolicyFiles {
    /** MEASUREMENT of the shipped report: 48 bytes at offset 0x90. */
    static final String MEASUREMENT =
            "7a1e5c266c0108dbc9bb94fa926951320940915d0aafb42464bd88b579ea158d3e1a0dc39b2c60bd95b9c480cd81841f";

    static final String OTHER_MEASUREMENT = "00" + MEASUREMENT.substring(2);

    private PolicyFiles() {}

    static Path write(Path folder, String json) {
        return Shipped.write(
                folder.resolve("policy.json"), json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** A policy for the shipped report that demands this measurement, and what else is given. */
    static String pinned(String id, String measurement, String more) {
        return "{'id': '" + id + "', 'version': '7', 'reportData': 'any', 'snp': {'measurement': ['" + measurement
                + "']" + more + "}}";
    }
}
