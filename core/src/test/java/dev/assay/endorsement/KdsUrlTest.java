package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.model.Bytes;
import dev.assay.snp.Product;
import dev.assay.snp.TcbLayout;
import dev.assay.snp.TcbVersion;
import org.junit.jupiter.api.Test;

/** Addresses written out, as document 57230 gives their form. */
class KdsUrlTest {
    private static final Bytes CHIP = Bytes.fromHex("0123456789abcdef" + "00".repeat(55) + "ff");

    @Test
    void milanAndGenoaHaveTheWholeIdentityAndFourParts() {
        TcbVersion tcb = new TcbVersion(TcbLayout.MILAN_GENOA, Bytes.fromHex("0a010000000017ff"));
        String rest = "/0123456789abcdef" + "00".repeat(55) + "ff?blSPL=10&teeSPL=1&snpSPL=23&ucodeSPL=255";
        assertEquals("https://kdsintf.amd.com/vcek/v1/Milan" + rest, KdsUrl.vcek(Product.MILAN, CHIP, tcb));
        assertEquals("https://kdsintf.amd.com/vcek/v1/Genoa" + rest, KdsUrl.vcek(Product.GENOA, CHIP, tcb));
    }

    @Test
    void turinHasEightBytesOfIdentityAndFiveParts() {
        TcbVersion tcb = new TcbVersion(TcbLayout.TURIN, Bytes.fromHex("0501020300000051"));
        assertEquals(
                "https://kdsintf.amd.com/vcek/v1/Turin/0123456789abcdef"
                        + "?fmcSPL=5&blSPL=1&teeSPL=2&snpSPL=3&ucodeSPL=81",
                KdsUrl.vcek(Product.TURIN, CHIP, tcb));
    }

    @Test
    void chainsAreForProductAndKindOfKey() {
        assertEquals(
                "https://kdsintf.amd.com/vcek/v1/Genoa/cert_chain",
                KdsUrl.chain(new AmdAuthority(AmdAuthority.Role.ASK, Product.GENOA)));
        assertEquals(
                "https://kdsintf.amd.com/vlek/v1/Turin/cert_chain",
                KdsUrl.chain(new AmdAuthority(AmdAuthority.Role.ASVK, Product.TURIN)));
    }

    @Test
    void listsAreForProductAndKindOfKey() {
        assertEquals(
                "https://kdsintf.amd.com/vcek/v1/Turin/crl",
                KdsUrl.crl(new AmdAuthority(AmdAuthority.Role.ASK, Product.TURIN)));
        assertEquals(
                "https://kdsintf.amd.com/vlek/v1/Milan/crl",
                KdsUrl.crl(new AmdAuthority(AmdAuthority.Role.ASVK, Product.MILAN)));
    }
}
