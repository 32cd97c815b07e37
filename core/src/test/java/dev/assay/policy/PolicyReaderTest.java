package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader of policies takes what is documented, and says of everything else where it is wrong. */
class PolicyReaderTest {
    private static final String H48 = "ab".repeat(48);
    private static final String OK = "{'id': 'p', 'version': '1', 'reportData': 'any', 'snp': {'measurement': 'any'}}";

    private static Policy read(String json) {
        return Policy.fromJson(json.replace('\'', '"').replace("H48", H48));
    }

    private static PolicyException refused(String json) {
        return assertThrows(PolicyException.class, () -> read(json));
    }

    @Test
    void theSketchOfTheDesignIsAPolicy() {
        Policy policy = read("""
                {'id': 'a', 'version': 'b', 'reportData': {'prefix': 'aabb'},
                 'snp': {'measurement': ['H48'], 'vmpl': [0], 'minGuestSvn': 0,
                   'minTcb': {'Milan': {'bootLoader': 4, 'tee': 0, 'snp': 24, 'microcode': 219}},
                   'guestPolicy': {'debug': 'any'}, 'hostData': ['%s'], 'chipId': ['%s']},
                 'tdx': {'mrTd': 'any', 'rtmr0': ['H48'], 'tcbStatus': ['UpToDate', 'OutOfDate'], 'mrSeam': ['H48'],
                   'debug': 'forbidden'}}
                """.formatted("00".repeat(32), "01".repeat(64)));
        PlainPolicy plain = assertInstanceOf(PlainPolicy.class, policy);
        assertEquals(ReportData.prefix(Bytes.fromHex("aabb")), plain.common().demand(CommonRules.REPORT_DATA));
        assertEquals(Values.of(Bytes.fromHex(H48)), plain.snp().orElseThrow().demand(SnpRules.MEASUREMENT));
        assertTrue(plain.snp()
                .orElseThrow()
                .demand(SnpRules.guestPolicy(dev.assay.snp.GuestPolicyBit.DEBUG))
                .open());
        assertEquals(policy, Policy.fromJson(policy.toJson()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // forgotten
                "reportData | {'id': 'p', 'version': '1', 'snp': {'measurement': 'any'}}",
                "snp.measurement | {'id': 'p', 'version': '1', 'reportData': 'any', 'snp': {}}",
                "snp.measurement | {'id': 'p', 'version': '1', 'reportData': 'any', 'snp': {'idKeyDigests': 'any'}}",
                "tdx.mrTd | {'id': 'p', 'version': '1', 'reportData': 'any', 'tdx': {'rtmr0': ['H48']}}",
                "tdx.mrTd | {'id':'p','version':'1','reportData':'any','tdx':{'registers':[{'mrTd':'H48'},{'rtmr0':'H48'}]}}",
                "id | {'version': '1', 'reportData': 'any', 'snp': {'measurement': 'any'}}",
                "version | {'id': 'p', 'reportData': 'any', 'snp': {'measurement': 'any'}}",
                "~~ | {'id': 'p', 'version': '1', 'reportData': 'any'}",
                // unknown names
                "snpp | {'id': 'p', 'version': '1', 'reportData': 'any', 'snpp': {}}",
                "guestPolicy.debug | {'id': 'p', 'version': '1', 'reportData': 'any', 'guestPolicy.debug': 'any'}",
                "snp.measurements | {'id':'p','version':'1','reportData':'any','snp':{'measurements':'any'}}",
                "snp.guestPolicy.debgu | {'id':'p','version':'1','reportData':'any','snp':{'guestPolicy':{'debgu':'any'}}}",
                "snp.guestPolicy.debug | {'id':'p','version':'1','reportData':'any','snp':{'guestPolicy.debug':'any'}}",
                "tdx.attributes.debug | {'id':'p','version':'1','reportData':'any','tdx':{'attributes':{'debug':'any'}}}",
                "snp.minTcb.Milan.boot | {'id':'p','version':'1','reportData':'any','snp':{'minTcb':{'Milan':{'boot':1}}}}",
                "reportData.sha1 | {'id': 'p', 'version': '1', 'reportData': {'sha1': ['aa']}}",
                // twice
                "id | {'id': 'p', 'id': 'p', 'version': '1', 'reportData': 'any', 'snp': {'measurement': 'any'}}",
                "snp.vmpl | {'id':'p','version':'1','reportData':'any','snp':{'vmpl':[0],'measurement':'any','vmpl':[1]}}",
                // types
                "id | {'id': 7, 'version': '1', 'reportData': 'any', 'snp': {'measurement': 'any'}}",
                "version | {'id': 'p', 'version': null, 'reportData': 'any', 'snp': {'measurement': 'any'}}",
                "snp | {'id': 'p', 'version': '1', 'reportData': 'any', 'snp': 'any'}",
                "snp | {'id': 'p', 'version': '1', 'reportData': 'any', 'snp': null}",
                "snp.measurement | {'id':'p','version':'1','reportData':'any','snp':{'measurement':'H48'}}",
                "snp.measurement[0] | {'id':'p','version':'1','reportData':'any','snp':{'measurement':[1]}}",
                "snp.vmpl | {'id':'p','version':'1','reportData':'any','snp':{'measurement':'any','vmpl':0}}",
                "snp.vmpl[0] | {'id':'p','version':'1','reportData':'any','snp':{'vmpl':['0']}}",
                "snp.minGuestSvn | {'id':'p','version':'1','reportData':'any','snp':{'minGuestSvn':'1'}}",
                "snp.minGuestSvn | {'id':'p','version':'1','reportData':'any','snp':{'minGuestSvn':1.0}}",
                "snp.guestPolicy | {'id':'p','version':'1','reportData':'any','snp':{'guestPolicy':'any'}}",
                "snp.guestPolicy.debug | {'id':'p','version':'1','reportData':'any','snp':{'guestPolicy':{'debug':false}}}",
                // empty
                "id | {'id': '', 'version': '1', 'reportData': 'any', 'snp': {'measurement': 'any'}}",
                "snp.measurement | {'id':'p','version':'1','reportData':'any','snp':{'measurement':[]}}",
                "snp.measurement[0] | {'id':'p','version':'1','reportData':'any','snp':{'measurement':['']}}",
                "snp.minTcb | {'id':'p','version':'1','reportData':'any','snp':{'minTcb':{}}}",
                "snp.minTcb.Milan | {'id':'p','version':'1','reportData':'any','snp':{'minTcb':{'Milan':{}}}}",
                "snp.guestPolicy | {'id':'p','version':'1','reportData':'any','snp':{'guestPolicy':{}}}",
                "reportData | {'id': 'p', 'version': '1', 'reportData': {}}",
                "reportData.exact | {'id': 'p', 'version': '1', 'reportData': {'exact': ''}}",
                "reportData | {'id': 'p', 'version': '1', 'reportData': ''}",
                "reportData.sha256 | {'id': 'p', 'version': '1', 'reportData': {'sha256': []}}",
                "reportData.sha256[1] | {'id': 'p', 'version': '1', 'reportData': {'sha256': ['aa', '']}}",
                "tdx.registers[0] | {'id':'p','version':'1','reportData':'any','tdx':{'registers':[{}]}}",
                "anyOf | {'id': 'p', 'version': '1', 'anyOf': []}",
                "allOf | {'id': 'p', 'version': '1', 'allOf': []}",
                // not hexadecimal, or not of the size
                "snp.measurement[1] | {'id':'p','version':'1','reportData':'any','snp':{'measurement':['H48','xy']}}",
                "snp.measurement[0] | {'id':'p','version':'1','reportData':'any','snp':{'measurement':['abab']}}",
                "snp.measurement[0] | {'id':'p','version':'1','reportData':'any','snp':{'measurement':['H48a']}}",
                "reportData.exact | {'id': 'p', 'version': '1', 'reportData': {'exact': 'aabb'}}",
                "reportData | {'id': 'p', 'version': '1', 'reportData': {'exact': 'aa', 'prefix': 'bb'}}",
                "trustAnchors[0] | {'id': 'p', 'version': '1', 'reportData': 'any', 'trustAnchors': ['intel']}",
                // out of range
                "snp.vmpl[0] | {'id':'p','version':'1','reportData':'any','snp':{'vmpl':[4]}}",
                "snp.vmpl.atMost | {'id':'p','version':'1','reportData':'any','snp':{'vmpl':{'atMost':4}}}",
                "snp.vmpl | {'id':'p','version':'1','reportData':'any','snp':{'vmpl':{'atMost':1,'x':1}}}",
                "snp.minReportVersion | {'id':'p','version':'1','reportData':'any','snp':{'minReportVersion':6}}",
                "snp.minGuestSvn | {'id':'p','version':'1','reportData':'any','snp':{'minGuestSvn':-1}}",
                "snp.minGuestSvn | {'id':'p','version':'1','reportData':'any','snp':{'minGuestSvn':99999999999999999999}}",
                "snp.minTcb.Milan.snp | {'id':'p','version':'1','reportData':'any','snp':{'minTcb':{'Milan':{'snp':256}}}}",
                "snp.minTcb.Milan | {'id':'p','version':'1','reportData':'any','snp':{'minTcb':{'Milan':{'fmc':1}}}}",
                "snp.minTcb.Rome | {'id':'p','version':'1','reportData':'any','snp':{'minTcb':{'Rome':{'snp':1}}}}",
                "snp.minTcb.Milan/19/a0 | {'id':'p','version':'1','reportData':'any','snp':{'minTcb':{'Milan/19/a0':{'snp':1}}}}",
                "snp.minFirmware | {'id':'p','version':'1','reportData':'any','snp':{'minFirmware':'1.55'}}",
                "snp.minFirmware | {'id':'p','version':'1','reportData':'any','snp':{'minFirmware':'1.55.256'}}",
                "snp.guestPolicy.minAbi | {'id':'p','version':'1','reportData':'any','snp':{'guestPolicy':{'minAbi':'01.5'}}}",
                "snp.launchMitVector[0] | {'id':'p','version':'1','reportData':'any','snp':{'launchMitVector':[64]}}",
                "snp.products[0] | {'id':'p','version':'1','reportData':'any','snp':{'products':['Rome']}}",
                "snp.maxCertificateAgeDays | {'id':'p','version':'1','reportData':'any','snp':{'maxCertificateAgeDays':-1}}",
                "tdx.tcbStatus[0] | {'id':'p','version':'1','reportData':'any','tdx':{'tcbStatus':['Uptodate']}}",
                "tdx.tcbStatus[0] | {'id':'p','version':'1','reportData':'any','tdx':{'tcbStatus':['Revoked']}}",
                "tdx.tcbStatus[0] | {'id':'p','version':'1','reportData':'any','tdx':{'tcbStatus':[{'status':'OutOfDate'}]}}",
                "tdx.tcbStatus[0].since | {'id':'p','version':'1','reportData':'any','tdx':{'tcbStatus':[{'status':'OutOfDate','since':'x'}]}}",
                "tdx.tcbStatus[0].until | {'id':'p','version':'1','reportData':'any','tdx':{'tcbStatus':[{'status':'OutOfDate','until':'2026-13-01T00:00:00Z'}]}}",
                "tdx.tcbStatus[0] | {'id':'p','version':'1','reportData':'any','tdx':{'tcbStatus':[{'status':'OutOfDate','advisories':[]}]}}",
                "tdx.minTcbDate | {'id':'p','version':'1','reportData':'any','tdx':{'minTcbDate':'2026-01-01'}}",
                "tdx.registers[0].rtmr4 | {'id':'p','version':'1','reportData':'any','tdx':{'registers':[{'rtmr4':'H48'}]}}",
                "revocationCheck | {'id': 'p', 'version': '1', 'reportData': 'any', 'revocationCheck': 'forbidden'}",
                // no evidence could meet it
                "snp.chipId[0] | {'id':'p','version':'1','reportData':'any','snp':{'chipId':['ZERO64']}}",
                "snp.idKeyDigests[0] | {'id':'p','version':'1','reportData':'any','snp':{'idKeyDigests':['ZERO48']}}",
                "snp.idKeyDigests | {'id':'p','version':'1','reportData':'any','snp':{'idKeyDigests':['H48'],'idBlock':'forbidden'}}",
                "snp.authorKeyDigests | {'id':'p','version':'1','reportData':'any','snp':{'authorKeyDigests':['H48'],'idBlock':'forbidden'}}",
                "snp.chipId | {'id':'p','version':'1','reportData':'any','snp':{'measurement':'any','chipId':['ONE64'],'signingKey':['VLEK']}}",
                "snp.chipId | {'id':'p','version':'1','reportData':'any','snp':{'measurement':'any','chipId':['ONE64'],'maskedChipId':'required'}}",
                "snp.cspId | {'id':'p','version':'1','reportData':'any','snp':{'measurement':'any','cspId':['x'],'signingKey':['VCEK']}}",
                "snp.cspId | {'id':'p','version':'1','reportData':'any','snp':{'measurement':'any','cspId':['x'],'chipId':['ONE64']}}",
                "tdx.attributes.masked | {'id':'p','version':'1','reportData':'any','tdx':{'mrTd':'any','attributes':{'masked':{'mask':'ff00000000000000','value':'0100000000000000'}}}}",
                "tdx.attributes.masked | {'id':'p','version':'1','reportData':'any','tdx':{'mrTd':'any','attributes':{'masked':{'mask':'0100000000000000','value':'0200000000000000'}}}}",
                "tdx.attributes.masked | {'id':'p','version':'1','reportData':'any','tdx':{'mrTd':'any','attributes':{'masked':{'mask':'0000000000000000','value':'0000000000000000'}}}}",
                "tdx.attributes.pks | {'id':'p','version':'1','reportData':'any','tdx':{'mrTd':'any','attributes':{'pks':'required','masked':{'mask':'ffffffffffffffff','value':'0000001000000000'}}}}",
                "tdx.attributes.perfProf | {'id':'p','version':'1','reportData':'any','tdx':{'mrTd':'any','attributes':{'perfProf':'required'}}}",
                "tdx.xfam.avx | {'id':'p','version':'1','reportData':'any','tdx':{'mrTd':'any','xfam':{'avx':'forbidden','masked':{'mask':'0700000000000000','value':'0700000000000000'}}}}",
                // composition
                "reportData | {'id': 'p', 'version': '1', 'reportData': 'any', 'anyOf': [OK]}",
                "anyOf | {'id': 'p', 'version': '1', 'allOf': [OK], 'anyOf': [OK]}",
                "anyOf[1].snp.vmpl | {'id': 'p', 'version': '1', 'anyOf': [OK, {'id':'q','version':'1','snp':{'vmpl':1}}]}",
                "anyOf[1].reportData | {'id':'p','version':'1','anyOf':[OK,{'id':'q','version':'1','snp':{'measurement':'any'}}]}",
                "allOf[0] | {'id': 'p', 'version': '1', 'allOf': ['any']}",
                "allOf[0] | {'id':'p','version':'1','allOf':[{'id':'q','version':'1','reportData':'any'}]}",
                "allOf[0].anyOf | {'id':'p','version':'1','allOf':[{'id':'q','version':'1','anyOf':[]}]}"
            })
    void whatIsWrongIsRefusedWithItsPath(String path, String json) {
        String full = json.replace("OK", OK)
                .replace("ZERO64", "00".repeat(64))
                .replace("ZERO48", "00".repeat(48))
                .replace("ONE64", "01".repeat(64));
        PolicyException refusal = refused(full);
        assertEquals(path, refusal.path(), refusal.getMessage());
        assertTrue(String.valueOf(refusal.getMessage()).endsWith(refusal.problem()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "7", "{", "{'id': 'p', 'version': '1',}", "{} {}", "nul", "{'id': 'p' 'version'}"})
    void whatIsNoJsonObjectIsRefused(String json) {
        refused(json);
    }

    @Test
    void sizeAndDepthAreBounded() {
        assertThrows(PolicyException.class, () -> Policy.fromJson(" ".repeat(PolicyJson.LARGEST) + "{}"));
        assertThrows(PolicyException.class, () -> Policy.fromJson(Bytes.copyOf(new byte[PolicyJson.LARGEST + 1])));
        assertThrows(PolicyException.class, () -> Policy.fromJson("[".repeat(100_000)));
        assertThrows(PolicyException.class, () -> Policy.fromJson("{\"a\":".repeat(100_000)));
        String wrapped = OK;
        for (int i = 0; i < CompositePolicy.DEEPEST - 1; i++) {
            wrapped = "{'id': 'p', 'version': '1', 'anyOf': [" + wrapped + "]}";
        }
        assertEquals(1, read(wrapped).leaves().size());
        assertEquals(
                "anyOf",
                refused("{'id': 'p', 'version': '1', 'anyOf': [" + wrapped + "]}")
                        .path());
        String many = (OK + ",").repeat(CompositePolicy.MOST);
        assertEquals(
                CompositePolicy.MOST,
                read("{'id': 'p', 'version': '1', 'anyOf': [" + many.substring(0, many.length() - 1) + "]}")
                        .leaves()
                        .size());
        assertEquals(
                "anyOf",
                refused("{'id': 'p', 'version': '1', 'anyOf': [" + many + OK + "]}")
                        .path());
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        byte[] json = OK.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        assertEquals(read(OK), Policy.fromJson(Bytes.copyOf(json)));
        json[8] = (byte) 0xC3;
        assertEquals(
                "",
                assertThrows(PolicyException.class, () -> Policy.fromJson(Bytes.copyOf(json)))
                        .path());
    }

    @Test
    void aPublicKeyCanStandForItsDigest() {
        String pem = """
                -----BEGIN PUBLIC KEY-----\\nMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE%s\\n-----END PUBLIC KEY-----""";
        // X is 64 bytes of base64 with the value 1 in its last byte, Y zero: not a point, but that is not asked here.
        String point = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB"
                + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        Policy policy = read(
                "{'id':'p','version':'1','reportData':'any','snp':{'idKeyDigests':['" + pem.formatted(point) + "']}}");
        byte[] encoded = new byte[SevPublicKey.SIZE];
        encoded[0] = 2;
        encoded[4] = 1;
        assertEquals(
                Values.of(new SevPublicKey(Bytes.copyOf(encoded)).digest()),
                policy.leaves().get(0).snp().orElseThrow().demand(SnpRules.ID_KEY_DIGESTS));
        assertEquals(policy, Policy.fromJson(policy.toJson()));
        assertEquals(
                "snp.idKeyDigests[0]",
                refused("{'id':'p','version':'1','reportData':'any','snp':{'idKeyDigests':['"
                                + pem.formatted(point.substring(4)) + "']}}")
                        .path());
        assertEquals(
                "snp.idKeyDigests[0]",
                refused("{'id':'p','version':'1','reportData':'any','snp':{'idKeyDigests':['-----BEGIN X-----']}}")
                        .path());
    }

    @Test
    void theDigestIsThatOfTheFormWithoutWhiteSpace() {
        Bytes compact = Bytes.copyOf(OK.replace('\'', '"').replace(" ", "").getBytes(StandardCharsets.US_ASCII));
        assertEquals(compact.sha256(), read(OK).digest());
        assertEquals(read(OK).digest(), read(OK.replace(" ", "   ")).digest());
        assertNotEquals(read(OK).digest(), read(OK.replace("'1'", "'2'")).digest());
    }
}
