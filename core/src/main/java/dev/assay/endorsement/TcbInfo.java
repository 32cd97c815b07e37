package dev.assay.endorsement;

import dev.assay.model.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which security versions of a platform Intel deems good: the TCB info of version 3, as Intel's provisioning
 * certification service (API version 4) serves it. Reading it believes nothing; its signature is for verification.
 *
 * @param id {@code TDX} or {@code SGX}
 * @param issueDate when Intel made it
 * @param nextUpdate when it ceases to be valid
 * @param fmspc the kind of platform that it is for, 6 bytes
 * @param pceId the provisioning certification enclave that it is for, 2 bytes
 * @param tcbEvaluationDataNumber the number of the evaluation it comes from; several are served at a time
 * @param module what a TDX module of major version 0 must be; empty in one for SGX
 * @param moduleIdentities the other major versions of the module; empty in one for SGX, and in those of early 2023
 * @param levels the platform's levels, the highest first, none twice
 * @param signed the bytes that all this was read from
 */
public record TcbInfo(
        String id,
        Instant issueDate,
        Instant nextUpdate,
        Bytes fmspc,
        Bytes pceId,
        int tcbEvaluationDataNumber,
        Optional<TdxModule> module,
        List<TdxModuleIdentity> moduleIdentities,
        List<TcbLevel> levels,
        SignedBody signed) {
    /** The id of TCB infos for TDX. */
    public static final String TDX = "TDX";

    /** The id of TCB infos for SGX. */
    public static final String SGX = "SGX";

    /** The version of the format. */
    public static final int VERSION = 3;

    /**
     * Keeps its own copies of the lists.
     *
     * @param id {@code TDX} or {@code SGX}
     * @param issueDate when Intel made it
     * @param nextUpdate when it ceases to be valid
     * @param fmspc the kind of platform that it is for, 6 bytes
     * @param pceId the provisioning certification enclave that it is for, 2 bytes
     * @param tcbEvaluationDataNumber the number of the evaluation it comes from
     * @param module what a TDX module of major version 0 must be
     * @param moduleIdentities the other major versions of the module
     * @param levels the platform's levels, the highest first, none twice
     * @param signed the bytes that all this was read from
     */
    public TcbInfo {
        moduleIdentities = List.copyOf(moduleIdentities);
        levels = List.copyOf(levels);
    }

    /**
     * Finds the identity of a major version of the TDX module.
     *
     * @param major 1 to 255, byte 1 of TEE_TCB_SVN
     * @return the identity, or empty if this TCB info has none
     */
    public Optional<TdxModuleIdentity> moduleIdentity(int major) {
        for (TdxModuleIdentity identity : moduleIdentities) {
            if (identity.isOf(major)) {
                return Optional.of(identity);
            }
        }
        return Optional.empty();
    }

    /** All values are those of the signed bytes. */
    @Override
    public int hashCode() {
        return signed.hashCode();
    }

    /** What it is for, and its number and date. */
    @Override
    public String toString() {
        return id + " TCB info for FMSPC " + fmspc.hex() + ", evaluation " + tcbEvaluationDataNumber + " of "
                + issueDate;
    }
}
