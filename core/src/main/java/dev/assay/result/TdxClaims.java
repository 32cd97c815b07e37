package dev.assay.result;

import dev.assay.model.Bytes;
import dev.assay.tdx.Quote;
import dev.assay.tdx.TdAttribute;
import dev.assay.tdx.TdAttributes;
import dev.assay.tdx.TdReport;
import dev.assay.tdx.TdReportSince15;
import dev.assay.verify.VerifiedQuote;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a TDX quote under their names in the EAT profile for TDX (draft-kdyxy-rats-tdx-eat-profile). */
final class TdxClaims {
    private final Map<String, Object> claims = new LinkedHashMap<>();

    private TdxClaims() {}

    static Map<String, Object> of(Quote quote) {
        TdxClaims all = new TdxClaims();
        all.body(quote.body());
        all.attributes(quote.body().tdAttributes());
        all.claims.put("tdx_quote_version", (long) quote.header().version());
        return all.claims;
    }

    static Map<String, Object> of(VerifiedQuote verified) {
        TdxClaims all = new TdxClaims();
        all.claims.putAll(of(verified.evidence()));
        all.claims.put("attester_tcb_status", verified.tcbStatus().words());
        all.claims.put("tdx_tcb_status", verified.tcbStatus().label());
        all.claims.put("tdx_tcb_date", verified.tcbDate().toString());
        all.claims.put("tdx_advisory_ids", verified.advisories());
        all.claims.put("tdx_tcb_evaluation_data_number", (long) verified.tcbEvaluationDataNumber());
        all.claims.put("tdx_qe_evaluation_data_number", (long) verified.qeEvaluationDataNumber());
        all.bytes("tdx_fmspc", verified.fmspc());
        all.bytes("tdx_ppid", verified.ppid());
        verified.platformInstanceId().ifPresent(id -> all.bytes("tdx_platform_instance_id", id));
        verified.configuration().ifPresent(flags -> {
            all.claims.put("tdx_dynamic_platform", flags.dynamicPlatform());
            all.claims.put("tdx_cached_keys", flags.cachedKeys());
            all.claims.put("tdx_smt_enabled", flags.smtEnabled());
        });
        all.claims.put("tdx_revocation", Labels.of(verified.crlState()));
        return all.claims;
    }

    private void body(TdReport body) {
        bytes("tdx_report_data", body.reportData());
        bytes("tdx_mrtd", body.mrTd());
        bytes("tdx_rtmr0", body.rtmr0());
        bytes("tdx_rtmr1", body.rtmr1());
        bytes("tdx_rtmr2", body.rtmr2());
        bytes("tdx_rtmr3", body.rtmr3());
        bytes("tdx_mrconfigid", body.mrConfigId());
        bytes("tdx_mrowner", body.mrOwner());
        bytes("tdx_mrownerconfig", body.mrOwnerConfig());
        bytes("tdx_mrseam", body.mrSeam());
        bytes("tdx_mrsignerseam", body.mrSignerSeam());
        bytes("tdx_seam_attributes", body.seamAttributes());
        bytes("tdx_tee_tcb_svn", body.teeTcbSvn().raw());
        bytes("tdx_xfam", body.xfam().raw());
        if (body instanceof TdReportSince15 newer) {
            bytes("tdx_tee_tcb_svn2", newer.teeTcbSvn2().raw());
            bytes("tdx_mrservicetd", newer.mrServiceTd());
        }
    }

    private void attributes(TdAttributes attributes) {
        bytes("tdx_td_attributes", attributes.raw());
        claims.put("tdx_td_attributes_debug", attributes.has(TdAttribute.DEBUG));
        claims.put("tdx_td_attributes_septve_disable", attributes.has(TdAttribute.SEPT_VE_DISABLE));
        claims.put("tdx_td_attributes_protection_keys", attributes.has(TdAttribute.PKS));
        claims.put("tdx_td_attributes_key_locker", attributes.has(TdAttribute.KL));
        claims.put("tdx_td_attributes_perfmon", attributes.has(TdAttribute.PERFMON));
        // Attributes are fixed when the TD is built (RFC 9711, 4.2.9).
        claims.put("dbgstat", attributes.tud() ? "enabled" : "disabled-since-boot");
    }

    private void bytes(String name, Bytes value) {
        claims.put(name, value.hex());
    }
}
