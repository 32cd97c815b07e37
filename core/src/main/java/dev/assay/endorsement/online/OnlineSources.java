package dev.assay.endorsement.online;

import dev.assay.endorsement.EndorsementSource;
import dev.assay.endorsement.IntelAuthority;
import dev.assay.endorsement.KdsUrl;
import dev.assay.endorsement.PcsUrl;
import java.net.URI;
import java.time.Duration;

/**
 * The services that endorsements are had from. Make one source for each service and keep it: the limit of the rate is the
 * source's. Put a cache before it ({@link EndorsementSource#remembering}) and share requests
 * ({@link EndorsementSource#sharing()}).
 */
public final class OnlineSources {
    private static final URI AZURE_HOST = URI.create("http://169.254.169.254/");

    private OnlineSources() {}

    /**
     * AMD's and Intel's own services.
     *
     * @param options how to talk to them
     * @return a source that asks either by what is wanted
     */
    public static EndorsementSource vendors(OnlineOptions options) {
        return EndorsementSource.firstOf(amdKds(options), intelPcs(options));
    }

    /**
     * AMD's key distribution service, which takes about one request in ten seconds from each client.
     *
     * @param options how to talk to it
     * @return a source of VCEKs, authorities and revocation lists
     */
    public static EndorsementSource amdKds(OnlineOptions options) {
        return amdKds(URI.create(KdsUrl.BASE), options);
    }

    /**
     * A mirror or cache of AMD's service.
     *
     * @param base what stands for {@link KdsUrl#BASE} there
     * @param options how to talk to it
     * @return a source of VCEKs, authorities and revocation lists
     */
    public static EndorsementSource amdKds(URI base, OnlineOptions options) {
        return new ServiceSource(new KdsProtocol(BaseAddress.of(base, options)), options.kdsInterval(), options);
    }

    /**
     * Intel's provisioning certification service, version 4.
     *
     * @param options how to talk to it
     * @return a source of TCB infos, identities, revocation lists and PCK certificates
     */
    public static EndorsementSource intelPcs(OnlineOptions options) {
        return intel(URI.create(PcsUrl.BASE), URI.create(PcsUrl.crl(IntelAuthority.ROOT)), options);
    }

    /**
     * A mirror of Intel's service that has the root's revocation list, {@code IntelSGXRootCA.der}, at its top.
     *
     * @param base what stands for {@link PcsUrl#BASE} there
     * @param options how to talk to it
     * @return a source of TCB infos, identities, revocation lists and PCK certificates
     */
    public static EndorsementSource intelPcs(URI base, OnlineOptions options) {
        return intel(base, BaseAddress.of(base, options).plus("IntelSGXRootCA.der"), options);
    }

    /**
     * A PCCS: Intel's own caching service, which differs from Intel's service in its revocation lists.
     *
     * @param base the address up to and without {@code sgx/certification/v4}
     * @param options how to talk to it; most have a certificate of their own, which the client must be made to trust
     * @return a source of TCB infos, identities, revocation lists and PCK certificates
     */
    public static EndorsementSource pccs(URI base, OnlineOptions options) {
        return new ServiceSource(PcsProtocol.pccs(BaseAddress.of(base, options)), Duration.ZERO, options);
    }

    /**
     * The host of a confidential VM at Azure. It certifies no other machine.
     *
     * @param options how to talk to it
     * @return a source of this machine's VCEK and the authorities above it
     */
    public static EndorsementSource azureHost(OnlineOptions options) {
        return azureHost(AZURE_HOST, options);
    }

    /**
     * Something that answers like the host of a confidential VM at Azure.
     *
     * @param base the address up to and without {@code metadata/}
     * @param options how to talk to it
     * @return a source of one machine's VCEK and the authorities above it
     */
    public static EndorsementSource azureHost(URI base, OnlineOptions options) {
        return new ServiceSource(new AzureProtocol(BaseAddress.of(base, options)), Duration.ZERO, options);
    }

    private static EndorsementSource intel(URI base, URI rootCrl, OnlineOptions options) {
        return new ServiceSource(
                PcsProtocol.intel(BaseAddress.of(base, options), rootCrl, options), Duration.ZERO, options);
    }
}
