package dev.assay.explain;

import dev.assay.model.Bytes;
import dev.assay.tdx.ClearPpid;
import dev.assay.tdx.EnclaveReport;
import dev.assay.tdx.EncryptedPpid;
import dev.assay.tdx.PckChain;
import dev.assay.tdx.PckLeaf;
import dev.assay.tdx.PemText;
import dev.assay.tdx.PlatformManifest;
import dev.assay.tdx.Quote;
import dev.assay.tdx.QuoteHeader;
import dev.assay.tdx.QuoteSignatureData;
import dev.assay.tdx.TdReport;
import dev.assay.tdx.TdReport15Ex;
import dev.assay.tdx.TdReportSince15;
import dev.assay.tdx.TeeTcbSvn;
import java.util.ArrayList;
import java.util.List;

/** Describes a TDX quote. */
public final class QuoteDescription {
    private static final String INTEL_VENDOR_ID = "939a7233f79c4ca9940a0db3957f0607";

    private final Quote quote;

    private QuoteDescription(Quote quote) {
        this.quote = quote;
    }

    /**
     * Describes a quote.
     *
     * @param quote the quote
     * @return the description
     */
    public static Description of(Quote quote) {
        QuoteDescription fields = new QuoteDescription(quote);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("Quote", fields.header()));
        sections.add(new Section("TD", fields.td()));
        sections.add(new Section("TDX module", fields.module()));
        if (quote.body() instanceof TdReport15Ex report) {
            sections.add(new Section("TD 1.5-EX", extended(report)));
        }
        sections.add(new Section("Quoting enclave", fields.quotingEnclave()));
        sections.add(new Section("Signature", fields.signature()));
        return new Description(
                "tdx-quote",
                "Intel TDX quote",
                sections,
                "Nothing below is authenticated: whoever made these bytes chose them. Use verify to find out.",
                quote.irregularities());
    }

    private List<Field> header() {
        QuoteHeader header = quote.header();
        return List.of(
                Field.of("version", "version", header.version()),
                Field.of("attestationKeyType", "attestation key type", header.attestationKeyType(), "ECDSA P-256"),
                Field.of("teeType", "TEE type", header.teeType(), "TDX"),
                Field.of("headerReserved", "reserved (QE SVN, PCE SVN)", header.reserved()),
                Field.of(
                        "qeVendorId",
                        "QE vendor id",
                        header.qeVendorId(),
                        header.qeVendorId().hex().equals(INTEL_VENDOR_ID) ? "Intel" : "not Intel's"),
                Field.of("userData", "user data", header.userData()),
                Field.of(
                        "bodyType",
                        "body type",
                        quote.bodyType().number(),
                        quote.bodyType().title()),
                Field.of("trailingZeros", "zeros behind the quote", quote.trailingZeros()));
    }

    private List<Field> td() {
        TdReport body = quote.body();
        List<Field> fields = new ArrayList<>(List.of(
                Field.of("reportData", "REPORTDATA", body.reportData()),
                Field.of("mrTd", "MRTD", body.mrTd()),
                Field.of("rtmr0", "RTMR0", body.rtmr0()),
                Field.of("rtmr1", "RTMR1", body.rtmr1()),
                Field.of("rtmr2", "RTMR2", body.rtmr2()),
                Field.of("rtmr3", "RTMR3", body.rtmr3()),
                TdxBits.tdAttributes(body.tdAttributes()),
                TdxBits.xfam(body.xfam()),
                Field.of("mrConfigId", "MRCONFIGID", body.mrConfigId()),
                Field.of("mrOwner", "MROWNER", body.mrOwner()),
                Field.of("mrOwnerConfig", "MROWNERCONFIG", body.mrOwnerConfig())));
        if (body instanceof TdReportSince15 newer) {
            fields.add(Field.of(
                    "mrServiceTd",
                    "MRSERVICETD",
                    newer.mrServiceTd(),
                    newer.mrServiceTd().isZero() ? "no service TD is bound" : "a service TD is bound"));
        }
        return fields;
    }

    private List<Field> module() {
        TdReport body = quote.body();
        List<Field> fields = new ArrayList<>();
        fields.add(tcbSvn("teeTcbSvn", "TEE_TCB_SVN", body.teeTcbSvn(), "at launch"));
        if (body instanceof TdReportSince15 newer) {
            fields.add(tcbSvn("teeTcbSvn2", "TEE_TCB_SVN_2", newer.teeTcbSvn2(), "now"));
        }
        fields.add(Field.of("mrSeam", "MRSEAM", body.mrSeam()));
        fields.add(Field.of(
                "mrSignerSeam",
                "MRSIGNERSEAM",
                body.mrSignerSeam(),
                body.mrSignerSeam().isZero() ? "signed by Intel" : "not signed by Intel"));
        fields.add(Field.of("seamAttributes", "SEAMATTRIBUTES", body.seamAttributes()));
        return fields;
    }

    private static Field tcbSvn(String name, String label, TeeTcbSvn svn, String when) {
        return Field.of(
                name,
                label,
                svn.raw(),
                when + ": module major " + svn.major() + ", minor " + svn.minor() + ", SEAM patch " + svn.seamPatch());
    }

    private static List<Field> extended(TdReport15Ex report) {
        return List.of(
                Field.of("vmId", "VM id", report.vmId()),
                Field.of("tdId", "TD id", report.tdId()),
                Field.of("deviceInfoHash", "device-info hash", report.deviceInfoHash()),
                Field.of("initialServiceTdHash", "initial SERVTD hash", report.initialServiceTdHash()),
                Field.of(
                        "initialServiceTdAttributes", "initial SERVTD attributes", report.initialServiceTdAttributes()),
                Field.of("initialCpuSvn", "initial CPUSVN", report.initialCpuSvn()),
                Field.of(
                        "initialTeeTcbSvn",
                        "initial TEE_TCB_SVN",
                        report.initialTeeTcbSvn().raw()),
                Field.of("initialTeeFmspc", "initial TEE FMSPC", report.initialTeeFmspc()),
                Field.of("currentServiceTdHash", "current SERVTD hash", report.currentServiceTdHash()),
                Field.of(
                        "currentServiceTdAttributes",
                        "current SERVTD attributes",
                        report.currentServiceTdAttributes()));
    }

    private List<Field> quotingEnclave() {
        EnclaveReport report = quote.signatureData().qeReport();
        return List.of(
                Field.of("qeMrSigner", "MRSIGNER", report.mrSigner()),
                Field.of("qeMrEnclave", "MRENCLAVE", report.mrEnclave()),
                Field.of("qeIsvProdId", "ISVPRODID", report.isvProdId()),
                Field.of("qeIsvSvn", "ISVSVN", report.isvSvn()),
                Field.of("qeCpuSvn", "CPUSVN", report.cpuSvn()),
                Field.of("qeMiscSelect", "MISCSELECT", report.miscSelect()),
                Field.of(
                        "qeAttributes",
                        "ATTRIBUTES",
                        report.attributes(),
                        report.debug() ? "a debug enclave: its signature proves nothing" : ""),
                Field.of("qeReportData", "report data", report.reportData()),
                Field.of(
                        "qeAuthenticationData",
                        "authentication data",
                        quote.signatureData().qeAuthenticationData()));
    }

    private List<Field> signature() {
        QuoteSignatureData data = quote.signatureData();
        List<Field> fields = new ArrayList<>(List.of(
                Field.of("signature", "signature of the quote", data.signature()),
                Field.of("attestationKey", "attestation key", data.attestationKey()),
                Field.of("qeReportSignature", "signature of the QE report", data.qeReportSignature())));
        fields.addAll(certification());
        return fields;
    }

    private List<Field> certification() {
        // Each kind is told apart here once; Java 17 has no switch over types.
        var data = quote.signatureData().certificationData();
        if (data instanceof PckChain chain) {
            return List.of(type(5, "chain of the PCK certificate"), pem(chain.split()));
        }
        if (data instanceof PckLeaf leaf) {
            return List.of(type(4, "PCK certificate"), pem(leaf.split()));
        }
        if (data instanceof ClearPpid ppid) {
            return ppid(ppid.type(), "PPID in clear", ppid.ppid(), ppid.cpuSvn(), ppid.pceSvn(), ppid.pceId());
        }
        if (data instanceof EncryptedPpid ppid) {
            return ppid(
                    ppid.type(), "encrypted PPID", ppid.encryptedPpid(), ppid.cpuSvn(), ppid.pceSvn(), ppid.pceId());
        }
        PlatformManifest manifest = (PlatformManifest) data;
        return List.of(
                type(manifest.type(), "platform manifest"),
                Field.of("platformManifest", "platform manifest", manifest.content()));
    }

    private static Field type(int number, String meaning) {
        return Field.of("certificationDataType", "certification data type", number, meaning);
    }

    private static List<Field> ppid(int type, String meaning, Bytes ppid, Bytes cpuSvn, int pceSvn, Bytes pceId) {
        return List.of(
                type(type, meaning),
                Field.of("ppid", "PPID", ppid),
                Field.of("cpuSvn", "CPUSVN", cpuSvn),
                Field.of("pceSvn", "PCESVN", pceSvn),
                Field.of("pceId", "PCEID", pceId));
    }

    private static Field pem(PemText text) {
        List<Object> digests = text.blocks().stream()
                .<Object>map(block -> block.sha256().hex())
                .toList();
        return new Field(
                "certificates",
                "certificates",
                digests,
                text.blocks().size() + " in PEM",
                List.of("behind them: " + text.tailNewlines() + " line ends, " + text.tailNuls() + " NUL, "
                        + text.tailOthers() + " other bytes"));
    }
}
