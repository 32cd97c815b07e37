package dev.assay.endorsement.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.assay.endorsement.EndorsementRequest;
import dev.assay.endorsement.EndorsementSource;
import dev.assay.endorsement.IntelAuthority;
import dev.assay.endorsement.SourceAnswer;
import dev.assay.snp.Product;
import dev.assay.snp.SigningKey;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the sources ask that are not told where. The addresses are those of the vendors' documents. */
class OnlineSourcesTest {
    private static final EndorsementRequest AMD_CRL = new EndorsementRequest.AmdCrl(Product.MILAN, SigningKey.VCEK);
    private static final EndorsementRequest PCK_CRL = new EndorsementRequest.PckCrl(IntelAuthority.PLATFORM_CA);
    private static final EndorsementRequest ROOT_CRL = new EndorsementRequest.IntelRootCrl();

    private static final String AMD_CRL_ADDRESS = "https://kdsintf.amd.com/vcek/v1/Milan/crl";
    private static final String PCK_CRL_ADDRESS =
            "https://api.trustedservices.intel.com/sgx/certification/v4/pckcrl?ca=platform&encoding=der";
    private static final String ROOT_CRL_ADDRESS = "https://certificates.trustedservices.intel.com/IntelSGXRootCA.der";

    private final ScriptedClient client = new ScriptedClient().answers(404, Map.of());
    private final OnlineOptions options =
            OnlineOptions.defaults().withClient(client).withTiming(new StillTiming());

    /** Asks for everything in turn. Nothing is there, and who says so is given back. */
    private static List<String> origins(EndorsementSource source, EndorsementRequest... wanted) {
        return List.of(wanted).stream()
                .map(request -> assertInstanceOf(SourceAnswer.NotFound.class, source.fetch(request))
                        .origin())
                .toList();
    }

    private List<String> asked() {
        return client.addresses().stream().map(URI::toString).toList();
    }

    @Test
    void amdIsAskedAtItsOwnService() {
        assertEquals(List.of("https://kdsintf.amd.com/"), origins(OnlineSources.amdKds(options), AMD_CRL));
        assertEquals(List.of(AMD_CRL_ADDRESS), asked());
        assertInstanceOf(
                SourceAnswer.NotOffered.class, OnlineSources.amdKds(options).fetch(PCK_CRL));
    }

    @Test
    void intelIsAskedAtItsOwnServiceAndForTheRootsListAtTheRootsAddress() {
        String intel = "https://api.trustedservices.intel.com/";
        assertEquals(List.of(intel, intel), origins(OnlineSources.intelPcs(options), PCK_CRL, ROOT_CRL));
        assertEquals(List.of(PCK_CRL_ADDRESS, ROOT_CRL_ADDRESS), asked());
    }

    @Test
    void aMirrorOfIntelsHasTheRootsListAtItsTop() {
        URI mirror = URI.create("https://mirror.example/intel");
        assertEquals(
                List.of("https://mirror.example/intel/", "https://mirror.example/intel/"),
                origins(OnlineSources.intelPcs(mirror, options), PCK_CRL, ROOT_CRL));
        assertEquals(
                List.of(
                        "https://mirror.example/intel/sgx/certification/v4/pckcrl?ca=platform&encoding=der",
                        "https://mirror.example/intel/IntelSGXRootCA.der"),
                asked());
    }

    @Test
    void vendorsAreAskedEachForWhatIsTheirs() {
        EndorsementSource vendors = OnlineSources.vendors(options);
        assertEquals(
                List.of("https://kdsintf.amd.com/", "https://api.trustedservices.intel.com/"),
                origins(vendors, AMD_CRL, ROOT_CRL));
        assertEquals(List.of(AMD_CRL_ADDRESS, ROOT_CRL_ADDRESS), asked());
    }

    @Test
    void theHostAtAzureIsAskedOnTheLink() {
        assertEquals(List.of("http://169.254.169.254/"), origins(OnlineSources.azureHost(options), Scene.vcek()));
        assertEquals(List.of("http://169.254.169.254/metadata/THIM/amd/certification"), asked());
    }
}
