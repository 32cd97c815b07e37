package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.result.AttestationResult;
import dev.assay.snp.AttestationReport;
import dev.assay.testvectors.encode.SnpField;
import dev.assay.testvectors.encode.TdField;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every claim has the field that its name says: all fields of the evidence are filled with bytes of their own. */
class ClaimsTest {
    private static byte[] bytes(int size, int value) {
        return Minted.filled(size, value).toArray();
    }

    private static String hex(int size, int value) {
        return HexFormat.of().formatHex(bytes(size, value));
    }

    private static void assertClaims(Map<String, Object> expected, AttestationResult result) {
        Map<String, Object> actual = new LinkedHashMap<>(result.claims());
        actual.keySet().retainAll(expected.keySet());
        assertEquals(expected, actual);
    }

    @Test
    void thoseOfAReportAreNamedByAmd() {
        VerifiedReport report = Minted.report(
                Minted.MILAN,
                5,
                it -> it.reportData(bytes(64, 1))
                        .measurement(bytes(48, 2))
                        .hostData(bytes(32, 3))
                        .set(SnpField.FAMILY_ID, bytes(16, 4))
                        .set(SnpField.IMAGE_ID, bytes(16, 5))
                        .idKeyDigest(bytes(48, 6))
                        .authorKeyDigest(bytes(48, 7))
                        .set(SnpField.REPORT_ID, bytes(32, 8))
                        .set(SnpField.REPORT_ID_MA, bytes(32, 9))
                        .guestSvn(77)
                        .policy(0x30133)
                        .platformInfo(0x25)
                        .signerInfo(1)
                        .mitigations(6, 14));
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("snp_version", 5L);
        expected.put("snp_report_data", hex(64, 1));
        expected.put("snp_measurement", hex(48, 2));
        expected.put("snp_host_data", hex(32, 3));
        expected.put("snp_vmpl", 0L);
        expected.put("snp_policy", "0000000000030133");
        expected.put("dbgstat", "disabled-since-boot");
        expected.put("snp_guest_svn", 77L);
        expected.put("snp_family_id", hex(16, 4));
        expected.put("snp_image_id", hex(16, 5));
        expected.put("snp_id_key_digest", hex(48, 6));
        expected.put("snp_author_key_digest", hex(48, 7));
        expected.put("snp_author_key_en", true);
        expected.put("snp_report_id", hex(32, 8));
        expected.put("snp_report_id_ma", hex(32, 9));
        expected.put("snp_signing_key", "VCEK");
        expected.put("snp_chip_id", HexFormat.of().formatHex(Minted.MILAN.chipId()));
        expected.put("snp_platform_info", "0000000000000025");
        expected.put("snp_reported_tcb", "04000000000018db");
        expected.put("snp_current_tcb", "04000000000018db");
        expected.put("snp_committed_tcb", "04000000000018db");
        expected.put("snp_launch_tcb", "04000000000018db");
        expected.put("snp_current_version", "1.55.35");
        expected.put("snp_committed_version", "1.55.35");
        expected.put("snp_launch_mit_vector", "0600000000000000");
        expected.put("snp_current_mit_vector", "0e00000000000000");
        expected.put("snp_product", "Milan");
        expected.put("snp_revocation", "not-given");
        assertClaims(expected, Minted.snp(snp -> snp).appraise(report));
    }

    @Test
    void whatAnOlderReportDoesNotHaveIsNoClaim() {
        Map<String, Object> claims = Minted.snp(snp -> snp)
                .appraise(Minted.report(Minted.CLOUD, 2, right -> right))
                .claims();
        for (String name : new String[] {"snp_launch_mit_vector", "snp_current_mit_vector", "snp_cpuid"}) {
            assertFalse(claims.containsKey(name), name);
        }
        assertEquals("CN=cc-simulator.example", claims.get("snp_csp_id"));
        assertEquals("VLEK", claims.get("snp_signing_key"));
    }

    @Test
    void aDebuggerIsAClaimOfItsOwn() {
        VerifiedReport debugged = Minted.report(Minted.MILAN, 5, report -> report.policy(0xB0000));
        assertEquals(
                "enabled", Minted.snp(snp -> snp).appraise(debugged).claims().get("dbgstat"));
        VerifiedQuote td = Minted.quote(Minted.INTEL, it -> it.set(TdField.TD_ATTRIBUTES, 1));
        assertEquals("enabled", Minted.tdx(tdx -> tdx).appraise(td).claims().get("dbgstat"));
    }

    @Test
    void thoseOfAQuoteAreNamedByTheEatProfile() {
        VerifiedQuote quote = Minted.quote(
                Minted.INTEL,
                td -> td.set(TdField.REPORT_DATA, bytes(64, 1))
                        .set(TdField.MR_TD, bytes(48, 2))
                        .set(TdField.RTMR0, bytes(48, 3))
                        .set(TdField.RTMR1, bytes(48, 4))
                        .set(TdField.RTMR2, bytes(48, 5))
                        .set(TdField.RTMR3, bytes(48, 6))
                        .set(TdField.MR_CONFIG_ID, bytes(48, 7))
                        .set(TdField.MR_OWNER, bytes(48, 8))
                        .set(TdField.MR_OWNER_CONFIG, bytes(48, 9))
                        .set(TdField.MR_SERVICE_TD, bytes(48, 10))
                        .set(TdField.TD_ATTRIBUTES, 1L << 28 | 1L << 30 | 1L << 63));
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("tdx_quote_version", 5L);
        expected.put("tdx_report_data", hex(64, 1));
        expected.put("tdx_mrtd", hex(48, 2));
        expected.put("tdx_rtmr0", hex(48, 3));
        expected.put("tdx_rtmr1", hex(48, 4));
        expected.put("tdx_rtmr2", hex(48, 5));
        expected.put("tdx_rtmr3", hex(48, 6));
        expected.put("tdx_mrconfigid", hex(48, 7));
        expected.put("tdx_mrowner", hex(48, 8));
        expected.put("tdx_mrownerconfig", hex(48, 9));
        expected.put("tdx_mrservicetd", hex(48, 10));
        expected.put("tdx_td_attributes", "0000005000000080");
        expected.put("tdx_td_attributes_debug", false);
        expected.put("tdx_td_attributes_septve_disable", true);
        expected.put("tdx_td_attributes_protection_keys", true);
        expected.put("tdx_td_attributes_key_locker", false);
        expected.put("tdx_td_attributes_perfmon", true);
        expected.put("dbgstat", "disabled-since-boot");
        expected.put("tdx_mrsignerseam", "00".repeat(48));
        expected.put("tdx_seam_attributes", "00".repeat(8));
        expected.put("tdx_xfam", "e702060000000000");
        expected.put("tdx_tcb_status", "UpToDate");
        expected.put("tdx_tcb_date", "2025-08-13T00:00:00Z");
        expected.put("tdx_advisory_ids", List.of());
        expected.put("tdx_tcb_evaluation_data_number", 20L);
        expected.put("tdx_qe_evaluation_data_number", 20L);
        expected.put("tdx_fmspc", "b0c06f000000");
        expected.put(
                "tdx_ppid", HexFormat.of().formatHex(Minted.INTEL.platform().ppid()));
        expected.put(
                "tdx_platform_instance_id",
                HexFormat.of().formatHex(Minted.INTEL.platform().instanceId()));
        expected.put("tdx_dynamic_platform", true);
        expected.put("tdx_cached_keys", true);
        expected.put("tdx_smt_enabled", true);
        expected.put("tdx_revocation", "checked");
        AttestationResult result = Minted.tdx(tdx -> tdx).appraise(quote);
        assertClaims(expected, result);
        Map<String, Object> claims = result.claims();
        assertEquals(quote.evidence().body().mrSeam().hex(), claims.get("tdx_mrseam"));
        assertEquals("06010400000000000000000000000000", claims.get("tdx_tee_tcb_svn"));
        assertEquals(96, String.valueOf(claims.get("tdx_mrseam")).length());
        assertEquals(32, String.valueOf(claims.get("tdx_tee_tcb_svn2")).length());
    }

    @Test
    void aReportNamesItsProcessorAlsoIfItIsNotVerified() throws Exception {
        var minted = Minted.GENOA.report(3, report -> report.cpuid(0x19, 0xA0, 2));
        AttestationReport report = AttestationReport.decode(minted.report());
        Map<String, Object> claims = Minted.snp(snp -> snp)
                .appraise(Verifier.standard().verify(report, Endorsements.none(), minted.at()), report, minted.at())
                .claims();
        assertEquals("19a002", claims.get("snp_cpuid"));
        assertEquals("Genoa", claims.get("snp_product"));
        assertFalse(claims.containsKey("snp_revocation"));
    }
}
