/**
 * Assay: decodes, verifies and appraises attestation evidence of AMD SEV-SNP and Intel TDX guests.
 *
 * <p>Start at {@link dev.assay}. Data flows one way, {@link dev.assay.snp} or {@link dev.assay.tdx}, then
 * {@link dev.assay.verify}; each stage has its own type that only the stage before can make.
 */
module dev.assay {
    requires transitive java.net.http;
    requires static transitive org.jspecify;
    requires org.bouncycastle.provider;
    requires tools.jackson.core;

    exports dev.assay;
    exports dev.assay.bundle;
    exports dev.assay.endorsement;
    exports dev.assay.endorsement.online;
    exports dev.assay.explain;
    exports dev.assay.model;
    exports dev.assay.policy;
    exports dev.assay.reappraisal;
    exports dev.assay.result;
    exports dev.assay.snp;
    exports dev.assay.tdx;
    exports dev.assay.verify;
}
