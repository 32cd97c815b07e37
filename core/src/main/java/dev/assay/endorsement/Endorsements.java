package dev.assay.endorsement;

import dev.assay.model.Bytes;
import dev.assay.snp.CertificateGuid;
import dev.assay.snp.CertificateTable;
import dev.assay.snp.CertificateTableEntry;
import dev.assay.x509.Facts;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a verification is given besides the evidence: certificates, revocation lists, and Intel's signed documents, in any
 * order and with any extras.
 * Which of them matter, and whether they are to be trusted, is verification's to find out by their content.
 *
 * <p>Making a set never fails: what cannot be read is listed in {@link #unreadable()}, and verification refuses it.
 *
 * <p>Immutable. Reading a certificate costs more than verifying with one, so keep the set for a chip's next report.
 */
public final class Endorsements {
    private static final Endorsements NONE = new Endorsements(new Builder());

    private final List<X509Certificate> certificates;
    private final List<X509CRL> crls;
    private final List<TcbInfo> tcbInfos;
    private final List<QeIdentity> qeIdentities;
    private final List<UnreadableItem> unreadable;

    private Endorsements(Builder builder) {
        certificates = builder.certificates.list();
        crls = builder.crls.list();
        tcbInfos = builder.tcbInfos.list();
        qeIdentities = builder.qeIdentities.list();
        unreadable = List.copyOf(builder.unreadable);
    }

    /**
     * No endorsements.
     *
     * @return the empty set
     */
    public static Endorsements none() {
        return NONE;
    }

    /**
     * Reads items of any kind that {@link Builder#add(String, Bytes)} takes.
     *
     * @param items the items' bytes
     * @return the set of them
     */
    public static Endorsements of(byte[]... items) {
        Builder builder = builder();
        for (int i = 0; i < items.length; i++) {
            builder.add("item " + i, Bytes.copyOf(items[i]));
        }
        return builder.build();
    }

    /**
     * Starts a set.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The certificates, without repetitions, in the order they were given.
     *
     * @return an immutable list
     */
    public List<X509Certificate> certificates() {
        return certificates;
    }

    /**
     * The revocation lists, without repetitions, in the order they were given.
     *
     * @return an immutable list
     */
    public List<X509CRL> crls() {
        return crls;
    }

    /**
     * Intel's TCB infos, without repetitions, in the order they were given.
     *
     * @return an immutable list
     */
    public List<TcbInfo> tcbInfos() {
        return tcbInfos;
    }

    /**
     * Intel's enclave identities, without repetitions, in the order they were given.
     *
     * @return an immutable list
     */
    public List<QeIdentity> qeIdentities() {
        return qeIdentities;
    }

    /**
     * What was given and could not be read.
     *
     * @return an immutable list
     */
    public List<UnreadableItem> unreadable() {
        return unreadable;
    }

    /**
     * The same certificates and revocation lists with other documents of Intel's.
     *
     * @param infos the TCB infos in place of these
     * @param identities the enclave identities in place of these
     * @return a new set
     */
    public Endorsements withTcb(List<TcbInfo> infos, List<QeIdentity> identities) {
        Builder changed = builder();
        changed.certificates.addAll(certificates);
        changed.crls.addAll(crls);
        changed.tcbInfos.addAll(infos);
        changed.qeIdentities.addAll(identities);
        changed.unreadable.addAll(unreadable);
        return changed.build();
    }

    /** Collects endorsements. Not for use by several threads at once. */
    public static final class Builder {
        /** More items than a verification has use for; each costs work to look at. */
        private static final int MOST = 10_000;

        /** The largest item in bytes: room for the largest revocation list in hexadecimal or PEM. */
        private static final int LARGEST_ITEM = (1 << 24) + 2;

        private final X509Reader reader = new X509Reader();
        private final Distinct<X509Certificate> certificates = new Distinct<>(Facts::der);
        private final Distinct<X509CRL> crls = new Distinct<>(Facts::der);
        private final Distinct<TcbInfo> tcbInfos =
                new Distinct<>(info -> info.signed().fingerprint());
        private final Distinct<QeIdentity> qeIdentities =
                new Distinct<>(identity -> identity.signed().fingerprint());
        private final List<UnreadableItem> unreadable = new ArrayList<>();

        private Builder() {}

        /**
         * Adds an item, whose kind is found out from its content: PEM text with any number of certificates and
         * revocation lists; one of them in DER, or its DER in hexadecimal or base64; a TCB info or enclave identity as
         * Intel serves it; or a bundle of all these in JSON, as DCAP, dcap-qvl or Intel's PcsClientTool make it.
         *
         * @param name what to call it in findings, for instance the file's name
         * @param item its bytes
         * @return this builder
         */
        public Builder add(String name, Bytes item) {
            try {
                if (size() > MOST) {
                    throw new UnreadableException("more than " + MOST + " items");
                }
                if (item.length() > LARGEST_ITEM) {
                    throw new UnreadableException("larger than " + LARGEST_ITEM + " bytes");
                }
                if (JsonStart.looksLikeJson(item)) {
                    CollateralBundle.add(name, item, this);
                    return this;
                }
                List<PemBlock> blocks = PemBlock.split(item);
                if (blocks.isEmpty()) {
                    addDer(DerText.decode(item));
                } else {
                    addBlocks(name, blocks);
                }
            } catch (UnreadableException e) {
                reject(name, e);
            }
            return this;
        }

        /**
         * Adds a revocation list that the giver says is for PCK certificates. One by anybody but the two authorities
         * that issue those is refused as unreadable.
         *
         * @param name what to call it in findings
         * @param item DER, PEM, hexadecimal or base64
         * @return this builder
         */
        public Builder addPckCrl(String name, Bytes item) {
            return addCrl(name, item, "one that issues PCK certificates", IntelAuthority::issuesPcks);
        }

        /**
         * Adds a revocation list that the giver says is that of Intel's root. One by anybody else is refused as
         * unreadable.
         *
         * @param name what to call it in findings
         * @param item DER, PEM, hexadecimal or base64
         * @return this builder
         */
        public Builder addRootCrl(String name, Bytes item) {
            return addCrl(name, item, "Intel's root", issuer -> issuer == IntelAuthority.ROOT);
        }

        /**
         * Adds what a certificate table holds: certificates and revocation lists, but not entries of other kinds.
         *
         * @param table the table that came with a report
         * @return this builder
         */
        public Builder add(CertificateTable table) {
            table.irregularities()
                    .forEach(fault -> unreadable.add(new UnreadableItem("certificate table", fault.toString())));
            for (CertificateTableEntry entry : table.entries()) {
                entry.kind()
                        .filter(kind -> kind != CertificateGuid.EXTRA_PLATFORM_INFO)
                        .ifPresent(kind -> add("certificate table entry " + kind, entry.content()));
            }
            return this;
        }

        /**
         * Adds all that another set holds.
         *
         * @param other the set
         * @return this builder
         */
        public Builder add(Endorsements other) {
            certificates.addAll(other.certificates);
            crls.addAll(other.crls);
            tcbInfos.addAll(other.tcbInfos);
            qeIdentities.addAll(other.qeIdentities);
            unreadable.addAll(other.unreadable);
            return this;
        }

        /**
         * Makes the set.
         *
         * @return an immutable set of what was added
         */
        public Endorsements build() {
            return new Endorsements(this);
        }

        void add(TcbInfo info) {
            tcbInfos.add(info);
        }

        void add(QeIdentity identity) {
            qeIdentities.add(identity);
        }

        private int size() {
            return certificates.size() + crls.size() + tcbInfos.size() + qeIdentities.size() + unreadable.size();
        }

        private Builder addCrl(String name, Bytes item, String expected, Predicate<IntelAuthority> issuer) {
            Endorsements given = builder().add(name, item).build();
            boolean fits = given.crls().stream()
                    .allMatch(crl -> IntelAuthority.named(crl.getIssuerX500Principal())
                            .filter(issuer)
                            .isPresent());
            if (given.unreadable().isEmpty() && (given.crls().isEmpty() || !fits)) {
                reject(name, new UnreadableException("no revocation list by " + expected));
                return this;
            }
            return add(given);
        }

        private void addBlocks(String name, List<PemBlock> blocks) {
            for (PemBlock block : blocks) {
                try {
                    switch (block.label()) {
                        case "CERTIFICATE", "X509 CERTIFICATE", "X.509 CERTIFICATE" ->
                            certificates.add(reader.certificate(block.content()));
                        case "X509 CRL", "CRL" -> crls.add(reader.crl(block.content()));
                        default -> throw new UnreadableException("a PEM block of an unexpected kind");
                    }
                } catch (UnreadableException e) {
                    reject(name, e);
                }
            }
        }

        /** Either of the two may be tried first: no bytes are both. */
        private void addDer(Bytes der) throws UnreadableException {
            boolean list = !X509Reader.beginsAsCertificate(der);
            UnreadableException first = attempt(der, list);
            UnreadableException second = first == null ? null : attempt(der, !list);
            if (first == null || second == null) {
                return;
            }
            String reason = String.valueOf((list ? second : first).getMessage());
            String other = String.valueOf((list ? first : second).getMessage());
            throw new UnreadableException(reason.equals(other) ? reason : reason + "; " + other);
        }

        /** Adds one or the other, or says why not. */
        private @Nullable UnreadableException attempt(Bytes der, boolean list) {
            try {
                if (list) {
                    crls.add(reader.crl(der));
                } else {
                    certificates.add(reader.certificate(der));
                }
                return null;
            } catch (UnreadableException e) {
                return e;
            }
        }

        void reject(String name, UnreadableException e) {
            if (unreadable.size() > MOST) {
                return;
            }
            unreadable.add(new UnreadableItem(name, String.valueOf(e.getMessage())));
        }
    }
}
