package dev.assay.testvectors.server;

import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.encode.SnpTcb;
import dev.assay.testvectors.intel.PemChain;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** What AMD's key distribution service has, by the addresses of document 57230, and what Azure makes of it. */
public final class AmdShelf {
    private static final int REPORTED_TCB = 0x180;
    private static final int CHIP_ID = 0x1A0;

    private final VendorServer server;

    AmdShelf(VendorServer server) {
        this.server = server;
    }

    /**
     * Serves all that a verifier needs for a machine's report.
     *
     * @param machine the machine
     * @param evidence a report of it
     * @return this shelf
     */
    public AmdShelf machine(SnpSimulator machine, SnpEvidence evidence) {
        AmdProduct product = machine.hierarchy().product();
        if (machine.kind() == VekKind.VCEK) {
            vcek(product, evidence.report(), evidence.leaf());
        }
        return chain(product, machine.kind(), evidence.intermediate(), evidence.root())
                .crl(product, machine.kind(), evidence.crl());
    }

    /**
     * Serves a VCEK at the address for a report: by its chip identity and its reported TCB.
     *
     * @param product the product
     * @param report 1184 bytes
     * @param der the certificate
     * @return this shelf
     */
    public AmdShelf vcek(AmdProduct product, byte[] report, byte[] der) {
        byte[] chip = Arrays.copyOfRange(report, CHIP_ID, CHIP_ID + product.hwIdSize());
        return vcek(product, chip, SnpTcb.of(product.layout(), number(report, REPORTED_TCB)), der);
    }

    /**
     * Serves a VCEK.
     *
     * @param product the product
     * @param hwId the chip, 64 bytes or 8 for Turin
     * @param tcb the TCB
     * @param der the certificate
     * @return this shelf
     */
    public AmdShelf vcek(AmdProduct product, byte[] hwId, SnpTcb tcb, byte[] der) {
        String fmc = tcb.layout() == SnpTcb.Layout.TURIN ? "fmcSPL=" + tcb.fmc() + "&" : "";
        server.serve(
                folder(product, VekKind.VCEK) + HexFormat.of().formatHex(hwId) + "?" + fmc + "blSPL="
                        + tcb.bootLoader() + "&teeSPL=" + tcb.tee() + "&snpSPL=" + tcb.snp() + "&ucodeSPL="
                        + tcb.microcode(),
                Served.ok(der));
        return this;
    }

    /**
     * Serves the authorities for a kind of key.
     *
     * @param product the product
     * @param kind the kind
     * @param intermediate the ASK or ASVK
     * @param root the ARK
     * @return this shelf
     */
    public AmdShelf chain(AmdProduct product, VekKind kind, byte[] intermediate, byte[] root) {
        server.serve(
                folder(product, kind) + "cert_chain",
                Served.ok(PemChain.of(intermediate, root).tail().encode()));
        return this;
    }

    /**
     * Serves the revocation list for a kind of key.
     *
     * @param product the product
     * @param kind the kind
     * @param der the list
     * @return this shelf
     */
    public AmdShelf crl(AmdProduct product, VekKind kind, byte[] der) {
        server.serve(folder(product, kind) + "crl", Served.ok(der));
        return this;
    }

    /**
     * Serves what the host of a confidential VM at Azure says of it.
     *
     * @param evidence what a report of the machine takes
     * @return this shelf
     */
    public AmdShelf azure(SnpEvidence evidence) {
        String leaf = text(PemChain.of(evidence.leaf()).tail().encode());
        String chain = text(
                PemChain.of(evidence.intermediate(), evidence.root()).tail().encode());
        long tcb = number(evidence.report(), REPORTED_TCB);
        server.serve(
                "/metadata/THIM/amd/certification",
                Served.text("{\"vcekCert\":\"" + leaf + "\",\"tcbm\":\""
                        + String.format(Locale.ROOT, "%016X", tcb) + "\",\"certificateChain\":\"" + chain
                        + "\",\"cacheControl\":\"86400\"}"));
        return this;
    }

    private static String folder(AmdProduct product, VekKind kind) {
        return "/" + kind.name().toLowerCase(Locale.ROOT) + "/v1/" + product.label() + "/";
    }

    private static String text(byte[] pem) {
        return new String(pem, StandardCharsets.US_ASCII).replace("\n", "\\n");
    }

    private static long number(byte[] report, int offset) {
        long value = 0;
        for (int i = 7; i >= 0; i--) {
            value = (value << 8) | (report[offset + i] & 0xFF);
        }
        return value;
    }
}
