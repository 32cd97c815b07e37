package dev.assay.tdx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.model.Bytes;
import org.junit.jupiter.api.Test;

class TeeTcbSvnTest {
    private final TeeTcbSvn svn = new TeeTcbSvn(Bytes.fromHex("0d01fe030405060708090a0b0c0d0eff"));

    @Test
    void theFirstThreeBytesHaveNames() {
        assertEquals(13, svn.minor());
        assertEquals(1, svn.major());
        assertEquals(254, svn.seamPatch());
    }

    @Test
    void everyComponentIsOneUnsignedByte() {
        assertEquals(13, svn.component(0));
        assertEquals(255, svn.component(15));
        assertThrows(IndexOutOfBoundsException.class, () -> svn.component(16));
        assertThrows(IndexOutOfBoundsException.class, () -> svn.component(-1));
    }

    @Test
    void theTextFormIsTheBytesInTheirOrder() {
        assertEquals("0d01fe030405060708090a0b0c0d0eff", svn.toString());
    }
}
