package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Demands that exclude each other are refused with the member at fault, and their neighbours are not. */
class ContradictionsTest {
    private static String policy(String section) {
        return ("{'id': 'p', 'version': '1', 'reportData': 'any', " + section + "}")
                .replace("ZERO16", "00".repeat(16))
                .replace("ONE16", "01".repeat(16))
                .replace("ONE64", "01".repeat(64))
                .replace("ONE48", "01".repeat(48))
                .replace("TWO48", "02".repeat(48))
                .replace('\'', '"');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "snp.familyId | 'measurement': 'any', 'idBlock': 'forbidden', 'familyId': ['ONE16']",
                "snp.imageId | 'measurement': 'any', 'idBlock': 'forbidden', 'imageId': ['ONE16']",
                "snp.minGuestSvn | 'measurement': 'any', 'idBlock': 'forbidden', 'minGuestSvn': 1",
                "snp.maskedChipId | 'measurement': 'any', 'signingKey': ['VLEK'], 'maskedChipId': 'forbidden'",
                "snp.chipId | 'measurement': 'any', 'signingKey': ['VLEK'], 'chipId': ['ONE64']",
                "snp.cspId | 'measurement': 'any', 'signingKey': ['VCEK'], 'cspId': ['x']",
                "snp.cspId | 'measurement': 'any', 'maskedChipId': 'forbidden', 'cspId': ['x']",
                "snp.minTcb | 'measurement': 'any', 'products': ['Genoa'], 'minTcb': {'Milan': {'snp': 1}}",
                "snp.minCommittedTcb | 'measurement': 'any', 'products': ['Genoa'], 'minCommittedTcb': {'Milan': {'snp': 1}}",
                "snp.minCurrentTcb | 'measurement': 'any', 'products': ['Genoa'], 'minCurrentTcb': {'Milan': {'snp': 1}}",
                "snp.minLaunchTcb | 'measurement': 'any', 'products': ['Genoa'], 'minLaunchTcb': {'Milan': {'snp': 1}}"
            })
    void demandsOnReportsThatExcludeEachOther(String path, String demands) {
        refused(path, "'snp': {" + demands + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'measurement': 'any', 'idBlock': 'forbidden', 'familyId': ['ONE16', 'ZERO16'], 'minGuestSvn': 0",
                "'measurement': 'any', 'idBlock': 'forbidden', 'imageId': ['ZERO16']",
                "'measurement': 'any', 'idBlock': 'required', 'familyId': ['ONE16'], 'minGuestSvn': 1",
                "'measurement': 'any', 'signingKey': ['VLEK', 'VCEK'], 'maskedChipId': 'forbidden', 'chipId': ['ONE64']",
                "'measurement': 'any', 'signingKey': ['VLEK', 'VCEK'], 'cspId': ['x']",
                "'measurement': 'any', 'signingKey': ['VLEK'], 'maskedChipId': 'any', 'cspId': ['x']",
                "'measurement': 'any', 'products': ['Genoa', 'Milan'], 'minTcb': {'Milan': {'snp': 1}}",
                "'measurement': 'any', 'products': ['Genoa'], 'minTcb': {'Genoa/19/a0': {'snp': 1}}"
            })
    void demandsOnReportsThatGoTogether(String demands) {
        read("'snp': {" + demands + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "tdx.attributes.masked | 'mrTd': 'any', 'debug': 'required', 'attributes': {'masked': {'mask': 'ff00000000000000', 'value': '0000000000000000'}}",
                "tdx.attributes.masked | 'mrTd': 'any', 'attributes': {'masked': {'mask': '8000000000000000', 'value': '8000000000000000'}}",
                "tdx.attributes.unknownBits | 'mrTd': 'any', 'attributes': {'unknownBits': 'forbidden', 'masked': {'mask': '0000800000000000', 'value': '0000800000000000'}}",
                "tdx.attributes.migratable | 'mrTd': 'any', 'attributes': {'migratable': 'required', 'masked': {'mask': '0000002000000000', 'value': '0000000000000000'}}",
                "tdx.xfam.unknownBits | 'mrTd': 'any', 'xfam': {'unknownBits': 'forbidden', 'masked': {'mask': '0000000000000080', 'value': '0000000000000080'}}",
                "tdx.xfam.x87 | 'mrTd': 'any', 'xfam': {'x87': 'forbidden', 'masked': {'mask': '0100000000000000', 'value': '0100000000000000'}}",
                "tdx.registers | 'mrTd': ['ONE48'], 'registers': [{'mrTd': 'TWO48'}]",
                "tdx.registers | 'mrTd': 'any', 'rtmr3': ['ONE48'], 'registers': [{'rtmr2': 'ONE48', 'rtmr3': 'TWO48'}]"
            })
    void demandsOnQuotesThatExcludeEachOther(String path, String demands) {
        refused(path, "'tdx': {" + demands + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'mrTd': 'any', 'debug': 'required', 'attributes': {'masked': {'mask': '0f00000000000000', 'value': '0000000000000000'}}",
                "'mrTd': 'any', 'debug': 'required', 'attributes': {'masked': {'mask': 'ff00000000000000', 'value': '0100000000000000'}}",
                "'mrTd': 'any', 'attributes': {'unknownBits': 'forbidden', 'masked': {'mask': '0000801000000000', 'value': '0000001000000000'}}",
                "'mrTd': 'any', 'attributes': {'masked': {'mask': '0000800000000000', 'value': '0000800000000000'}}",
                "'mrTd': 'any', 'attributes': {'pks': 'required', 'masked': {'mask': '0000001000000000', 'value': '0000000000000000'}}",
                "'mrTd': 'any', 'attributes': {'migratable': 'required', 'masked': {'mask': '0000002000000000', 'value': '0000002000000000'}}",
                "'mrTd': 'any', 'xfam': {'unknownBits': 'forbidden', 'masked': {'mask': '0300000000000080', 'value': '0300000000000000'}}",
                "'mrTd': 'any', 'xfam': {'avx': 'forbidden', 'masked': {'mask': '0100000000000000', 'value': '0100000000000000'}}",
                "'mrTd': ['ONE48'], 'registers': [{'mrTd': 'TWO48'}, {'mrTd': 'ONE48', 'rtmr0': 'TWO48'}]"
            })
    void demandsOnQuotesThatGoTogether(String demands) {
        read("'tdx': {" + demands + "}");
    }

    private static void refused(String path, String section) {
        PolicyException refusal = assertThrows(PolicyException.class, () -> Policy.fromJson(policy(section)));
        assertEquals(path, refusal.path(), refusal.getMessage());
    }

    private static void read(String section) {
        Policy policy = Policy.fromJson(policy(section));
        assertEquals(policy, Policy.fromJson(policy.toJson()));
    }
}
