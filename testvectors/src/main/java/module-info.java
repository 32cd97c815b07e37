/**
 * Test vectors for verifiers of SEV-SNP and TDX evidence, and what makes and runs them. Independent of the verifier:
 * bytes are encoded here from the vendors' documents, so that one misreading cannot hide in both.
 */
module dev.assay.testvectors {
    requires static transitive org.jspecify;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires tools.jackson.databind;

    exports dev.assay.testvectors.manifest;
}
