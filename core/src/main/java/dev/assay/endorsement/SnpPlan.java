package dev.assay.endorsement;

import dev.assay.snp.AttestationReport;
import dev.assay.snp.CertificateTable;
import dev.assay.snp.Cpuid;
import dev.assay.snp.Product;
import dev.assay.snp.SigningKey;
import dev.assay.snp.TcbVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a report takes: the certificate of the key that signed, its authority if wanted, and the revocation list. */
final class SnpPlan {
    private final AttestationReport report;
    private final Endorsements carried;
    private final PlanOptions options;
    private final List<EndorsementRequest> requests = new ArrayList<>();
    private final List<String> obstacles = new ArrayList<>();

    private SnpPlan(AttestationReport report, Endorsements carried, PlanOptions options) {
        this.report = report;
        this.carried = carried;
        this.options = options;
    }

    static EndorsementPlan of(AttestationReport report, Optional<CertificateTable> certificates, PlanOptions options) {
        Endorsements carried = certificates
                .map(table -> Endorsements.builder().add(table).build())
                .orElse(Endorsements.none());
        SnpPlan plan = new SnpPlan(report, carried, options);
        plan.make();
        return new EndorsementPlan(plan.requests, carried, plan.obstacles);
    }

    private void make() {
        SigningKey kind = report.signerInfo().signingKey();
        if (report.signerInfo().maskChipKey() || (kind != SigningKey.VCEK && kind != SigningKey.VLEK)) {
            obstacles.add("The report is not signed by a VCEK or VLEK: nothing vouches for it.");
            return;
        }
        Optional<Product> product = product();
        if (product.isEmpty()) {
            obstacles.add(
                    report.cpuid().isPresent()
                            ? "The report is of a processor that is not known here: "
                                    + report.cpuid().get()
                            : "The report does not say its product, nor does a certificate with it: name the product.");
            return;
        }
        leaf(product.get(), kind);
        if (options.crls()) {
            requests.add(new EndorsementRequest.AmdCrl(product.get(), kind));
        }
        if (options.amdChain()) {
            requests.add(new EndorsementRequest.AmdChain(product.get(), kind));
        }
    }

    private void leaf(Product product, SigningKey kind) {
        TcbVersion tcb = new TcbVersion(product.tcbLayout(), report.reportedTcb());
        if (kind == SigningKey.VLEK) {
            requests.add(new EndorsementRequest.Vlek(product, tcb));
        } else if (report.chipId().isZero()) {
            obstacles.add("The report hides its chip (MASK_CHIP_ID): its VCEK cannot be asked for, and must be given.");
        } else if (product == Product.TURIN && !report.chipId().from(8).isZero()) {
            obstacles.add("The chip identity is not one of " + product.label() + ".");
        } else {
            requests.add(new EndorsementRequest.Vcek(product, report.chipId(), tcb));
        }
    }

    /** By the report, else by the issuer of the certificate that it brought, else by the caller. */
    private Optional<Product> product() {
        if (report.cpuid().isPresent()) {
            return report.cpuid().flatMap(Cpuid::product);
        }
        return carried.certificates().stream()
                .filter(certificate -> {
                    var subject = certificate.getSubjectX500Principal();
                    return subject.equals(AmdAuthority.VCEK) || subject.equals(AmdAuthority.VLEK);
                })
                .flatMap(certificate -> AmdAuthority.named(certificate.getIssuerX500Principal()).stream())
                .map(AmdAuthority::product)
                .findFirst()
                .or(options::product);
    }
}
