package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;

/** The names, types and addresses of Intel's that are written down here. */
class IntelNamesTest {
    @Test
    void holdersAreFoundByTheWholeName() {
        for (IntelAuthority authority : IntelAuthority.values()) {
            assertEquals(Optional.of(authority), IntelAuthority.named(authority.subject()));
            assertEquals(
                    new X500Principal("C=US, ST=CA, L=Santa Clara, O=Intel Corporation, CN=" + authority.commonName()),
                    authority.subject());
        }
        for (String other : List.of(
                "CN=Intel SGX Root CA",
                "C=US, ST=CA, L=Santa Clara, O=Intel Corporation, CN=Intel SGX Root CB",
                "C=DE, ST=CA, L=Santa Clara, O=Intel Corporation, CN=Intel SGX Root CA")) {
            assertEquals(Optional.empty(), IntelAuthority.named(new X500Principal(other)));
        }
    }

    @Test
    void twoAuthoritiesIssuePckCertificates() {
        assertEquals(
                List.of(IntelAuthority.PLATFORM_CA, IntelAuthority.PROCESSOR_CA),
                Stream.of(IntelAuthority.values())
                        .filter(IntelAuthority::issuesPcks)
                        .toList());
    }

    @Test
    void addressesAreThoseOfTheService() {
        assertEquals(
                "https://api.trustedservices.intel.com/tdx/certification/v4/tcb?fmspc=00806f050000",
                PcsUrl.tcbInfo(Bytes.fromHex("00806F050000")));
        assertEquals("https://api.trustedservices.intel.com/tdx/certification/v4/qe/identity", PcsUrl.qeIdentity());
        assertEquals(
                "https://api.trustedservices.intel.com/sgx/certification/v4/pckcrl?ca=processor&encoding=der",
                PcsUrl.crl(IntelAuthority.PROCESSOR_CA));
        assertEquals(
                "https://api.trustedservices.intel.com/sgx/certification/v4/pckcrl?ca=platform&encoding=der",
                PcsUrl.crl(IntelAuthority.PLATFORM_CA));
        assertEquals(
                "https://certificates.trustedservices.intel.com/IntelSGXRootCA.der", PcsUrl.crl(IntelAuthority.ROOT));
    }

    @Test
    void sgxTypesAreNumberedFromZeroToTwo() {
        assertEquals(Optional.of(SgxType.STANDARD), SgxType.of(0));
        assertEquals(Optional.of(SgxType.SCALABLE), SgxType.of(1));
        assertEquals(Optional.of(SgxType.SCALABLE_WITH_INTEGRITY), SgxType.of(2));
        assertEquals(Optional.empty(), SgxType.of(3));
        assertEquals(Optional.empty(), SgxType.of(-1));
        assertEquals("scalable with integrity", SgxType.SCALABLE_WITH_INTEGRITY.label());
        assertEquals("standard", SgxType.STANDARD.label());
    }

    @Test
    void modulesAreNamedByTwoHexadecimalDigits() {
        TdxModuleIdentity ten =
                new TdxModuleIdentity("tdx_0a", new TdxModule(Bytes.empty(), Bytes.empty(), Bytes.empty()), List.of());
        assertTrue(ten.isOf(10));
        assertFalse(ten.isOf(0));
        assertFalse(ten.isOf(0xA0));
        assertEquals("TDX_01", TdxModuleIdentity.idOf(1));
        assertEquals("TDX_FF", TdxModuleIdentity.idOf(255));
    }
}
