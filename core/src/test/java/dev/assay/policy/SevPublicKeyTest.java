package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.assay.model.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digests of ID and author keys. */
class SevPublicKeyTest {
    private static final String SPKI = "3076301006072a8648ce3d020106052b8104002203620004";

    @ParameterizedTest
    @CsvSource({
        "id, 59fb2c686dfa4fef49f38339aa775c90051c28d57383ddc3baf3b5eb4b1496df3b0dbbdcbae5fe27677a644820773fe2",
        "author, eed81169fb0cb5e0ec34794f128fd4e0c4a46f67c65a1adfa81fcb24bcc088c272369b7ffc3eb2b6af6a4284a1b36c5f"
    })
    void aRealKeyHasTheDigestThatFirmwareStates(String name, String digest) throws Exception {
        String corpus = System.getProperty("assay.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus");
        Path folder = Path.of(corpus, "snp", "id-block");
        Bytes der = Bytes.copyOf(Files.readAllBytes(folder.resolve(name + "_pubkey_spki.der")));
        SevPublicKey key = SevPublicKey.ofDer(der);
        assertEquals(Bytes.copyOf(Files.readAllBytes(folder.resolve(name + "_pubkey_sev.bin"))), key.encoded());
        assertEquals(digest, key.digest().hex());
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(der.toArray())
                + "\n-----END PUBLIC KEY-----\n";
        assertEquals(key, SevPublicKey.ofPem(pem));
    }

    @Test
    void coordinatesAreTurnedRound() {
        byte[] der = Bytes.fromHex(SPKI + "01" + "00".repeat(46) + "02" + "03" + "00".repeat(46) + "04")
                .toArray();
        Bytes encoded = SevPublicKey.ofDer(Bytes.copyOf(der)).encoded();
        assertEquals(2, encoded.u32le(0));
        assertEquals(2, encoded.u8(4));
        assertEquals(1, encoded.u8(4 + 47));
        assertEquals(4, encoded.u8(4 + 72));
        assertEquals(3, encoded.u8(4 + 72 + 47));
        assertEquals(1028, encoded.length());
    }

    @Test
    void otherKeysAreRefused() {
        String point = "11".repeat(96);
        for (String hex : new String[] {
            "", SPKI, SPKI + point + "00", SPKI.replace("0022", "0023") + point, SPKI.replace("0004", "0003") + point
        }) {
            assertThrows(IllegalArgumentException.class, () -> SevPublicKey.ofDer(Bytes.fromHex(hex)));
        }
        for (String pem : new String[] {
            "", "-----BEGIN PUBLIC KEY-----", "-----BEGIN PUBLIC KEY-----!-----END PUBLIC KEY-----", "AAAA"
        }) {
            assertThrows(IllegalArgumentException.class, () -> SevPublicKey.ofPem(pem));
        }
        assertThrows(IllegalArgumentException.class, () -> new SevPublicKey(Bytes.fromHex("00")));
    }
}
