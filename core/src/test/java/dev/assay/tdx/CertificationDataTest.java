package dev.assay.tdx;

import static dev.assay.tdx.QuoteBuilder.concat;
import static dev.assay.tdx.QuoteBuilder.filled;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificationDataTest {
    private static final byte[] CPU_SVN = filled(16, 0x51);

    @Test
    void aClearIdentifierComesWithTheVersionsOfThePlatform() throws MalformedEvidenceException {
        byte[] ppid = filled(16, 0x50);
        CertificationData data = decoded(1, concat(ppid, CPU_SVN, new byte[] {0x0B, 0x01, 0x34, 0x12}));
        ClearPpid clear = assertInstanceOf(ClearPpid.class, data);
        assertEquals(1, clear.type());
        assertArrayEquals(ppid, clear.ppid().toArray());
        assertArrayEquals(CPU_SVN, clear.cpuSvn().toArray());
        assertEquals(0x010B, clear.pceSvn());
        assertEquals("3412", clear.pceId().hex());
    }

    @ParameterizedTest
    @CsvSource({"2, 256", "3, 384"})
    void anEncryptedIdentifierComesWithTheVersionsOfThePlatform(int type, int size) throws MalformedEvidenceException {
        byte[] ppid = filled(size, 0x50);
        CertificationData data = decoded(type, concat(ppid, CPU_SVN, new byte[] {0x0B, 0x01, 0x34, 0x12}));
        EncryptedPpid encrypted = assertInstanceOf(EncryptedPpid.class, data);
        assertEquals(type, encrypted.type());
        assertArrayEquals(ppid, encrypted.encryptedPpid().toArray());
        assertArrayEquals(CPU_SVN, encrypted.cpuSvn().toArray());
        assertEquals(0x010B, encrypted.pceSvn());
        assertEquals("3412", encrypted.pceId().hex());
    }

    @Test
    void certificatesAndManifestsAreKeptAsBytesWhateverTheyAre() throws MalformedEvidenceException {
        byte[] junk = filled(77, 3);
        for (int type : new int[] {4, 5, 7}) {
            CertificationData data = decoded(type, junk);
            assertEquals(type, data.type());
            assertArrayEquals(junk, data.content().toArray());
        }
        assertInstanceOf(PckLeaf.class, decoded(4, junk));
        assertInstanceOf(PckChain.class, decoded(5, junk));
        assertInstanceOf(PlatformManifest.class, decoded(7, junk));
    }

    @Test
    void leafAndChainCanBeTakenApart() throws MalformedEvidenceException {
        byte[] text = "-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----\n"
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertEquals(1, ((PckLeaf) decoded(4, text)).split().blocks().size());
        assertEquals(1, ((PckChain) decoded(5, text)).split().blocks().size());
    }

    @Test
    void structuresOfAFixedSizeDoNotExistWithAnother() {
        Bytes five = Bytes.copyOf(new byte[5]);
        assertThrows(IllegalArgumentException.class, () -> new ClearPpid(five));
        assertThrows(IllegalArgumentException.class, () -> new EncryptedPpid(2, five));
        assertThrows(IllegalArgumentException.class, () -> new EncryptedPpid(4, Bytes.copyOf(new byte[276])));
        assertThrows(IllegalArgumentException.class, () -> new TdReport10(five));
        assertThrows(IllegalArgumentException.class, () -> new TdReport15(Bytes.copyOf(new byte[584])));
        assertThrows(IllegalArgumentException.class, () -> new TdReport15Ex(Bytes.copyOf(new byte[648])));
        assertThrows(IllegalArgumentException.class, () -> new QuoteHeader(five));
        assertThrows(IllegalArgumentException.class, () -> new EnclaveReport(five));
        assertThrows(IllegalArgumentException.class, () -> new TdAttributes(five));
        assertThrows(IllegalArgumentException.class, () -> new Xfam(five));
        assertThrows(IllegalArgumentException.class, () -> new TeeTcbSvn(five));
    }

    private static CertificationData decoded(int type, byte[] content) throws MalformedEvidenceException {
        QuoteBuilder builder = QuoteBuilder.v4();
        builder.innerType = type;
        builder.inner = content;
        return Quote.decode(builder.build()).signatureData().certificationData();
    }
}
