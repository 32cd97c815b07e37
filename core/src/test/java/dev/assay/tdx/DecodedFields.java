package dev.assay.tdx;

import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a decoded TD report by the names that manifests use, as hexadecimal of the bytes as received. */
final class DecodedFields {
    private DecodedFields() {}

    static Map<String, String> of(TdReport body) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("teeTcbSvn", body.teeTcbSvn().raw().hex());
        fields.put("mrSeam", body.mrSeam().hex());
        fields.put("mrSignerSeam", body.mrSignerSeam().hex());
        fields.put("seamAttributes", body.seamAttributes().hex());
        fields.put("tdAttributes", body.tdAttributes().raw().hex());
        fields.put("xfam", body.xfam().raw().hex());
        fields.put("mrTd", body.mrTd().hex());
        fields.put("mrConfigId", body.mrConfigId().hex());
        fields.put("mrOwner", body.mrOwner().hex());
        fields.put("mrOwnerConfig", body.mrOwnerConfig().hex());
        fields.put("rtmr0", body.rtmr0().hex());
        fields.put("rtmr1", body.rtmr1().hex());
        fields.put("rtmr2", body.rtmr2().hex());
        fields.put("rtmr3", body.rtmr3().hex());
        fields.put("reportData", body.reportData().hex());
        if (body instanceof TdReportSince15 later) {
            fields.put("teeTcbSvn2", later.teeTcbSvn2().raw().hex());
            fields.put("mrServiceTd", later.mrServiceTd().hex());
        }
        if (body instanceof TdReport15Ex extended) {
            fields.put("vmId", String.format("%02x", extended.vmId()));
            fields.put("tdId", extended.tdId().hex());
            fields.put("deviceInfoHash", extended.deviceInfoHash().hex());
            fields.put("initialServiceTdHash", extended.initialServiceTdHash().hex());
            fields.put(
                    "initialServiceTdAttributes",
                    extended.initialServiceTdAttributes().hex());
            fields.put("initialCpuSvn", extended.initialCpuSvn().hex());
            fields.put("initialTeeTcbSvn", extended.initialTeeTcbSvn().raw().hex());
            fields.put("initialTeeFmspc", extended.initialTeeFmspc().hex());
            fields.put("currentServiceTdHash", extended.currentServiceTdHash().hex());
            fields.put(
                    "currentServiceTdAttributes",
                    extended.currentServiceTdAttributes().hex());
        }
        return fields;
    }
}
