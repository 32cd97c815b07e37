package dev.assay.endorsement;

import dev.assay.model.Bytes;
import dev.assay.model.TcbStatus;
import java.time.Instant;
import java.util.List;

/**
 * One level of a platform in a TCB info: security versions that a platform must all reach to have it.
 *
 * @param sgxComponents the least versions of the platform's 16 components, one byte each
 * @param pceSvn the least version of the provisioning certification enclave, 0 to 65535
 * @param tdxComponents the least versions of TEE_TCB_SVN, 16 of one byte each; empty in a TCB info for SGX
 * @param tcbDate the date to which the level stands for everything known
 * @param status one of the first seven statuses
 * @param advisories the security advisories that the level is open to
 */
public record TcbLevel(
        Bytes sgxComponents,
        int pceSvn,
        Bytes tdxComponents,
        Instant tcbDate,
        TcbStatus status,
        List<String> advisories) {
    /**
     * Keeps its own copy of the list.
     *
     * @param sgxComponents the least versions of the platform's 16 components, one byte each
     * @param pceSvn the least version of the provisioning certification enclave, 0 to 65535
     * @param tdxComponents the least versions of TEE_TCB_SVN, 16 of one byte each
     * @param tcbDate the date to which the level stands for everything known
     * @param status one of the first seven statuses
     * @param advisories the security advisories that the level is open to
     */
    public TcbLevel {
        advisories = List.copyOf(advisories);
    }
}
