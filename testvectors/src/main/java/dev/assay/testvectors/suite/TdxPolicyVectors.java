package dev.assay.testvectors.suite;

import dev.assay.testvectors.encode.TdField;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.TcbPart;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.intel.TdxStatus;
import dev.assay.testvectors.manifest.CrlMode;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Genuine quotes under policies: every rule with a demand that is met and one that is not, and the defaults. */
final class TdxPolicyVectors {
    private static final long SEPT_VE_DISABLE = 1L << 28;
    private static final long XFAM = 0x602E7;

    private final Chapter chapter = new Chapter("tdx/policy");
    private final TdxForge forge;
    private final PolicyText policies;
    private final TdxGiven td;

    private TdxPolicyVectors(TdxForge forge) {
        this.forge = forge;
        this.policies = PolicyText.tdx(forge.intel().rootKey().publicKeyInfo());
        this.td = forge.body(body -> body.set(TdField.MR_OWNER, filled(48, 0x0E)));
    }

    static List<SuiteVector> of(TdxForge forge) {
        TdxPolicyVectors all = new TdxPolicyVectors(forge);
        all.common();
        all.registers();
        all.attributes();
        all.features();
        all.tcb();
        all.platform();
        all.defaults();
        return all.chapter.vectors();
    }

    private static byte[] filled(int size, int value) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static String register(int value) {
        return HexFormat.of().formatHex(filled(48, value));
    }

    private void rule(String rule, String met, String unmet) {
        chapter.appraised("policy." + rule, rule, td, policies.with(met), policies.with(unmet));
    }

    private void list(String rule, String member, String met, String unmet) {
        rule(rule, "'" + member + "': ['" + unmet + "', '" + met + "']", "'" + member + "': ['" + unmet + "']");
    }

    private void common() {
        byte[] nonce = Arrays.copyOf(filled(32, 0xAB), 64);
        TdxGiven fresh = forge.body(body -> body.set(TdField.REPORT_DATA, nonce));
        chapter.contrasted(
                "policy.report-data",
                "report-data",
                fresh,
                td,
                policies.withCommon("'reportData': {'exact': '" + HexFormat.of().formatHex(nonce) + "'}"),
                Flag.POLICY_UNMET,
                "the report data is not that of this request");
        chapter.contrasted(
                "policy.report-data",
                "report-data-prefix",
                fresh,
                forge.body(body -> body.set(TdField.REPORT_DATA, filled(64, 0xAB))),
                policies.withCommon("'reportData': {'prefix': '" + "ab".repeat(32) + "'}"),
                Flag.POLICY_UNMET,
                "behind the expected prefix stand bytes that are not zero");
        chapter.appraised(
                "policy.trust-anchors",
                "trust-anchors",
                td,
                policies.anchors("vendor"),
                policies.withCommon("'trustAnchors': ['vendor']"));
        chapter.contrasted(
                "policy.revocation",
                "revocation",
                td,
                td.set(settings -> settings.withCrl(CrlMode.OFF)),
                policies.withCommon("'revocationCheck': 'required'"),
                Flag.POLICY_UNMET,
                "verification was told not to check revocation");
        chapter.appraised(
                "policy.tee",
                "tee",
                td,
                policies.defaults(),
                PolicyText.snp(forge.intel().rootKey().publicKeyInfo()).defaults());
    }

    private void registers() {
        list("mr-td", "mrTd", register(0x7D), register(0x99));
        list("rtmr0", "rtmr0", register(0xA0), register(0x99));
        list("rtmr1", "rtmr1", register(0xA1), register(0x99));
        list("rtmr2", "rtmr2", register(0xA2), register(0x99));
        list("rtmr3", "rtmr3", register(0), register(0x99));
        list("mr-config-id", "mrConfigId", register(0), register(0x99));
        list("mr-owner", "mrOwner", register(0x0E), register(0x99));
        list("mr-owner-config", "mrOwnerConfig", register(0), register(0x99));
        list("mr-seam", "mrSeam", register(0x5E), register(0x99));
        list("mr-signer-seam", "mrSignerSeam", register(0), register(0x99));
        list("service-td", "mrServiceTd", register(0), register(0x99));
        String release = "{'rtmr0': '" + register(0xA0) + "', 'rtmr1': '" + register(0xA1) + "'}";
        String mixed = "{'rtmr0': '" + register(0xA0) + "', 'rtmr1': '" + register(0xA0) + "'}";
        rule("registers", "'registers': [" + mixed + ", " + release + "]", "'registers': [" + mixed + "]");
    }

    private void attributes() {
        Map<String, Integer> bits = new LinkedHashMap<>();
        bits.put("icssd", 16);
        bits.put("servtdExt", 17);
        bits.put("lass", 27);
        bits.put("septVeDisable", 28);
        bits.put("migratable", 29);
        bits.put("pks", 30);
        bits.put("kl", 31);
        bits.put("tpa", 62);
        bits.put("perfmon", 63);
        bits.forEach((member, bit) -> attribute(member, bit, ""));
        attribute("hgsPlusProf", 4, "'debug': 'any', ");
        attribute("perfProf", 5, "'debug': 'any', ");
        attribute("pmtProf", 6, "'debug': 'any', ");
        chapter.contrasted(
                "policy.td-unknown-bits",
                "td-unknown-bits",
                td,
                attributes(SEPT_VE_DISABLE | 1L << 40),
                policies.with("'attributes': {'unknownBits': 'forbidden'}"),
                Flag.POLICY_UNMET,
                "TDATTRIBUTES bit 40 has no meaning");
        rule(
                "td-attributes",
                "'attributes': {'masked': {'mask': 'ffffffffffffffff', 'value': '0000001000000000'}}",
                "'attributes': {'masked': {'mask': 'ffffffffffffffff', 'value': '0000001000000080'}}");
    }

    private void attribute(String member, int bit, String besides) {
        String code = "td-" + PolicyCodes.of(member);
        bit(code, besides + "'attributes': ", member, attributes(1L << bit), attributes(0));
    }

    private TdxGiven attributes(long value) {
        return forge.body(body -> body.set(TdField.TD_ATTRIBUTES, value));
    }

    private void bit(String code, String group, String member, TdxGiven set, TdxGiven clear) {
        String required = policies.with(group + "{'" + member + "': 'required'}");
        String forbidden = policies.with(group + "{'" + member + "': 'forbidden'}");
        chapter.contrasted(
                "policy." + code, code + "-required", set, clear, required, Flag.POLICY_UNMET, "the bit is clear");
        chapter.contrasted(
                "policy." + code, code + "-forbidden", clear, set, forbidden, Flag.POLICY_UNMET, "the bit is set");
    }

    private void features() {
        List<String> members = List.of(
                "x87:0",
                "sse:1",
                "avx:2",
                "avx512Opmask:5",
                "avx512ZmmHi256:6",
                "avx512Hi16Zmm:7",
                "pt:8",
                "pkru:9",
                "pasid:10",
                "cetU:11",
                "cetS:12",
                "uintr:14",
                "lbr:15",
                "amxTilecfg:17",
                "amxTiledata:18",
                "apx:19");
        for (String named : members) {
            String member = named.substring(0, named.indexOf(':'));
            long mask = 1L << Integer.parseInt(named.substring(named.indexOf(':') + 1));
            bit("xfam-" + PolicyCodes.of(member), "'xfam': ", member, xfam(XFAM | mask), xfam(XFAM & ~mask));
        }
        chapter.contrasted(
                "policy.xfam-unknown-bits",
                "xfam-unknown-bits",
                td,
                xfam(XFAM | 1L << 50),
                policies.with("'xfam': {'unknownBits': 'forbidden'}"),
                Flag.POLICY_UNMET,
                "XFAM bit 50 has no meaning");
        rule(
                "xfam",
                "'xfam': {'masked': {'mask': '0f00000000000000', 'value': '0700000000000000'}}",
                "'xfam': {'masked': {'mask': '0f00000000000000', 'value': '0f00000000000000'}}");
    }

    private TdxGiven xfam(long value) {
        return forge.body(body -> body.set(TdField.XFAM, value));
    }

    private void tcb() {
        rule(
                "min-tee-tcb-svn",
                "'minTeeTcbSvn': '06010400000000000000000000000000'",
                "'minTeeTcbSvn': '06010500000000000000000000000000'");
        rule("tcb-status", "'tcbStatus': ['UpToDate']", "'tcbStatus': ['OutOfDate']");
        rule("min-evaluation-number", "'minEvaluationNumber': 20", "'minEvaluationNumber': 21");
        rule("min-tcb-date", "'minTcbDate': '2025-08-13T00:00:00Z'", "'minTcbDate': '2025-08-13T00:00:01Z'");
        rule("max-collateral-age", "'maxCollateralAgeDays': 20", "'maxCollateralAgeDays': 19");
        rule("min-qe-svn", "'minQeSvn': 8", "'minQeSvn': 9");
        TdxGiven old = TdxGiven.of(forge.machine().status(TcbPart.PLATFORM, TdxStatus.OUT_OF_DATE));
        old(
                "rejected-advisories",
                old,
                "'rejectedAdvisories': ['INTEL-SA-99999']",
                "'rejectedAdvisories': ['INTEL-SA-01036']");
        old("max-tcb-age", old, "'maxTcbAgeDays': 475", "'maxTcbAgeDays': 474");
        chapter.appraised(
                "policy.tcb-status",
                "tcb-status-with-known-advisories",
                old,
                policies.with(status("'advisories': ['INTEL-SA-01036', 'INTEL-SA-01245']")),
                policies.with(status("'advisories': ['INTEL-SA-01036']")));
        chapter.appraised(
                "policy.tcb-status",
                "tcb-status-for-a-time",
                old,
                policies.with(status("'until': '2026-09-01T00:00:00Z'")),
                policies.with(status("'until': '2026-08-31T23:59:59Z'")));
    }

    private static String status(String condition) {
        return "'tcbStatus': [{'status': 'OutOfDate', " + condition + "}]";
    }

    private void old(String rule, TdxGiven old, String met, String unmet) {
        String accepted = "'tcbStatus': ['OutOfDate'], ";
        chapter.appraised("policy." + rule, rule, old, policies.with(accepted + met), policies.with(accepted + unmet));
    }

    private void platform() {
        HexFormat hex = HexFormat.of();
        TdxSimulator machine = forge.machine();
        list("fmspc", "fmspc", "b0c06f000000", "00806f050000");
        list("ppid", "ppid", hex.formatHex(machine.platform().ppid()), "01".repeat(16));
        list(
                "platform-instance-id",
                "platformInstanceId",
                hex.formatHex(machine.platform().instanceId()),
                "01".repeat(16));
        TdxGiven none = TdxGiven.of(machine.platform(right -> right.configuration(false, false, false)));
        for (String member : List.of("dynamicPlatform", "cachedKeys", "smtEnabled")) {
            String code = PolicyCodes.of(member);
            chapter.contrasted(
                    "policy." + code,
                    code + "-required",
                    td,
                    none,
                    policies.with("'" + member + "': 'required'"),
                    Flag.POLICY_UNMET,
                    "the PCK certificate says no");
            chapter.contrasted(
                    "policy." + code,
                    code + "-forbidden",
                    none,
                    td,
                    policies.with("'" + member + "': 'forbidden'"),
                    Flag.POLICY_UNMET,
                    "the PCK certificate says yes");
        }
    }

    private void defaults() {
        for (int bit = 0; bit < 8; bit++) {
            fallback(
                    "td-debug",
                    "-bit-" + bit,
                    attributes(SEPT_VE_DISABLE | 1L << bit),
                    "a bit of TDATTRIBUTES.TUD is set, so that nothing in the TD is secret");
        }
        fallback("service-td", "", service(), "a service TD is bound");
        for (TdxStatus status : TdxStatus.values()) {
            if (status != TdxStatus.UP_TO_DATE && status != TdxStatus.REVOKED) {
                fallback(
                        "tcb-status",
                        "-" + status.label(),
                        TdxGiven.of(forge.machine().status(TcbPart.PLATFORM, status)),
                        "the platform's status is " + status.label());
            }
        }
    }

    private TdxGiven service() {
        return forge.body((TdReportEncoder body) -> body.set(TdField.MR_SERVICE_TD, filled(48, 5)));
    }

    private void fallback(String rule, String more, TdxGiven bad, String because) {
        chapter.contrasted(
                "policy." + rule,
                "default-" + rule + more,
                td,
                bad,
                policies.defaults(),
                Flag.POLICY_DEFAULT,
                because + ", and the policy does not speak of it");
    }
}
