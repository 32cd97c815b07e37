package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The name of the algorithm inside and outside of what is signed, on structures written out by hand. */
class AlgorithmIdentifiersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                // A certificate: version, serial number, algorithm; then the algorithm and a signature.
                "3019 300f a003020102 020100 3003060101 0500 3003060101 030100",
                // A certificate of version 1 has no version.
                "3010 3008 020100 3003060101 3003060101 0300",
                // A revocation list: version, algorithm.
                "3010 3008 020101 3003060101 3003060101 0300",
                // A revocation list of version 1.
                "300d 3005 3003060101 3003060101 0300",
                // A longer name outside of the short form of lengths.
                "3081 10 3008 020100 3003060101 3003060101 0300"
            })
    void theSameNameTwiceAgrees(String hex) {
        assertTrue(agree(hex));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3010 3008 020100 3003060101 3003060102 0300",
                "3011 3008 020100 3003060101 300406010100 0300",
                "3010 3008 020100 3003060101 3103060101 0300",
                "300e 3008 020100 3003060101 3001060101 0300",
                // No algorithm where one should be.
                "3010 3008 020100 0403060101 3003060101 0300",
                "3010 3008 020100 0403060101 0403060101 0300",
                // Cut short, with lengths that reach outside.
                "",
                "30",
                "3000",
                "3002",
                "3002 3000",
                "3004 3002 0201",
                "3010 3008 020100 3003060101",
                "3010 3009 020100 3003060101 3003060101 0300",
                // Lengths that are no int.
                "3088 7fffffffffffffff 3008 020100 3003060101 3003060101 0300",
                "3084 7fffffff 3008 020100 3003060101 3003060101 0300",
                "3084 ffffffff 3008 020100 3003060101 3003060101 0300",
                "30ff 3008 020100 3003060101 3003060101 0300",
                // An indefinite length.
                "3080 3008 020100 3003060101 3003060101 0300 0000"
            })
    void anythingElseDoesNot(String hex) {
        assertFalse(agree(hex));
    }

    @Test
    void realSizesAreRead() {
        SnpForge milan = SnpForge.MILAN;
        for (byte[] der : new byte[][] {
            milan.evidence().leaf(),
            milan.evidence().intermediate(),
            milan.evidence().root(),
            milan.evidence().crl()
        }) {
            assertTrue(AlgorithmIdentifiers.agree(Bytes.copyOf(der)));
            byte[] other = der.clone();
            // The outer parameters end before the signature's 512 bytes and its header of 5; the last byte is a number.
            other[der.length - 512 - 5 - 1] ^= 1;
            assertFalse(AlgorithmIdentifiers.agree(Bytes.copyOf(other)));
        }
    }

    private static boolean agree(String hex) {
        return AlgorithmIdentifiers.agree(Bytes.fromHex(hex.replace(" ", "")));
    }
}
