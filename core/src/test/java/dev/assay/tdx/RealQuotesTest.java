package dev.assay.tdx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Quotes of real machines. The expected values were cut from the files by offset with a tool of another language; a run
 * of zeros is written as its length.
 */
class RealQuotesTest {
    @Test
    void version4() throws IOException, MalformedEvidenceException {
        Quote quote = Quote.decode(read("v4"));
        assertEquals(4, quote.header().version());
        assertEquals(TdReportType.TD_1_0, quote.bodyType());
        assertEquals(4936, quote.length());
        assertEquals(70, quote.trailingZeros());
        assertEquals(632, quote.signedBytes().length());
        assertEquals(
                "889b7d6ff9df2405b240a830e73faf3d00000000",
                quote.header().userData().hex());
        assertEquals(6, quote.signatureData().qeReport().isvSvn());
        assertEquals(2, quote.signatureData().qeReport().isvProdId());
        assertEquals(3678, quote.signatureData().certificationData().content().length());
        assertLines("""
                teeTcbSvn 06010300000000000000000000000000
                mrSeam 5b38e33a6487958b72c3c12a938eaa5e3fd4510c51aeeab58c7d5ecee41d7c43\
                6489d6c8e4f92f160b7cad34207b00c1
                mrSignerSeam zeros 48
                seamAttributes zeros 8
                tdAttributes 0000001000000000
                xfam e702060000000000
                mrTd 91eb2b44d141d4ece09f0c75c2c53d247a3c68edd7fafe8a3520c942a604a407\
                de03ae6dc5f87f27428b2538873118b7
                mrConfigId zeros 48
                mrOwner zeros 48
                mrOwnerConfig zeros 48
                rtmr0 44c0197b39157fdd7a4dcc44767f9d6b0bb3977c7a8e347b8492f827fe9d9e5c\
                48aca29b220b80b6a540cf994b9bc9c0
                rtmr1 0084452c01668329d4bc06acdf58a7205c26743304509973949e5619bf81a6a7\
                aea8c323c173019b3093d54e579e9378
                rtmr2 d833feef2cd945148aa38ead2c53e9b7f138190aaaebfc551dccd829fc207aa3\
                ba80b70870d7330733642e01d48c3132
                rtmr3 zeros 48
                reportData 9a9d48e7f6799642d3d1b34e1e5e1742d4bb02dd6ddd551862c1211d35c304f9\
                eca3efdbb481601c163cf52493d6e44aed55d51ec39b7e518fadb92c2b523f20
                """, DecodedFields.of(quote.body()));
        assertLines("""
                signature f156eac8ad01d79f7cce668f60005819b22f2151a66155a430ad4f7a9538ae31\
                330f9dfd5424e7c4124b44a668cb97fe2da48e617252ee5aeb6252d48e9324e5
                attestationKey c78ac5859b9f567238fad82ad63202bc516ee7ad14ec1d9adfc633e4cf5f71f7\
                3d6138ce76d0d9c1443f695464d1ed419c37ce696e70e95a5b317894a5897907
                qeReportSignature ca1bd340a4c8437b3d3d6fcf8b40030ddb7ac7f22d9597f4b593120350c891ca\
                fdf7c699e6feac62e44d474b48c653114a2adf325623b6a218a166a27dfe8550
                qeAuthenticationData 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
                cpuSvn 0303191b04ff00060000000000000000
                attributes 1500000000000000e700000000000000
                mrEnclave e5a3a7b5d830c2953b98534c6c59a3a34fdc34e933f7f5898f0a85cf08846bca
                mrSigner dc9e2a7c6f948f17474e34a7fc43ed030f7c1563f1babddf6340c82e0e54a8c5
                reportData c936492a774946af9b588f6b3bd8beddc5957d1761ded2c0bb61d7b64de5b324\
                0000000000000000000000000000000000000000000000000000000000000000
                """, signatureFields(quote.signatureData()));
    }

    @Test
    void version5WithTheBodyOf15() throws IOException, MalformedEvidenceException {
        Quote quote = Quote.decode(read("v5-td15"));
        assertEquals(5, quote.header().version());
        assertEquals(TdReportType.TD_1_5, quote.bodyType());
        assertEquals(5006, quote.length());
        assertEquals(0, quote.trailingZeros());
        assertEquals(702, quote.signedBytes().length());
        assertEquals(
                "dd130a3f3a9e91528dafeb58cc82c33b00000000",
                quote.header().userData().hex());
        assertEquals(7, quote.signatureData().qeReport().isvSvn());
        assertEquals(2, quote.signatureData().qeReport().isvProdId());
        assertEquals(3678, quote.signatureData().certificationData().content().length());
        assertLines("""
                teeTcbSvn 07010300000000000000000000000000
                mrSeam 49b66faa451d19ebbdbe89371b8daf2b65aa3984ec90110343e9e2eec116af08\
                850fa20e3b1aa9a874d77a65380ee7e6
                mrSignerSeam zeros 48
                seamAttributes zeros 8
                tdAttributes 0000001000000000
                xfam e718060000000000
                mrTd 273828c46252fcbdd8ad2dd907130222b03466d52a2911d70c1a5950895d6bd1\
                ae451d382d5a9b1b4c0ed0e5ae9a3dbd
                mrConfigId zeros 48
                mrOwner zeros 48
                mrOwnerConfig zeros 48
                rtmr0 zeros 48
                rtmr1 zeros 48
                rtmr2 zeros 48
                rtmr3 zeros 48
                reportData d2142b643598eb5fae2bc8529dd79a558b29f868ccbb6531cb28dab9dce47728\
                0000000000000000000000000000000000000000000000000000000000000000
                teeTcbSvn2 0d010300000000000000000000000000
                mrServiceTd zeros 48
                """, DecodedFields.of(quote.body()));
        assertLines("""
                signature 55cce3b63e81b310cf0a2b1568206eb3038881f3f77191cf1f5e93f8c18314dc\
                b4c4ca7195d2f9d4dfe4d501cec3b2293aadfadf05619e7ffdd2f6b30256888b
                attestationKey a22dd5040b9f5ff7490a9c68f96ec249cd5e89a51c38fad5dee08caceb8df3f0\
                8f84f459b24be462fb461c9e9bbbd445a74f6d5491b5ee3250eef008a599837e
                qeReportSignature 9f688b045d6031445ffaa0a439c941a02b256e0e3bc317503686c82b410bc9e9\
                5d60155807f00bdf0ea82eb3613c005228a6c7ed697a24604ddb3f7b7950de36
                qeAuthenticationData 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
                cpuSvn 0303191b04ff00030000000000000000
                attributes 1500000000000000e700000000000000
                mrEnclave b7ae9ab69e76f7794a56b0db1915281d435d488c91d406ed33a7939caf8730f8
                mrSigner dc9e2a7c6f948f17474e34a7fc43ed030f7c1563f1babddf6340c82e0e54a8c5
                reportData 679ee7161d8ec8b46b8ce3005e1b0dfabac93ae7a7de0946c05db2cb1600a0e7\
                0000000000000000000000000000000000000000000000000000000000000000
                """, signatureFields(quote.signatureData()));
    }

    @Test
    void version5WithTheExtendedBodyOf15() throws IOException, MalformedEvidenceException {
        Quote quote = Quote.decode(read("v5-td15ex"));
        assertEquals(5, quote.header().version());
        assertEquals(TdReportType.TD_1_5_EX, quote.bodyType());
        assertEquals(5247, quote.length());
        assertEquals(0, quote.trailingZeros());
        assertEquals(939, quote.signedBytes().length());
        assertEquals(
                "1f85fcc1bdb5a5a096bff437fad4d74c00000000",
                quote.header().userData().hex());
        assertEquals(8, quote.signatureData().qeReport().isvSvn());
        assertEquals(2, quote.signatureData().qeReport().isvProdId());
        assertEquals(3682, quote.signatureData().certificationData().content().length());
        assertLines("""
                teeTcbSvn 0f010400000000000000000000000000
                mrSeam ab62561a173acbd18ee50ff37750db44184c6cf5e886df74247cc575e163b04c\
                34b9e18374757c235affa614d4127f6b
                mrSignerSeam zeros 48
                seamAttributes zeros 8
                tdAttributes 0000001000000000
                xfam e702060000000000
                mrTd 2a674327c50218dba880066b349b8d559d749ed68dce33fd651c184a877d084b\
                07a9e583767a7ad5da13ed91deec2b70
                mrConfigId 0151ed70bddb5f12574176b37e3f53bbfc4ba15c33cbddc2d03d90b6de14596c\
                c0000000000000000000000000000000
                mrOwner zeros 48
                mrOwnerConfig zeros 48
                rtmr0 0345d2a146eec673fb3861a4d88c5093ef0934b142884294377628cf09fb21bf\
                a979acec61e79f925f5fccaad0827165
                rtmr1 3484cd07ba093cede0938303617d6da58f3c6a895ddd5461b3bdd0b29f40e869\
                d4c92642867b44bd3619451bd78ff2d0
                rtmr2 83b7a9a35ed613c17a8b9d36a49f28b095f54daa78b328c93eef10ae3e21094c\
                1411467e3371157c4cde5e0beb72dcb8
                rtmr3 556d4986cae57e7e3756b6471e4951be6f5f1b4e70942c72325223d6af239da9\
                0f1484eeb627727e6d2c0755393b5fdf
                reportData 2945321c99222c3622a14cf7feaab073e799be14b5f3e73cd2e6cad64e5f0624\
                63ad204f33f0a39e47d098330db88ca5b5d0a7afce540dfe4c4fe4a377190731
                teeTcbSvn2 0f010400000000000000000000000000
                mrServiceTd zeros 48
                vmId zeros 1
                tdId e1f3ee829cb6f039318b8ae3eee622622775f4c9128fee747cb662c624d88b8e
                deviceInfoHash zeros 48
                initialServiceTdHash zeros 48
                initialServiceTdAttributes zeros 8
                initialCpuSvn zeros 16
                initialTeeTcbSvn zeros 16
                initialTeeFmspc zeros 12
                currentServiceTdHash zeros 48
                currentServiceTdAttributes zeros 8
                """, DecodedFields.of(quote.body()));
        assertLines("""
                signature e7db9f1b62d58dda7210bdcef56782079ed5e8bce6fa72210e8ebdea87ff04fc\
                108e4d06a910028d2f5ec87dd34cda7d42e8b2f82344f3051f2561135b642824
                attestationKey 97b9cb97bbf60c73edc1db3c2fab3c772ba3d5a57cd12fe18fa78c2483e1d4ad\
                9bd14887419a99217ebd26a620138f79a5ff2d3d3ffdb50c46536c092b0d598c
                qeReportSignature 69ca90e9db9a41cc2ea47566260caa4edac5dc7c6772991e9d7991e78c95efa7\
                8592fa7c12b320b442fc987f992dd0af80019af1dc3a7c111659326ccdb095fb
                qeAuthenticationData 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
                cpuSvn 0404191b04ff00060000000000000000
                attributes 1500000000000000e700000000000000
                mrEnclave de1e1bbbc8edef08283e8ad51ce112b5b11af473050828543a0c73b914a33e71
                mrSigner dc9e2a7c6f948f17474e34a7fc43ed030f7c1563f1babddf6340c82e0e54a8c5
                reportData 9545e975f7bb93c0780ddb32fabedb2cc34424b62a1bf919b3b406f40567d8e0\
                0000000000000000000000000000000000000000000000000000000000000000
                """, signatureFields(quote.signatureData()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v4", "v5-td15", "v5-td15ex"})
    void whatRealQuotesHaveInCommon(String name) throws IOException, MalformedEvidenceException {
        Quote quote = Quote.decode(read(name));
        assertEquals(2, quote.header().attestationKeyType());
        assertEquals("00000000", quote.header().reserved().hex());
        assertEquals(
                "939a7233f79c4ca9940a0db3957f0607", quote.header().qeVendorId().hex());
        assertEquals(0x15, quote.signatureData().qeReport().attributeFlags());
        assertEquals(0, quote.signatureData().qeReport().miscSelect());
        PemText text = ((PckChain) quote.signatureData().certificationData()).split();
        assertEquals(3, text.blocks().size());
        assertEquals(0, text.strayBytes());
        assertEquals("0a00", text.tail().hex());
        assertEquals(Bytes.copyOf(read(name)), Reassembled.from(quote));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v4", "v5-td15", "v5-td15ex"})
    void cutsAndChangesAreRefusedOrHarmless(String name) throws IOException {
        QuoteSweep.truncateEverywhere(read(name));
        QuoteSweep.changeEveryByte(read(name));
    }

    private static Map<String, String> signatureFields(QuoteSignatureData data) {
        EnclaveReport report = data.qeReport();
        return Map.of(
                "signature", data.signature().hex(),
                "attestationKey", data.attestationKey().hex(),
                "qeReportSignature", data.qeReportSignature().hex(),
                "qeAuthenticationData", data.qeAuthenticationData().hex(),
                "cpuSvn", report.cpuSvn().hex(),
                "attributes", report.attributes().hex(),
                "mrEnclave", report.mrEnclave().hex(),
                "mrSigner", report.mrSigner().hex(),
                "reportData", report.reportData().hex());
    }

    private static void assertLines(String expected, Map<String, String> actual) {
        Map<String, String> fields = expected.lines()
                .map(line -> line.replaceFirst(" ", "=").split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> pair[1].startsWith("zeros ")
                                ? "00".repeat(Integer.parseInt(pair[1].substring(6)))
                                : pair[1]));
        assertEquals(fields, Map.copyOf(actual));
    }

    private static byte[] read(String name) throws IOException {
        String resource = "/dev/assay/testvectors/vectors/tdx/real/" + name + ".quote.bin";
        try (InputStream in = RealQuotesTest.class.getResourceAsStream(resource)) {
            assertNotNull(in, resource);
            return in.readAllBytes();
        }
    }
}
