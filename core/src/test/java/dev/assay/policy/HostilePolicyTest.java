package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies that were written to harm their reader. */
class HostilePolicyTest {
    private static final String TDX =
            "{\"id\":\"p\",\"version\":\"1\",\"reportData\":\"any\",\"tdx\":{\"mrTd\":\"any\",%s}}";

    private static PolicyException refused(String json) {
        return assertThrows(PolicyException.class, () -> Policy.fromJson(json));
    }

    /** Some 99,000 values, each below names of 15,000 characters: as texts, their paths would take gigabytes. */
    @Test
    void deepAndLongNamesDoNotMultiplyWithTheNumberOfValues() {
        int depth = 60;
        String start = ("{\"" + "n".repeat(250) + "\":").repeat(depth);
        String path = refused(start + "[" + "1,".repeat(99_000) + "1]" + "}".repeat(depth))
                .path();
        assertEquals("id", path);
    }

    @Test
    void moreValuesThanAnyPolicyNeedsAreRefused() {
        PolicyException refused = refused("[" + "1,".repeat((PolicyJson.LARGEST - 3) / 2) + "1]");
        assertEquals("", refused.path());
        assertTrue(("" + refused.getMessage()).contains("more than 100000 values"), "" + refused.getMessage());
    }

    @Test
    void aFaultThatIsDeepInsideIsFoundByItsPath() {
        assertEquals("a.b[1].c[0]", refused("{\"a\":{\"b\":[1,{\"c\":[1.5]}]}}").path());
        assertEquals("[0][1]", refused("[[1,1e400]]").path());
    }

    /** Hash codes of bytes follow from the bytes, so that 30,000 values with one hash code are easily made. */
    @Test
    void valuesThatHashAlikeAreReadInTime() {
        Set<Bytes> alike = new LinkedHashSet<>();
        for (int number = 0; alike.size() < 28_000; number++) {
            byte[] value = new byte[16];
            for (int pair = 0, rest = number; pair < 8; pair++, rest /= 7) {
                value[2 * pair] = (byte) (rest % 7);
                value[2 * pair + 1] = (byte) (93 - 31 * (rest % 7));
            }
            alike.add(Bytes.copyOf(value));
        }
        assertEquals(1, alike.stream().map(Bytes::hashCode).distinct().count());
        String list = alike.stream().map(Bytes::hex).collect(Collectors.joining("\",\"", "\"ppid\":[\"", "\"]"));
        Policy policy = assertTimeout(Duration.ofSeconds(8), () -> Policy.fromJson(TDX.formatted(list)));
        Values values = (Values) policy.leaves().get(0).tdx().orElseThrow().demand(TdxRules.PPID);
        assertEquals(28_000, values.allowed().size());
    }

    @Test
    void alternativesWithoutAnOrderAreLimitedInNumber() {
        String set = "{\"rtmr0\":\"" + "00".repeat(48) + "\"},";
        assertEquals(
                "tdx.registers",
                refused(TDX.formatted("\"registers\":[" + list(set, RegisterSets.MOST + 1)))
                        .path());
        Policy.fromJson(TDX.formatted("\"registers\":[" + list(set, RegisterSets.MOST)));
        String status = "\"UpToDate\",";
        assertEquals(
                "tdx.tcbStatus",
                refused(TDX.formatted("\"tcbStatus\":[" + list(status, AcceptedStatuses.MOST + 1)))
                        .path());
        Policy.fromJson(TDX.formatted("\"tcbStatus\":[" + list(status, AcceptedStatuses.MOST)));
    }

    private static String list(String element, int count) {
        String all = element.repeat(count);
        return all.substring(0, all.length() - 1) + "]";
    }

    /** A list that refuses would refuse nothing by such an id. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "intel-sa-00615",
                "INTEL-SA-615",
                "INTEL-SA-00615 ",
                "INTEL_SA_00615",
                "SA-00615",
                "",
                "INTEL-SA-"
            })
    void anAdvisoryThatIsMisspeltIsRefused(String id) {
        assertEquals(
                "tdx.rejectedAdvisories[1]",
                refused(TDX.formatted("\"rejectedAdvisories\":[\"INTEL-SA-00615\",\"" + id + "\"]"))
                        .path());
        assertEquals(
                "tdx.tcbStatus[0].advisories[0]",
                refused(TDX.formatted("\"tcbStatus\":[{\"status\":\"OutOfDate\",\"advisories\":[\"" + id + "\"]}]"))
                        .path());
        assertEquals(
                "tdx.rejectedAdvisories[0]",
                assertThrows(
                                PolicyException.class,
                                () -> PolicySection.tdx()
                                        .with(TdxRules.REJECTED_ADVISORIES, new NoneOf(java.util.List.of(id))))
                        .path());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e400",
                "1e2",
                "1E2",
                "-1e400",
                "1.0",
                "-1",
                "-0.0",
                "4294967296",
                "9223372036854775808",
                "18446744073709551616",
                "99999999999999999999999999999999999999999999",
                "\"1\"",
                "true",
                "null",
                "[1]",
                "{}"
            })
    void aMinimumIsAWholeNumberInRange(String number) {
        assertEquals(
                "snp.minGuestSvn",
                refused("{\"id\":\"p\",\"version\":\"1\",\"reportData\":\"any\",\"snp\":{\"measurement\":\"any\","
                                + "\"minGuestSvn\":" + number + "}}")
                        .path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "+1", "0x1", ".5", "1.", "NaN", "Infinity", "1 2", "'1'"})
    void whatIsNoNumberOfJsonIsRefused(String number) {
        refused("{\"id\":\"p\",\"version\":\"1\",\"reportData\":\"any\",\"snp\":{\"measurement\":\"any\","
                + "\"minGuestSvn\":" + number + "}}");
    }

    /** The same name in two spellings is the same name: the second must not take the place of the first. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "reportData | \"reportData\":{\"exact\":\"00\"},\"report\\u0044ata\":\"any\"",
                "snp | \"reportData\":\"any\",\"snp\":{\"measurement\":\"any\"},\"sn\\u0070\":{\"measurement\":\"any\"}",
                "snp.vmpl | \"reportData\":\"any\",\"snp\":{\"measurement\":\"any\",\"vmpl\":[0],\"\\u0076mpl\":\"any\"}",
                "snp.minTcb.Milan | \"reportData\":\"any\",\"snp\":{\"measurement\":\"any\",\"minTcb\":"
                        + "{\"Milan\":{\"snp\":9},\"Mi\\u006can\":{\"snp\":0}}}",
                "snp.guestPolicy.debug | \"reportData\":\"any\",\"snp\":{\"measurement\":\"any\",\"guestPolicy\":"
                        + "{\"debug\":\"forbidden\",\"de\\u0062ug\":\"any\"}}"
            })
    void aNameInTwoSpellingsIsThereTwice(String path, String members) {
        PolicyException refusal = refused("{\"id\":\"p\",\"version\":\"1\"," + members + "}");
        assertEquals(path, refusal.path());
        assertEquals("is there twice", refusal.problem());
    }

    @Test
    void halfOfASurrogatePairIsKeptAsItIs() {
        Policy policy = Policy.fromJson(
                "{\"id\":\"a\\ud800\",\"version\":\"1\",\"reportData\":\"any\",\"snp\":{\"measurement\":\"any\"}}");
        assertEquals(policy, Policy.fromJson(policy.toJson()));
        assertEquals(policy.digest(), Policy.fromJson(policy.toJson()).digest());
        assertFalse(policy.toJson().chars().anyMatch(c -> c > 0x7E));
        refused("{\"id\":\"a\\ud80\",\"version\":\"1\"}");
    }

    /** Neither an encoding of another length nor a mark of byte order gets through. */
    @Test
    void bytesThatAreNoStrictUtf8AreRefused() {
        String json = "{\"id\":\"p\",\"version\":\"1\",\"reportData\":\"any\",\"snp\":{\"measurement\":\"any\"}}";
        for (String head : Set.of("efbbbf", "c0a0", "eda080", "f4908080", "80", "ff")) {
            Bytes bytes = Bytes.copyOf(
                    HexFormat.of().parseHex(head + HexFormat.of().formatHex(json.getBytes(StandardCharsets.UTF_8))));
            assertThrows(PolicyException.class, () -> Policy.fromJson(bytes), head);
        }
        for (var charset : Set.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThrows(PolicyException.class, () -> Policy.fromJson(Bytes.copyOf(json.getBytes(charset))));
        }
    }

    @Test
    void thousandsOfUnknownMembersEndAtTheFirst() {
        String members =
                IntStream.range(0, 60_000).mapToObj(i -> "\"m" + i + "\":1").collect(Collectors.joining(","));
        assertEquals(
                "m0",
                refused("{\"id\":\"p\",\"version\":\"1\"," + members + "}").path());
    }
}
