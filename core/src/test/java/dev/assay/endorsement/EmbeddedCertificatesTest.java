package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.model.Bytes;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is embedded is what the vendors published: figures from AMD's and Intel's certificates, computed elsewhere. */
class EmbeddedCertificatesTest {
    private static List<X509Certificate> all() {
        return Stream.of(
                        EmbeddedCertificates.amdRoots(),
                        EmbeddedCertificates.amdIntermediates(),
                        List.of(EmbeddedCertificates.intelRoot()))
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void thereAreTenOfThem() {
        assertEquals(10, all().size());
    }

    @ParameterizedTest
    @CsvSource({
        "ARK-Milan, 10000, 69d063b45344d26a2e94e1f4210de49ef555308287d4c174445c95639a540bcd,"
                + " 9f056bee44377e29308cb5ffa895bdfb62d18881fa6bed8d6f075b0204089cb9",
        "ARK-Genoa, 20000, 4c6598d19c18719c5dfd4a7d335f674e5bfe1d8f800cea2cf270c10d103db2f1,"
                + " 429a69c9422aa258ee4d8db5fcda9c6470ef15f8cd5a9cebd6cbc7d90b863831",
        "ARK-Turin, 30000, 1f084161a44bb6d93778a904877d4819cafa5d05ef4193b2ded9dd9c73dd3f6a,"
                + " 4f125410563a2ab9a50356f9243f6fe0b6f73de98603f53f90339c70e9d7ad08",
        "SEV-Milan, 10001, 67d303bd3905fd38db8b20e0793699870e7fa612eaad5dec358293fd8c0bac1b,"
                + " 42491669ccb851d627ea9846cd24eccbeb7de7c2a62740120fff88001d38ebb6",
        "SEV-Genoa, 20002, 5464738c1546aed5f2cecf1dc98c5c960a92e8913238a61711bc90ec6e828521,"
                + " 0324d55bcd48ba877a8fd87c0e1b4934dec8448e3807a24384a34dc6a6c9ebb8",
        "SEV-Turin, 30001, 5b77ef5fe7a7a004fd9032668fba9d0fda22f88c4442069a479636a6ae3b3185,"
                + " 0000ead352025f208bf55297c4192c34cd1b878002107366d8f2065a9ae7d3a9",
        "SEV-VLEK-Milan, 10101, c5e081f59b7efab1fe2f8b505e159704e72f29cab7ef7cf628a05a42439082f5,"
                + " 66450a123ea5876206df67f2514a4fea224c0f63b18313423078b0edc4535e33",
        "SEV-VLEK-Genoa, 20101, 197e610743a917d6b9bb982a5a9226ccc0a15b611be0619e626aca9151457372,"
                + " 7d1633252ebbadaa75f96e9b4e6f7d43a90ceb3f843937482630f8da2459264e",
        "SEV-VLEK-Turin, 30101, 104e10a8bd060a3c20a434261a57d0588fd65a88915b4f65b08bdecaf8df1a3c,"
                + " bfc441408b2f806c5dbf180bd8920e6e60dd404d82141780d85dbf962954d386",
        "Intel SGX Root CA, 22650cd65a9d3489f383b49552bf501b392706ac,"
                + " 44a0196b2b99f889b8e149e95b807a350e7424964399e885a7cbb8ccfab674d3,"
                + " a0af031289f5d5d4132f9186068a7fc13628633ba235777472e29b6b6c67a49e",
    })
    void itsFiguresAreThoseOfTheVendor(String commonName, String serial, String der, String key) throws Exception {
        X509Certificate certificate = all().stream()
                .filter(candidate ->
                        candidate.getSubjectX500Principal().getName().matches("(.*,)?CN=" + commonName + "(,.*)?"))
                .findFirst()
                .orElseThrow();
        assertEquals(serial, certificate.getSerialNumber().toString(16));
        assertEquals(der, Bytes.copyOf(certificate.getEncoded()).sha256().hex());
        assertEquals(
                key,
                Bytes.copyOf(certificate.getPublicKey().getEncoded()).sha256().hex());
    }

    /** The first Genoa ASK is revoked; only its successor may be embedded. */
    @Test
    void theRevokedGenoaAskIsNotAmongThem() {
        assertEquals(
                0,
                all().stream()
                        .filter(certificate ->
                                certificate.getSerialNumber().toString(16).equals("20001"))
                        .count());
    }
}
