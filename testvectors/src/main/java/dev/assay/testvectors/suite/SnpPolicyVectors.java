package dev.assay.testvectors.suite;

import dev.assay.testvectors.encode.SnpField;
import dev.assay.testvectors.encode.SnpReportEncoder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Genuine reports under policies: every rule with a demand that is met and one that is not, and the defaults. */
final class SnpPolicyVectors {
    private final Chapter chapter = new Chapter("snp/policy");
    private final SnpForge milan;
    private final PolicyText policies;
    private final SnpGiven rich;
    private final SnpGiven cloud;

    private SnpPolicyVectors(SnpForges forges) {
        this.milan = forges.milan();
        this.policies = PolicyText.snp(milan.amd().rootKey().publicKeyInfo());
        this.rich = milan.report(SnpPolicyVectors::everything);
        this.cloud = forges.milanVlek().given();
    }

    static List<SuiteVector> of(SnpForges forges) {
        SnpPolicyVectors all = new SnpPolicyVectors(forges);
        all.common();
        all.values();
        all.numbers();
        all.bits();
        all.defaults();
        return all.chapter.vectors();
    }

    /** A guest that has everything: an ID block with an author, host data, ABI 1.51, mitigations. */
    private static SnpReportEncoder everything(SnpReportEncoder report) {
        return report.policy(0x30133)
                .hostData(filled(32, 0x77))
                .set(SnpField.FAMILY_ID, filled(16, 0xFA))
                .set(SnpField.IMAGE_ID, filled(16, 0x1A))
                .idKeyDigest(filled(48, 0x11))
                .authorKeyDigest(filled(48, 0x22))
                .signerInfo(1)
                .guestSvn(7)
                .mitigations(0b0110, 0b1110);
    }

    private static byte[] filled(int size, int value) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static String hex(int size, int value) {
        return HexFormat.of().formatHex(filled(size, value));
    }

    private void rule(String rule, String met, String unmet) {
        chapter.appraised("policy." + rule, rule, rich, policies.with(met), policies.with(unmet));
    }

    private void list(String rule, String member, String met, String unmet) {
        rule(rule, "'" + member + "': ['" + unmet + "', '" + met + "']", "'" + member + "': ['" + unmet + "']");
    }

    private void common() {
        String data = hex(64, 0x5D);
        common(
                "report-data",
                "'reportData': {'exact': '" + data + "'}",
                "'reportData': {'exact': '" + hex(64, 0) + "'}");
        byte[] prefixed = Arrays.copyOf(filled(32, 0xAB), 64);
        SnpGiven short32 = milan.report(report -> report.reportData(prefixed));
        String prefix = policies.withCommon("'reportData': {'prefix': '" + hex(32, 0xAB) + "'}");
        SnpGiven followed = milan.report(report -> report.reportData(filled(64, 0xAB)));
        chapter.contrasted(
                "policy.report-data",
                "report-data-prefix",
                short32,
                followed,
                prefix,
                Flag.POLICY_UNMET,
                "behind the expected prefix stand bytes that are not zero");
        for (HashRule hash : HashRule.values()) {
            SnpGiven bound = milan.report(report -> report.reportData(hash.of("nonce", "key")));
            chapter.appraised(
                    "policy.report-data",
                    "report-data-" + hash.member(),
                    bound,
                    policies.withCommon(
                            "'reportData': {'" + hash.member() + "': " + HashRule.inputs("nonce", "key") + "}"),
                    policies.withCommon(
                            "'reportData': {'" + hash.member() + "': " + HashRule.inputs("key", "nonce") + "}"));
        }
        chapter.appraised(
                "policy.trust-anchors",
                "trust-anchors",
                rich,
                policies.anchors("vendor"),
                policies.withCommon("'trustAnchors': ['vendor']"));
        chapter.contrasted(
                "policy.revocation",
                "revocation",
                milan.given(),
                milan.given().withCrls(),
                policies.withCommon("'revocationCheck': 'required'"),
                Flag.POLICY_UNMET,
                "no revocation list was given, which verification alone does not demand");
        chapter.appraised(
                "policy.tee",
                "tee",
                rich,
                policies.defaults(),
                PolicyText.tdx(milan.amd().rootKey().publicKeyInfo()).defaults());
    }

    private void common(String rule, String met, String unmet) {
        chapter.appraised("policy." + rule, rule, rich, policies.withCommon(met), policies.withCommon(unmet));
    }

    private void values() {
        list("measurement", "measurement", hex(48, 0x3E), hex(48, 1));
        list("id-key", "idKeyDigests", hex(48, 0x11), hex(48, 0x22));
        list("author-key", "authorKeyDigests", hex(48, 0x22), hex(48, 0x11));
        chapter.contrasted(
                "policy.author-key",
                "author-key-not-enabled",
                rich,
                milan.report(report -> everything(report).signerInfo(0)),
                policies.with("'authorKeyDigests': ['" + hex(48, 0x22) + "']"),
                Flag.POLICY_UNMET,
                "the digest stands in the report, and AUTHOR_KEY_EN says that it means nothing");
        rule("id-block", "'idBlock': 'required'", "'idBlock': 'forbidden'");
        list("host-data", "hostData", hex(32, 0x77), hex(32, 0x76));
        list("family-id", "familyId", hex(16, 0xFA), hex(16, 0));
        list("image-id", "imageId", hex(16, 0x1A), hex(16, 0xFA));
        list("report-id", "reportId", hex(32, 0x1D), hex(32, 0xFF));
        list("report-id-ma", "reportIdMa", hex(32, 0xFF), hex(32, 0x1D));
        list("signing-key", "signingKey", "VCEK", "VLEK");
        list("products", "products", "Milan", "Genoa");
        list("chip-id", "chipId", HexFormat.of().formatHex(milan.machine().chipId()), hex(64, 0xC1));
        chapter.appraised(
                "policy.csp-id",
                "csp-id",
                cloud,
                policies.with("'cspId': ['CN=cc-simulator.example']"),
                policies.with("'cspId': ['other']"));
        chapter.contrasted(
                "policy.chip-id",
                "chip-id-of-a-vlek",
                milan.given(),
                cloud,
                policies.with("'chipId': ['"
                        + HexFormat.of().formatHex(milan.machine().chipId()) + "']"),
                Flag.POLICY_UNMET,
                "the report of a VLEK names no chip");
    }

    private void numbers() {
        rule("min-guest-svn", "'minGuestSvn': 7", "'minGuestSvn': 8");
        rule("vmpl", "'vmpl': {'atMost': 0}", "'vmpl': [1, 2, 3]");
        rule("guest-abi", "'guestPolicy': {'minAbi': '1.51'}", "'guestPolicy': {'minAbi': '1.52'}");
        chapter.contrasted(
                "policy.min-report-version",
                "min-report-version",
                milan.given(),
                SnpGiven.of(milan.machine().report(3, report -> report)),
                policies.with("'minReportVersion': 5"),
                Flag.POLICY_UNMET,
                "the report has version 3");
        floors("min-tcb", "minTcb", "'microcode': 219", "'microcode': 220");
        floors("min-committed-tcb", "minCommittedTcb", "'snp': 24", "'snp': 25");
        floors("min-current-tcb", "minCurrentTcb", "'tee': 0", "'tee': 1");
        floors("min-launch-tcb", "minLaunchTcb", "'bootLoader': 4", "'bootLoader': 5");
        chapter.appraised(
                "policy.min-tcb",
                "min-tcb-of-another-product",
                rich,
                policies.with("'minTcb': {'Milan': {'snp': 1}}"),
                policies.with("'minTcb': {'Genoa': {'snp': 1}}"));
        rule("min-firmware", "'minFirmware': '1.55.35'", "'minFirmware': '1.55.36'");
        rule("min-committed-firmware", "'minCommittedFirmware': '1.54.255'", "'minCommittedFirmware': '2.0.0'");
        rule("launch-mitigations", "'launchMitVector': [1, 2]", "'launchMitVector': [0]");
        rule("current-mitigations", "'currentMitVector': [3]", "'currentMitVector': [1, 2, 3, 4]");
        rule("max-certificate-age", "'maxCertificateAgeDays': 299", "'maxCertificateAgeDays': 298");
        chapter.contrasted(
                "policy.provisional-firmware",
                "provisional-firmware",
                milan.given(),
                milan.report(report -> report.committedFirmware(1, 55, 34)),
                policies.with("'provisionalFirmware': 'forbidden'"),
                Flag.POLICY_UNMET,
                "the committed firmware is older than the running one");
    }

    private void floors(String rule, String member, String met, String unmet) {
        rule(rule, "'" + member + "': {'Milan': {" + met + "}}", "'" + member + "': {'Milan': {" + unmet + "}}");
    }

    private void bits() {
        Map<String, Integer> guest = new LinkedHashMap<>();
        guest.put("smt", 16);
        guest.put("migrateMa", 18);
        guest.put("debug", 19);
        guest.put("singleSocket", 20);
        guest.put("cxlAllow", 21);
        guest.put("memAes256Xts", 22);
        guest.put("raplDis", 23);
        guest.put("ciphertextHidingDram", 24);
        guest.put("pageSwapDisable", 25);
        guest.forEach((member, bit) -> bit(
                PolicyCodes.of(member),
                "guestPolicy",
                member,
                milan.report(report -> report.policy(0x20000 | 1L << bit)),
                milan.report(report -> report.policy(0x20000))));
        List<String> platform = List.of(
                "smtEn",
                "tsmeEn",
                "eccEn",
                "raplDis",
                "ciphertextHidingDramEn",
                "aliasCheckComplete",
                "iommuWriteSafe",
                "tioEn");
        for (int i = 0; i < platform.size(); i++) {
            int bit = i;
            bit(
                    "platform-" + PolicyCodes.of(platform.get(i)),
                    "platformInfo",
                    platform.get(i),
                    milan.report(report -> report.platformInfo(1L << bit)),
                    milan.report(report -> report.platformInfo(0)));
        }
        chapter.contrasted(
                "policy.platform-unknown-bits",
                "platform-unknown-bits",
                milan.given(),
                milan.report(report -> report.platformInfo(0x125)),
                policies.with("'platformInfo': {'unknownBits': 'forbidden'}"),
                Flag.POLICY_UNMET,
                "PLATFORM_INFO bit 8 has no meaning");
    }

    private void bit(String code, String group, String member, SnpGiven set, SnpGiven clear) {
        String required = policies.with("'" + group + "': {'" + member + "': 'required'}");
        String forbidden = policies.with("'" + group + "': {'" + member + "': 'forbidden'}");
        chapter.contrasted(
                "policy." + code, code + "-required", set, clear, required, Flag.POLICY_UNMET, "the bit is clear");
        chapter.contrasted(
                "policy." + code, code + "-forbidden", clear, set, forbidden, Flag.POLICY_UNMET, "the bit is set");
    }

    private void defaults() {
        fallback("debug", milan.report(report -> report.policy(0xB0000)), "the guest may be debugged");
        fallback("migrate-ma", milan.report(report -> report.policy(0x70000)), "a migration agent may take part");
        fallback("guest-policy-reserved", milan.report(report -> report.policy(0x4030000)), "POLICY bit 26 is set");
        for (long vmpl : List.of(1L, 2L, 3L, 0xFFFFFFFFL)) {
            chapter.contrasted(
                    "policy.vmpl",
                    "default-vmpl-" + vmpl,
                    milan.given(),
                    milan.report(report -> report.vmpl(vmpl)),
                    policies.defaults(),
                    Flag.POLICY_DEFAULT,
                    "not the guest at VMPL 0 asked for the report");
        }
        chapter.contrasted(
                "policy.masked-chip-id",
                "default-masked-chip-id",
                milan.given(),
                milan.report(report -> report.chipId(new byte[64])).set(Settings::withMaskedChipId),
                policies.defaults(),
                Flag.POLICY_DEFAULT,
                "verification was told to accept hidden chips, the policy was not");
    }

    private void fallback(String rule, SnpGiven bad, String because) {
        chapter.contrasted(
                "policy." + rule,
                "default-" + rule,
                milan.given(),
                bad,
                policies.defaults(),
                Flag.POLICY_DEFAULT,
                because + ", and the policy does not speak of it");
    }
}
