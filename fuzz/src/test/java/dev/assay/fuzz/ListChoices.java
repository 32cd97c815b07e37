package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.testvectors.pki.CertificateExtension;
import dev.assay.testvectors.pki.CertificateSigner;
import dev.assay.testvectors.pki.CrlEncoder;
import dev.assay.testvectors.pki.ExtensionList;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A revocation list with the contents that an input asks for, signed by who may.
 *
 * @param der the list
 * @param revokes whether it revokes a certificate of the chain
 * @param outdated whether it is of another time
 */
record ListChoices(Bytes der, boolean revokes, boolean outdated) {
    private static final Instant AT = Minted.TD.at();

    static ListChoices of(Choices choices, CrlEncoder template, CertificateSigner signer, List<BigInteger> chain) {
        CrlEncoder crl = template;
        boolean revokes = false;
        boolean outdated = false;
        for (int i = choices.below(4); i > 0; i--) {
            Duration away = Duration.ofHours(choices.u16());
            switch (choices.below(8)) {
                case 1 -> {
                    revokes = true;
                    crl = crl.revoke(choices.of(chain.toArray(BigInteger[]::new)), AT.minus(away));
                }
                case 2 -> {
                    BigInteger serial = new BigInteger(choices.bytes(1 + choices.u8() % 20));
                    revokes |= chain.contains(serial);
                    crl = crl.revoke(serial, AT);
                }
                case 3 -> {
                    outdated = true;
                    crl = crl.nextUpdate(AT.minus(away).minusSeconds(600));
                }
                case 4 -> {
                    outdated = true;
                    crl = crl.thisUpdate(AT.plus(away).plusSeconds(600));
                }
                case 5 -> crl = crl.version(choices.u8());
                case 6 -> crl = crl.extensions(list -> changed(list, choices));
                default -> crl = crl.extensions(list -> list);
            }
        }
        return new ListChoices(Bytes.copyOf(crl.sign(signer)), revokes, outdated);
    }

    /** What nothing that verifies with this list may be. */
    void holdsWhereVerified() {
        assertTrue(!revokes, "verified and revoked");
        assertTrue(!outdated, "verified with a list of another time");
    }

    static ExtensionList changed(ExtensionList list, Choices choices) {
        if (list.all().isEmpty()) {
            return list;
        }
        CertificateExtension chosen = list.all().get(choices.below(list.all().size()));
        return switch (choices.below(5)) {
            case 1 -> list.without(chosen.oid());
            case 2 -> list.duplicated(chosen.oid());
            case 3 -> list.marked(chosen.oid(), !chosen.critical());
            case 4 -> list.and(CertificateExtension.of("2.5.29." + choices.u8(), choices.flag(), choices.bytes(4)));
            default -> list.with(chosen.oid(), choices.patch(chosen.value(), 2));
        };
    }
}
