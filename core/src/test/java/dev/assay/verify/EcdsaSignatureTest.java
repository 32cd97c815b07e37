package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.model.Bytes;
import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures of two numbers in the two forms that there are. */
class EcdsaSignatureTest {
    private static final String HIGH = "ff".repeat(32);

    private static Optional<EcdsaSignature> der(String hex) {
        return EcdsaSignature.ofDer(Bytes.fromHex(hex));
    }

    private static String sequence(String content) {
        return String.format("30%02x%s", content.length() / 2, content);
    }

    @Test
    void rawSignaturesAreTwoNumbersOfThirtyTwoBytes() {
        EcdsaSignature signature = EcdsaSignature.ofRaw(Bytes.fromHex("00".repeat(31) + "07" + HIGH));
        assertEquals(BigInteger.valueOf(7), signature.r());
        assertEquals(new BigInteger(HIGH, 16), signature.s());
    }

    @ParameterizedTest
    @CsvSource({
        "020101020102, 1, 2",
        "020100020100, 0, 0",
        "02017f02020080, 7f, 80",
        "0202008002017f, 80, 7f",
        "02027fff020200ff, 7fff, ff"
    })
    void numbersOfDerAreReadFromTheirShortestForm(String content, String r, String s) {
        EcdsaSignature signature = der(sequence(content)).orElseThrow();
        assertEquals(new BigInteger(r, 16), signature.r());
        assertEquals(new BigInteger(s, 16), signature.s());
    }

    @Test
    void theLargestNumbersHaveThirtyThreeBytes() {
        EcdsaSignature signature =
                der(sequence("022100" + HIGH + "022100" + HIGH)).orElseThrow();
        assertEquals(new BigInteger(HIGH, 16), signature.r());
        assertEquals(new BigInteger(HIGH, 16), signature.s());
        assertEquals(Optional.empty(), der(sequence("022200ff" + HIGH + "020101")));
        assertEquals(Optional.empty(), der(sequence("0222" + "01" + "00".repeat(33) + "020101")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30",
                "3000",
                "3003020101",
                "3005020101020102",
                "3007020101020102",
                "3106020101020102",
                "308106020101020102",
                "3006030101020102",
                "3006020101030102",
                "300602010102010200",
                "3007020101020102ff",
                "3005020002010200",
                "3005020101 0200",
                "30050201010200",
                "30050200020101",
                "3006020181020101",
                "3006020101020181",
                "300702020001020101",
                "3007020101 02020001",
                "300702020000020101",
                "3006020401020102",
                "3006027f01020102",
                "30060201010201",
                "3006020101020202",
                "3004020101ff",
                "3003020201",
                "3004020301ff",
                "3006020180020101",
                "3006020101020180"
            })
    void anythingElseIsNoSignature(String hex) {
        assertEquals(Optional.empty(), der(hex.replace(" ", "")));
    }

    @Test
    void aLengthThatNeedsTwoBytesIsNoSignature() {
        assertEquals(Optional.empty(), der("3080" + "0201" + "01" + "027b" + "7f" + "01".repeat(122)));
    }
}
