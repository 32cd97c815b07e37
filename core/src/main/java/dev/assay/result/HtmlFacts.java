package dev.assay.result;

import dev.assay.verify.CertificateFact;
import java.util.List;

/** The parts of a page about what the evidence is and what vouches for it. */
final class HtmlFacts {
    private static final List<String> SNP_ROLES = List.of("VCEK or VLEK", "intermediate", "root");
    private static final List<String> TDX_ROLES = List.of("PCK", "PCK CA", "root", "TCB signing");

    private final AttestationResult result;
    private final Html html;

    HtmlFacts(AttestationResult result, Html html) {
        this.result = result;
        this.html = html;
    }

    void write() {
        tcb();
        chain();
        claims();
        audit();
    }

    private void tcb() {
        if (result.tcb().isEmpty()) {
            return;
        }
        html.element("h2", "TCB").table("version", "component", "found", "at least");
        for (TcbRow row : result.tcb()) {
            html.row(
                    row.below() ? "failed" : "",
                    row.version(),
                    row.component(),
                    String.valueOf(row.actual()),
                    row.floor().isPresent() ? String.valueOf(row.floor().getAsInt()) : "not asked");
        }
        html.endTable();
    }

    private void chain() {
        if (result.chain().isEmpty()) {
            return;
        }
        html.element("h2", "Certificates");
        List<String> roles = result.tee().equals(AttestationResult.TDX) ? TDX_ROLES : SNP_ROLES;
        for (int i = 0; i < result.chain().size(); i++) {
            CertificateFact certificate = result.chain().get(i);
            html.open("div", "card")
                    .element("h3", i < roles.size() ? roles.get(i) : "further")
                    .open("dl", "")
                    .item("subject", certificate.subject())
                    .item("valid", certificate.window().toString())
                    .item("serial", "0x" + certificate.serial().toString(16))
                    .item("SHA-256", certificate.fingerprint().hex())
                    .item("of the key", certificate.keyFingerprint().hex())
                    .close("dl")
                    .close("div");
        }
    }

    private void claims() {
        html.element("h2", result.authenticated() ? "Claims" : "Claims, not authenticated")
                .table("claim", "value");
        result.claims()
                .forEach((name, value) -> html.row(
                        "", name, value instanceof List<?> list && list.isEmpty() ? "none" : String.valueOf(value)));
        html.endTable();
    }

    private void audit() {
        Audit audit = result.audit();
        html.element("h2", "Audit")
                .table("what was used", "name", "SHA-256")
                .row("", "evidence", result.tee(), audit.evidenceSha256().hex())
                .row(
                        "",
                        "policy",
                        audit.policy().id() + ", version " + audit.policy().version(),
                        audit.policy().sha256().hex());
        audit.endorsements()
                .forEach(item ->
                        html.row("", item.kind(), item.name(), item.sha256().hex()));
        html.endTable().element("p", "Made by " + audit.library() + " for " + audit.at() + ".");
    }
}
