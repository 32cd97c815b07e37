package dev.assay.verify;

import dev.assay.endorsement.QeIdentity;
import dev.assay.model.Bytes;
import dev.assay.tdx.EnclaveReport;
import dev.assay.tdx.QuoteSignatureData;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Step 8.7, first part: the report of the quoting enclave. Signed with the PCK; vouching for the attestation key by all
 * 64 bytes of its report data; and made by the enclave that the identity describes. Its security version is step 8.8's.
 */
final class TdxQeReport {
    private static final int HASH_SIZE = 32;

    private TdxQeReport() {}

    static void checkSignature(
            QuoteSignatureData data, X509Certificate pck, P256Signatures signatures, FindingList findings) {
        if (P256Signatures.point(pck).isEmpty()) {
            findings.add(
                    TdxCheck.CHAIN_KEY,
                    "a PCK on P-256, which signs QE reports",
                    pck.getPublicKey().getAlgorithm());
        } else if (!signatures.qeReport(pck, data.qeReport().raw(), data.qeReportSignature())) {
            findings.add(
                    TdxCheck.QE_REPORT_SIGNATURE,
                    "a QE report signed with the PCK",
                    "a signature that does not verify");
        }
    }

    static void checkBinding(QuoteSignatureData data, FindingList findings) {
        Bytes reportData = data.qeReport().reportData();
        Bytes hash = Bytes.sha256Of(List.of(data.attestationKey(), data.qeAuthenticationData()));
        if (!reportData.startsWith(hash) || !reportData.from(HASH_SIZE).isZero()) {
            findings.add(
                    TdxCheck.QE_KEY_BINDING,
                    "report data " + hash.hex() + " (the hash of attestation key and authentication data), then zeros",
                    reportData.hex());
        }
    }

    static void checkIdentity(EnclaveReport report, QeIdentity identity, FindingList findings) {
        long miscSelect = report.miscSelect() & identity.miscSelectMask();
        if (miscSelect != identity.miscSelect()) {
            findings.add(
                    TdxCheck.QE_MISCSELECT,
                    String.format("MISCSELECT 0x%08x under its mask", identity.miscSelect()),
                    String.format("0x%08x", miscSelect));
        }
        Bytes attributes = masked(report.attributes(), identity.attributesMask());
        if (!attributes.equals(identity.attributes())) {
            findings.add(
                    TdxCheck.QE_ATTRIBUTES,
                    "attributes " + identity.attributes().hex() + " under their mask",
                    attributes.hex());
        }
        if (!report.mrSigner().equals(identity.mrSigner())) {
            findings.add(
                    TdxCheck.QE_SIGNER,
                    "MRSIGNER " + identity.mrSigner().hex(),
                    report.mrSigner().hex());
        }
        if (report.isvProdId() != identity.isvProdId()) {
            findings.add(TdxCheck.QE_PRODUCT, "product " + identity.isvProdId(), "" + report.isvProdId());
        }
    }

    private static Bytes masked(Bytes value, Bytes mask) {
        byte[] masked = value.toArray();
        for (int i = 0; i < masked.length; i++) {
            masked[i] &= (byte) mask.u8(i);
        }
        return Bytes.copyOf(masked);
    }
}
