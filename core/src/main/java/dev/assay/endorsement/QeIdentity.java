package dev.assay.endorsement;

import dev.assay.model.Bytes;
import java.time.Instant;
import java.util.List;

/**
 * What a quoting enclave must be: the enclave identity of version 2, as Intel's provisioning certification service (API
 * version 4) serves it. Reading it believes nothing; its signature is for verification.
 *
 * @param id {@code TD_QE} for TDX; {@code QE} and {@code QVE} are of SGX
 * @param issueDate when Intel made it
 * @param nextUpdate when it ceases to be valid
 * @param tcbEvaluationDataNumber the number of the evaluation it comes from
 * @param miscSelect the MISCSELECT that the masked one must equal, 32 bits
 * @param miscSelectMask which bits of it count
 * @param attributes the attributes that the masked ones must equal, 16 bytes
 * @param attributesMask which bits of them count, 16 bytes
 * @param mrSigner the enclave's signer, 32 bytes
 * @param isvProdId the enclave's product number, 0 to 65535
 * @param levels its levels, the highest security version first, none twice
 * @param signed the bytes that all this was read from
 */
public record QeIdentity(
        String id,
        Instant issueDate,
        Instant nextUpdate,
        int tcbEvaluationDataNumber,
        long miscSelect,
        long miscSelectMask,
        Bytes attributes,
        Bytes attributesMask,
        Bytes mrSigner,
        int isvProdId,
        List<SvnLevel> levels,
        SignedBody signed) {
    /** The id of the quoting enclave that signs for TDs. */
    public static final String TD_QE = "TD_QE";

    /** The version of the format. */
    public static final int VERSION = 2;

    /**
     * Keeps its own copy of the list.
     *
     * @param id {@code TD_QE} for TDX; {@code QE} and {@code QVE} are of SGX
     * @param issueDate when Intel made it
     * @param nextUpdate when it ceases to be valid
     * @param tcbEvaluationDataNumber the number of the evaluation it comes from
     * @param miscSelect the MISCSELECT that the masked one must equal, 32 bits
     * @param miscSelectMask which bits of it count
     * @param attributes the attributes that the masked ones must equal, 16 bytes
     * @param attributesMask which bits of them count, 16 bytes
     * @param mrSigner the enclave's signer, 32 bytes
     * @param isvProdId the enclave's product number, 0 to 65535
     * @param levels its levels, the highest security version first, none twice
     * @param signed the bytes that all this was read from
     */
    public QeIdentity {
        levels = List.copyOf(levels);
    }

    /** All values are those of the signed bytes. */
    @Override
    public int hashCode() {
        return signed.hashCode();
    }

    /** What it is for, and its number and date. */
    @Override
    public String toString() {
        return id + " identity, evaluation " + tcbEvaluationDataNumber + " of " + issueDate;
    }
}
