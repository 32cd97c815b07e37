package dev.assay.endorsement;

import dev.assay.model.Bytes;
import java.util.Optional;

/**
 * What the SGX extension (1.2.840.113741.1.13.1) of a PCK certificate says, decoded exactly. Source: "Intel SGX PCK
 * Certificate and Certificate Revocation List Profile", SGX extensions.
 *
 * @param ppid the platform's provisioning id, 16 bytes (.1)
 * @param componentSvns the security versions of the platform's 16 components, one byte each (.2.1 to .2.16)
 * @param pceSvn the security version of the provisioning certification enclave, 0 to 65535 (.2.17)
 * @param cpuSvn the processor's security version, 16 bytes, opaque (.2.18); not to be compared by component
 * @param pceId the provisioning certification enclave's id, 2 bytes (.3)
 * @param fmspc family, model, stepping, platform type and custom SKU, 6 bytes (.4)
 * @param sgxType how memory is protected (.5); always there in Intel's own certificates
 * @param platformInstanceId the id of this installation of the platform, 16 bytes (.6); Platform CA only
 * @param configuration how the platform is configured (.7); Platform CA only
 */
public record PckExtensions(
        Bytes ppid,
        Bytes componentSvns,
        int pceSvn,
        Bytes cpuSvn,
        Bytes pceId,
        Bytes fmspc,
        Optional<SgxType> sgxType,
        Optional<Bytes> platformInstanceId,
        Optional<PlatformConfiguration> configuration) {
    /** The OID of the extension. */
    public static final String OID = "1.2.840.113741.1.13.1";

    /** How many components a platform has. */
    public static final int COMPONENTS = 16;

    /**
     * Whether these are all the entries of certificates of Intel's: five, or seven of the Platform CA.
     *
     * @return false if there are only the four that judging a platform takes: PPID, TCB, PCEID and FMSPC
     */
    public boolean complete() {
        return sgxType.isPresent();
    }

    /**
     * Which authority issues certificates with such extensions.
     *
     * @return {@link IntelAuthority#PLATFORM_CA} if platform instance id and configuration are there, else
     *     {@link IntelAuthority#PROCESSOR_CA}
     */
    public IntelAuthority issuer() {
        return configuration.isPresent() ? IntelAuthority.PLATFORM_CA : IntelAuthority.PROCESSOR_CA;
    }
}
