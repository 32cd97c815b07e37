/**
 * Test vectors for verifiers of SEV-SNP and TDX evidence, and what makes and runs them. Independent of the verifier:
 * bytes are encoded here from the vendors' documents, so that one misreading cannot hide in both.
 *
 * <p>jqwik and JUnit are for the packages {@code arbitraries} and {@code junit} alone. They are not required
 * transitively, not even statically: else whoever compiles against this module would need both.
 */
module dev.assay.testvectors {
    requires jdk.httpserver;
    requires static net.jqwik.api;
    requires static transitive org.jspecify;
    requires static org.junit.jupiter.api;
    requires org.bouncycastle.provider;
    requires tools.jackson.core;

    exports dev.assay.testvectors.amd;
    exports dev.assay.testvectors.arbitraries;
    exports dev.assay.testvectors.encode;
    exports dev.assay.testvectors.intel;
    exports dev.assay.testvectors.junit;
    exports dev.assay.testvectors.manifest;
    exports dev.assay.testvectors.pki;
    exports dev.assay.testvectors.server;
    exports dev.assay.testvectors.simulator;
    exports dev.assay.testvectors.suite;
}
