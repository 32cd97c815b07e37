package dev.assay.fuzz;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.PckExtensionReader;
import dev.assay.endorsement.VekExtensionReader;
import dev.assay.snp.SigningKey;
import dev.assay.snp.TcbLayout;
import java.security.cert.X509Certificate;

/** All that can be read of endorsements: both vendors' extensions of every certificate too, whoever it is of. */
final class EndorsementsText {
    private EndorsementsText() {}

    static String of(Endorsements all) {
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : all.certificates()) {
            text.append(certificate.getSubjectX500Principal())
                    .append(certificate.getSerialNumber())
                    .append(extensions(certificate));
        }
        all.crls().forEach(crl -> text.append(crl.getIssuerX500Principal()).append(crl.getThisUpdate()));
        return text.append(all.tcbInfos())
                .append(all.qeIdentities())
                .append(all.unreadable())
                .toString();
    }

    static String extensions(X509Certificate certificate) {
        StringBuilder text = new StringBuilder();
        for (SigningKey key : SigningKey.values()) {
            for (TcbLayout layout : TcbLayout.values()) {
                VekExtensionReader vek = new VekExtensionReader(certificate, key, layout);
                text.append(vek.extensions())
                        .append(vek.missing())
                        .append(vek.invalid())
                        .append(vek.unknown());
            }
        }
        PckExtensionReader pck = new PckExtensionReader(certificate);
        return text.append(pck.extensions()).append(pck.fault()).toString();
    }
}
