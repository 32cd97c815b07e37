package dev.assay.tdx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.assay.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PemTextTest {
    private static final String A = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----";
    private static final String B = "-----BEGIN CERTIFICATE-----\r\nBBBB\r\n-----END CERTIFICATE-----";

    @Test
    void blocksAreCutFromMarkerToMarkerInTheOrderOfTheText() {
        PemText text = split(A + "\n" + B + "\r\n" + A + "\n\0");
        assertEquals(List.of(bytes(A), bytes(B), bytes(A)), text.blocks());
        assertEquals(0, text.strayBytes());
        assertEquals("0a00", text.tail().hex());
        assertTail(text, 1, 1, 0);
    }

    @Test
    void blocksNeedNoLineBreakBetweenThem() {
        PemText text = split(A + A);
        assertEquals(2, text.blocks().size());
        assertEquals(0, text.tail().length());
        assertTail(text, 0, 0, 0);
    }

    @Test
    void bytesAroundBlocksThatAreNoLineBreaksAreCounted() {
        assertEquals(5, split("abc\n" + A + "\n\0 \n" + A).strayBytes());
        assertTail(split(A + "\r\n\n\0\0\0junk"), 3, 3, 4);
    }

    @Test
    void textWithoutABlockIsAllTail() {
        PemText text = split("no certificate\n");
        assertEquals(List.of(), text.blocks());
        assertEquals(15, text.tail().length());
        assertTail(text, 0, 1, 14);
        assertEquals(0, split("").tail().length());
    }

    @Test
    void aBlockThatDoesNotEndIsTail() {
        PemText text = split(A + "\n-----BEGIN CERTIFICATE-----\nAAAA\n");
        assertEquals(1, text.blocks().size());
        assertTail(text, 0, 3, 31);
    }

    @Test
    void aMarkerCutShortAtTheEndIsNoMarker() {
        assertEquals(0, split(A.substring(0, A.length() - 1)).blocks().size());
        assertEquals(0, split("-----BEGIN CERTIFICATE----").blocks().size());
    }

    @Test
    void anEndWithoutABeginningStartsNothing() {
        PemText text = split("-----END CERTIFICATE-----\n" + A);
        assertEquals(List.of(bytes(A)), text.blocks());
        assertEquals(25, text.strayBytes());
    }

    @Test
    void otherLabelsAreNoCertificates() {
        assertEquals(0, split(A.replace("CERTIFICATE", "X509 CRL")).blocks().size());
    }

    @Test
    void aSecondBeginningInsideABlockBelongsToTheBlock() {
        String nested = "-----BEGIN CERTIFICATE-----\n" + A;
        assertEquals(List.of(bytes(nested)), split(nested).blocks());
    }

    @Test
    void blocksAboveTheLimitStayInTheTailWhereTheyStandOut() {
        PemText text = split((A + "\n").repeat(17));
        assertEquals(16, text.blocks().size());
        assertEquals(A.length() + 2, text.tail().length());
        assertTail(text, 0, 4, A.length() - 2);
    }

    @Test
    void aMegabyteOfAlmostMarkersTakesNoTimeToSpeakOf() {
        String almost = "-----BEGIN CERTIFICATE----".repeat(40_000);
        String open = "-----BEGIN CERTIFICATE-----".repeat(38_000);
        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertEquals(0, split(almost).blocks().size()));
        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertEquals(0, split(open).blocks().size()));
    }

    private static void assertTail(PemText text, int nuls, int newlines, int others) {
        assertEquals(nuls, text.tailNuls());
        assertEquals(newlines, text.tailNewlines());
        assertEquals(others, text.tailOthers());
    }

    private static PemText split(String text) {
        return PemText.split(bytes(text));
    }

    private static Bytes bytes(String text) {
        return Bytes.copyOf(text.getBytes(StandardCharsets.US_ASCII));
    }
}
