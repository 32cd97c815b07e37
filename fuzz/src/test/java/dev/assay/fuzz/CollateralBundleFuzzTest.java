package dev.assay.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.endorsement.Endorsements;
import dev.assay.testvectors.intel.SignedJson;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Collateral that other programs packed into one JSON object. */
class CollateralBundleFuzzTest {
    static Stream<byte[]> seeds() {
        String crl = HexFormat.of().formatHex(Minted.TD.pckCrl());
        SignedJson info = Minted.INTEL.signedTcbInfo();
        SignedJson identity = Minted.INTEL.signedQeIdentity();
        return Stream.of(
                        "{\"tcb_info\":" + quoted(info.text()) + ",\"qe_identity\":" + quoted(identity.text())
                                + ",\"pck_crl\":\"" + crl + "\",\"root_ca_crl\":\"\"}",
                        "{\"tcb_info\":" + quoted(info.body()) + ",\"tcb_info_signature\":\"" + info.signature()
                                + "\",\"qe_identity\":" + quoted(identity.body()) + ",\"qe_identity_signature\":\""
                                + identity.signature() + "\"}",
                        "{\"collaterals\":{\"tcbinfos\":[{\"fmspc\":\"00\",\"tdx_tcbinfo\":" + info.text()
                                + "}],\"tdqeidentity\":" + identity.text()
                                + ",\"pckcacrl\":{\"platformCrl\":\"" + crl + "\"},\"rootcacrl\":\"30\","
                                + "\"certificates\":{\"TCB-Info-Issuer-Chain\":{\"PLATFORM\":\"-----BEGIN%20X\"}}}}",
                        "{\"tcb_info\":\"\",\"pck_crl_issuer_chain\":\"-----BEGIN%20CERTIFICATE-----%0AMAA=%0A-----END%20CERTIFICATE-----\"}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.holdTotal(input, bytes -> EndorsementsText.of(Endorsements.of(bytes)));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
