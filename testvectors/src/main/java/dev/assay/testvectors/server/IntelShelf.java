package dev.assay.testvectors.server;

import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.PemChain;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * What Intel's provisioning certification service has (API version 4), with the issuer chains in headers, and what a PCCS
 * has besides: the root's revocation list as hexadecimal text.
 */
public final class IntelShelf {
    /** The key to Intel's service that {@link #pckCertificate} wants to see. */
    public static final String KEY = "0123456789abcdef0123456789abcdef";

    /** Where the identity of the quoting enclave stands in a quote. */
    private static final int QE_ID = 28;

    private final VendorServer server;

    IntelShelf(VendorServer server) {
        this.server = server;
    }

    /**
     * Serves all that a verifier needs for a machine's quotes, in the standard set.
     *
     * @param machine the machine
     * @param evidence a quote of it
     * @return this shelf
     */
    public IntelShelf machine(TdxSimulator machine, TdxEvidence evidence) {
        PemChain signing =
                PemChain.of(evidence.tcbSigningCertificate(), evidence.root()).tail();
        PemChain ca = PemChain.of(machine.pckChain().certificates().get(1), evidence.root())
                .tail();
        return tcbInfo(machine.platform().fmspc(), "", evidence.tcbInfo(), signing)
                .qeIdentity("", evidence.qeIdentity(), signing)
                .pckCrl(machine.ca(), evidence.pckCrl(), ca)
                .rootCrl(evidence.rootCrl());
    }

    /**
     * Serves a TCB info.
     *
     * @param fmspc the platform, 6 bytes
     * @param set {@code update=early}, {@code tcbEvaluationDataNumber=} and a number, or nothing for the standard set
     * @param json the signed document
     * @param issuers the TCB signing certificate and the root
     * @return this shelf
     */
    public IntelShelf tcbInfo(byte[] fmspc, String set, byte[] json, PemChain issuers) {
        String target = "/tdx/certification/v4/tcb?fmspc=" + HexFormat.of().formatHex(fmspc) + "&" + set;
        server.serve(target, Served.ok(json).header("TCB-Info-Issuer-Chain", escaped(issuers)));
        return this;
    }

    /**
     * Serves the identity of the TD quoting enclave.
     *
     * @param set {@code update=early}, {@code tcbEvaluationDataNumber=} and a number, or nothing for the standard set
     * @param json the signed document
     * @param issuers the TCB signing certificate and the root
     * @return this shelf
     */
    public IntelShelf qeIdentity(String set, byte[] json, PemChain issuers) {
        server.serve(
                "/tdx/certification/v4/qe/identity?" + set,
                Served.ok(json).header("SGX-Enclave-Identity-Issuer-Chain", escaped(issuers)));
        return this;
    }

    /**
     * Serves a revocation list for PCK certificates.
     *
     * @param ca the authority that issues it
     * @param der the list
     * @param issuers the authority's certificate and the root
     * @return this shelf
     */
    public IntelShelf pckCrl(PckCa ca, byte[] der, PemChain issuers) {
        String name = ca.name().toLowerCase(Locale.ROOT);
        server.serve(
                "/sgx/certification/v4/pckcrl?ca=" + name + "&encoding=der",
                Served.ok(der).header("SGX-PCK-CRL-Issuer-Chain", escaped(issuers)));
        return this;
    }

    /**
     * Serves the root's revocation list: as Intel does, and as a PCCS does.
     *
     * @param der the list
     * @return this shelf
     */
    public IntelShelf rootCrl(byte[] der) {
        server.serve("/IntelSGXRootCA.der", Served.ok(der));
        server.serve(
                "/sgx/certification/v4/rootcacrl", Served.text(HexFormat.of().formatHex(der)));
        return this;
    }

    /**
     * Serves the PCK certificate of a machine whose quotes name it by its encrypted identity: as a PCCS does, and as Intel
     * does to who has the key {@link #KEY}.
     *
     * @param machine the machine
     * @param quote a quote of it
     * @param type the type of the quote's certification data, 2 or 3
     * @return this shelf
     */
    public IntelShelf pckCertificate(TdxSimulator machine, byte[] quote, int type) {
        byte[] identity = machine.platform().encryptedIdentity(type);
        int rsa = identity.length - 20;
        String ppid = "/sgx/certification/v4/pckcert?encrypted_ppid=" + hex(identity, 0, rsa) + "&cpusvn="
                + hex(identity, rsa, 16) + "&pcesvn=" + hex(identity, rsa + 16, 2) + "&pceid="
                + hex(identity, rsa + 18, 2);
        List<byte[]> chain = machine.pckChain().certificates();
        Served answer = Served.ok(PemChain.of(chain.get(0)).tail().encode())
                .header(
                        "SGX-PCK-Certificate-Issuer-Chain",
                        escaped(PemChain.of(chain.get(1), chain.get(2)).tail()));
        server.serve(ppid + "&qeid=" + hex(quote, QE_ID, 16), answer);
        server.serve(ppid, answer.onlyWith("Ocp-Apim-Subscription-Key", KEY));
        return this;
    }

    private static String hex(byte[] bytes, int offset, int length) {
        return HexFormat.of().formatHex(bytes, offset, offset + length);
    }

    /**
     * Serves the list of evaluations for TDX, which nobody has signed.
     *
     * @param numbers the evaluations, the newest first
     * @return this shelf
     */
    public IntelShelf evaluations(int... numbers) {
        StringBuilder entries = new StringBuilder();
        for (int number : numbers) {
            entries.append(entries.isEmpty() ? "" : ",")
                    .append("{\"tcbEvaluationDataNumber\":")
                    .append(number)
                    .append(",\"tcbRecoveryEventDate\":\"2025-05-13T00:00:00Z\",\"tcbDate\":\"2025-05-14T00:00:00Z\"}");
        }
        String body =
                "{\"tcbEvaluationDataNumbers\":{\"id\":\"TDX\",\"version\":1,\"issueDate\":\"2026-08-15T00:00:00Z\","
                        + "\"nextUpdate\":\"2026-09-14T00:00:00Z\",\"tcbEvalNumbers\":[" + entries
                        + "]},\"signature\":\""
                        + "00".repeat(64) + "\"}";
        server.serve("/tdx/certification/v4/tcbevaluationdatanumbers", Served.text(body));
        return this;
    }

    /** As Intel does it: a plus sign, a slash and an equals sign too. */
    private static String escaped(PemChain chain) {
        StringBuilder text = new StringBuilder();
        for (char c : new String(chain.encode(), StandardCharsets.US_ASCII).toCharArray()) {
            boolean plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
            text.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return text.toString();
    }
}
