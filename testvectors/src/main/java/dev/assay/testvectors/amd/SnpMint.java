package dev.assay.testvectors.amd;

import dev.assay.testvectors.encode.SnpTcb;
import dev.assay.testvectors.pki.CrlEncoder;
import java.time.Duration;
import java.time.Instant;

/** What is minted for one machine: valid around a time, and with or without its authority on the revocation list. */
record SnpMint(AmdHierarchy hierarchy, VekKind kind, Instant at, boolean authorityRevoked) {
    private static final Duration LEAF_AGE = Duration.ofDays(175);
    private static final Duration LEAF_REST = Duration.ofDays(190);
    private static final Duration CRL_AGE = Duration.ofDays(183);
    private static final Duration CRL_REST = Duration.ofDays(193);

    SnpMint at(Instant time) {
        return new SnpMint(hierarchy, kind, time, authorityRevoked);
    }

    SnpMint revoked() {
        return new SnpMint(hierarchy, kind, at, true);
    }

    private boolean usual() {
        return at.equals(SnpSimulator.AT);
    }

    byte[] leaf(SnpTcb tcb, byte[] hwId) {
        return usual()
                ? hierarchy.leaf(kind, tcb, hwId)
                : hierarchy
                        .leafTemplate(kind, tcb, hwId)
                        .validity(at.minus(LEAF_AGE), at.plus(LEAF_REST))
                        .sign(hierarchy.leafSigner(kind));
    }

    byte[] crl() {
        if (usual()) {
            return authorityRevoked ? hierarchy.crlRevoking(kind) : hierarchy.crl();
        }
        CrlEncoder list = hierarchy.crlTemplate().thisUpdate(at.minus(CRL_AGE)).nextUpdate(at.plus(CRL_REST));
        CrlEncoder said = authorityRevoked
                ? list.revoke(hierarchy.product().intermediate(kind).serial(), at.minus(CRL_AGE))
                : list;
        return said.sign(hierarchy.crlSigner());
    }
}
