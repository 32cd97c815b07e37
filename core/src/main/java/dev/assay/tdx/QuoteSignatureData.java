package dev.assay.tdx;

import dev.assay.model.Bytes;

/**
 * Everything behind the signed part of a quote: the signature, the key that made it, and the quoting enclave's (QE)
 * voucher for that key. Not signed itself as a whole. Source: DCAP {@code sgx_quote_4.h},
 * {@code sgx_ecdsa_sig_data_v4_t} and {@code sgx_qe_report_certification_data_t}.
 *
 * <p>Only decoding makes it.
 */
public final class QuoteSignatureData {
    private final Bytes raw;
    private final EnclaveReport qeReport;
    private final Bytes qeAuthenticationData;
    private final CertificationData certificationData;

    QuoteSignatureData(
            Bytes raw, EnclaveReport qeReport, Bytes qeAuthenticationData, CertificationData certificationData) {
        this.raw = raw;
        this.qeReport = qeReport;
        this.qeAuthenticationData = qeAuthenticationData;
        this.certificationData = certificationData;
    }

    /**
     * The whole signature data, without the length in front of it.
     *
     * @return as many bytes as that length says
     */
    public Bytes raw() {
        return raw;
    }

    /**
     * The signature over {@link Quote#signedBytes()} by the attestation key, ECDSA with P-256 and SHA-256: 64 bytes at
     * offset 0, r then s, big-endian. Their ranges are not checked here.
     *
     * @return 64 bytes as received
     */
    public Bytes signature() {
        return raw.slice(SignatureDataDecoder.SIGNATURE, 64);
    }

    /**
     * The public attestation key, a point of P-256: 64 bytes at offset 64, x then y, big-endian. That it is on the
     * curve is not checked here.
     *
     * @return 64 bytes as received
     */
    public Bytes attestationKey() {
        return raw.slice(SignatureDataDecoder.ATTESTATION_KEY, 64);
    }

    /**
     * The report of the QE, by which it vouches for the attestation key: 384 bytes at offset 134.
     *
     * @return the report; what is signed is its {@link EnclaveReport#raw()}
     */
    public EnclaveReport qeReport() {
        return qeReport;
    }

    /**
     * The signature over the QE report by the PCK, ECDSA with P-256 and SHA-256: 64 bytes at offset 518, r then s,
     * big-endian.
     *
     * @return 64 bytes as received
     */
    public Bytes qeReportSignature() {
        return raw.slice(SignatureDataDecoder.QE_REPORT_SIGNATURE, 64);
    }

    /**
     * Data of the QE's own choice, which the QE report's report data covers together with the attestation key: at
     * offset 584, behind its 2-byte length. 32 bytes in real quotes, but no length is prescribed.
     *
     * @return 0 to 65535 bytes as received
     */
    public Bytes qeAuthenticationData() {
        return qeAuthenticationData;
    }

    /**
     * What leads to the PCK certificate; the rest of the signature data.
     *
     * @return the inner certification data
     */
    public CertificationData certificationData() {
        return certificationData;
    }
}
