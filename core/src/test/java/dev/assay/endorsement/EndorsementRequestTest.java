package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.model.Bytes;
import dev.assay.snp.Product;
import dev.assay.snp.SigningKey;
import dev.assay.snp.TcbLayout;
import dev.assay.snp.TcbVersion;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be asked for, and how it is called in messages and in stores. */
class EndorsementRequestTest {
    private static final TcbVersion CLASSIC = new TcbVersion(TcbLayout.MILAN_GENOA, Bytes.fromHex("04000000000018db"));
    private static final TcbVersion TURIN = new TcbVersion(TcbLayout.TURIN, Bytes.fromHex("0101010400000051"));
    private static final Bytes CHIP = Bytes.fromHex("a1b2c3d4e5f60718" + "00".repeat(56));
    private static final Bytes FMSPC = Bytes.fromHex("b0c06f000000");
    private static final String CPU_SVN = "0405060708090a0b0c0d0e0f10111213";

    private static EndorsementRequest.PckCertificate pck(int qeId, int ppid, int cpuSvn, int pceSvn, int pceId) {
        return new EndorsementRequest.PckCertificate(
                Bytes.copyOf(new byte[qeId]),
                Bytes.copyOf(new byte[ppid]),
                Bytes.fromHex(CPU_SVN + "14").slice(0, cpuSvn),
                pceSvn,
                Bytes.copyOf(new byte[pceId]));
    }

    private static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of(
                        "VCEK of a Milan chip at bootLoader 4, tee 0, snp 24, microcode 219",
                        new EndorsementRequest.Vcek(Product.MILAN, CHIP, CLASSIC)),
                Arguments.of(
                        "VCEK of a Turin chip at fmc 1, bootLoader 1, tee 1, snp 4, microcode 81",
                        new EndorsementRequest.Vcek(Product.TURIN, CHIP, TURIN)),
                Arguments.of(
                        "VLEK for Genoa at bootLoader 4, tee 0, snp 24, microcode 219",
                        new EndorsementRequest.Vlek(Product.GENOA, CLASSIC)),
                Arguments.of("chain of SEV-Milan", new EndorsementRequest.AmdChain(Product.MILAN, SigningKey.VCEK)),
                Arguments.of(
                        "chain of SEV-VLEK-Turin", new EndorsementRequest.AmdChain(Product.TURIN, SigningKey.VLEK)),
                Arguments.of(
                        "revocation list for SEV-Genoa", new EndorsementRequest.AmdCrl(Product.GENOA, SigningKey.VCEK)),
                Arguments.of(
                        "revocation list for SEV-VLEK-Milan",
                        new EndorsementRequest.AmdCrl(Product.MILAN, SigningKey.VLEK)),
                Arguments.of(
                        "TCB info for FMSPC b0c06f000000 (e17)",
                        new EndorsementRequest.TcbInfo(FMSPC, new EvaluationSet.Numbered(17))),
                Arguments.of(
                        "identity of the TD quoting enclave (early)",
                        new EndorsementRequest.QeIdentity(EvaluationSet.Update.EARLY)),
                Arguments.of(
                        "revocation list by Intel SGX PCK Platform CA",
                        new EndorsementRequest.PckCrl(IntelAuthority.PLATFORM_CA)),
                Arguments.of("revocation list by Intel SGX Root CA", new EndorsementRequest.IntelRootCrl()),
                Arguments.of("list of TCB evaluations", new EndorsementRequest.Evaluations()),
                Arguments.of("PCK certificate for CPUSVN " + CPU_SVN + ", PCESVN 13", pck(16, 384, 16, 13, 2)));
    }

    @ParameterizedTest
    @MethodSource("words")
    void messagesSayWhatWasAskedForWithoutTheChip(String expected, EndorsementRequest request) {
        assertEquals(expected, request.toString());
    }

    @Test
    void keysSayAllThatTellsRequestsApart() {
        assertEquals(
                "amd/vcek/Turin/a1b2c3d4e5f60718/0101010400000051",
                new EndorsementRequest.Vcek(Product.TURIN, CHIP, TURIN).key());
        assertEquals("amd/vlek/Genoa/04000000000018db", new EndorsementRequest.Vlek(Product.GENOA, CLASSIC).key());
        // SHA-256 of 256 zeros, by sha256sum.
        assertEquals(
                "intel/pck/" + "00".repeat(16) + "/5341e6b2646979a70e57653007a1f310169421ec9bdd9f1a5648f75ade005af1"
                        + "/0000/" + CPU_SVN + "/65535",
                pck(16, 256, 16, 65535, 2).key());
    }

    @Test
    void aTcbVersionIsOneOfTheProduct() {
        assertThrows(IllegalArgumentException.class, () -> new EndorsementRequest.Vcek(Product.MILAN, CHIP, TURIN));
        assertThrows(IllegalArgumentException.class, () -> new EndorsementRequest.Vcek(Product.TURIN, CHIP, CLASSIC));
        assertThrows(IllegalArgumentException.class, () -> new EndorsementRequest.Vlek(Product.MILAN, TURIN));
        assertThrows(IllegalArgumentException.class, () -> new EndorsementRequest.Vlek(Product.TURIN, CLASSIC));
    }

    @ParameterizedTest
    @EnumSource(
            value = SigningKey.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"VCEK", "VLEK"})
    void noAuthorityCertifiesOtherKinds(SigningKey kind) {
        assertThrows(IllegalArgumentException.class, () -> new EndorsementRequest.AmdChain(Product.MILAN, kind));
        assertThrows(IllegalArgumentException.class, () -> new EndorsementRequest.AmdCrl(Product.MILAN, kind));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0xFFFF})
    void aSecurityVersionOfSixteenBitsCanBeAskedFor(int pceSvn) {
        assertEquals(pceSvn, pck(16, 384, 16, pceSvn, 2).pceSvn());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0x10000})
    void noOtherSecurityVersionCanBeAskedFor(int pceSvn) {
        assertThrows(IllegalArgumentException.class, () -> pck(16, 384, 16, pceSvn, 2));
    }

    @Test
    void thePartsOfAPlatformsIdentityHaveTheirSizes() {
        assertThrows(IllegalArgumentException.class, () -> pck(15, 384, 16, 13, 2));
        assertThrows(IllegalArgumentException.class, () -> pck(16, 383, 16, 13, 2));
        assertThrows(IllegalArgumentException.class, () -> pck(16, 384, 17, 13, 2));
        assertThrows(IllegalArgumentException.class, () -> pck(16, 384, 16, 13, 3));
    }

    @Test
    void anEvaluationHasANumberOfSixteenBitsThatIsNotZero() {
        assertEquals("e1", new EvaluationSet.Numbered(1).key());
        assertEquals("e65535", new EvaluationSet.Numbered(0xFFFF).key());
        assertThrows(IllegalArgumentException.class, () -> new EvaluationSet.Numbered(0));
        assertThrows(IllegalArgumentException.class, () -> new EvaluationSet.Numbered(0x10000));
    }
}
