package dev.assay.endorsement;

import dev.assay.model.Bytes;
import dev.assay.snp.Product;
import dev.assay.snp.SigningKey;
import dev.assay.snp.TcbVersion;

/**
 * One thing that a vendor is asked for, named by what it is and not by where it is had. Two equal requests are for the
 * same thing, so that a request is the key of caches and of requests under way.
 *
 * <p>{@link #key()} holds the identity of a chip; {@link #toString()} does not, and is what belongs in a log.
 */
public sealed interface EndorsementRequest {
    /**
     * The same text for equal requests, and another for others, in all versions of this library; fit for the index of a
     * store.
     *
     * @return printable ASCII without spaces
     */
    String key();

    /**
     * What is wanted, in words and without the identity of a chip.
     *
     * @return one line
     */
    @Override
    String toString();

    /**
     * The certificate of the key that a chip derives for itself at a TCB version.
     *
     * @param product the chip's product
     * @param chipId CHIP_ID of the report, 64 bytes, not masked
     * @param reportedTcb REPORTED_TCB of the report, not the current one
     */
    record Vcek(Product product, Bytes chipId, TcbVersion reportedTcb) implements EndorsementRequest {
        private static final int CHIP_ID_SIZE = 64;
        private static final int TURIN_ID_SIZE = 8;

        /**
         * Refuses a masked chip identity, for which nothing could be had.
         *
         * @param product the chip's product
         * @param chipId CHIP_ID of the report, 64 bytes, not masked
         * @param reportedTcb REPORTED_TCB of the report
         */
        public Vcek {
            if (chipId.length() != CHIP_ID_SIZE) {
                throw new IllegalArgumentException("a chip identity has 64 bytes, not " + chipId.length());
            }
            if (chipId.isZero()) {
                throw new IllegalArgumentException("the chip identity is masked: no VCEK can be asked for");
            }
            checkLayout(product, reportedTcb);
            if (product == Product.TURIN && !chipId.from(TURIN_ID_SIZE).isZero()) {
                throw new IllegalArgumentException("a Turin chip identity has 8 bytes and zeros behind");
            }
        }

        /**
         * The identity as certificates and addresses have it.
         *
         * @return 64 bytes, or 8 for Turin
         */
        public Bytes hwId() {
            return product == Product.TURIN ? chipId.slice(0, TURIN_ID_SIZE) : chipId;
        }

        @Override
        public String key() {
            return "amd/vcek/" + product.label() + "/" + hwId().hex() + "/"
                    + reportedTcb.bytes().hex();
        }

        @Override
        public String toString() {
            return "VCEK of a " + product.label() + " chip at " + reportedTcb;
        }
    }

    /**
     * The certificate of a key that AMD gave to a cloud provider. AMD gives it to nobody else: it comes with the evidence
     * or from the provider.
     *
     * @param product the chip's product
     * @param reportedTcb REPORTED_TCB of the report
     */
    record Vlek(Product product, TcbVersion reportedTcb) implements EndorsementRequest {
        /**
         * Checks that the TCB is one of the product.
         *
         * @param product the chip's product
         * @param reportedTcb REPORTED_TCB of the report
         */
        public Vlek {
            checkLayout(product, reportedTcb);
        }

        @Override
        public String key() {
            return "amd/vlek/" + product.label() + "/" + reportedTcb.bytes().hex();
        }

        @Override
        public String toString() {
            return "VLEK for " + product.label() + " at " + reportedTcb;
        }
    }

    /**
     * AMD's authority that certifies keys of a kind, and the root above it.
     *
     * @param product the product
     * @param kind VCEK or VLEK
     */
    record AmdChain(Product product, SigningKey kind) implements EndorsementRequest {
        /**
         * Checks the kind.
         *
         * @param product the product
         * @param kind VCEK or VLEK
         */
        public AmdChain {
            checkKind(kind);
        }

        /**
         * The authority whose certificate is wanted.
         *
         * @return the ASK or the ASVK
         */
        public AmdAuthority authority() {
            return authorityOf(product, kind);
        }

        @Override
        public String key() {
            return "amd/chain/" + word(kind) + "/" + product.label();
        }

        @Override
        public String toString() {
            return "chain of " + authority().commonName();
        }
    }

    /**
     * The revocation list for AMD's authority that certifies keys of a kind. The root issues both.
     *
     * @param product the product
     * @param kind VCEK or VLEK
     */
    record AmdCrl(Product product, SigningKey kind) implements EndorsementRequest {
        /**
         * Checks the kind.
         *
         * @param product the product
         * @param kind VCEK or VLEK
         */
        public AmdCrl {
            checkKind(kind);
        }

        /**
         * The authority whose revocation would be listed.
         *
         * @return the ASK or the ASVK
         */
        public AmdAuthority authority() {
            return authorityOf(product, kind);
        }

        @Override
        public String key() {
            return "amd/crl/" + word(kind) + "/" + product.label();
        }

        @Override
        public String toString() {
            return "revocation list for " + authority().commonName();
        }
    }

    /**
     * Intel's TCB info for TDX on a kind of platform.
     *
     * @param fmspc the kind of platform, 6 bytes
     * @param evaluation which of the concurrent ones
     */
    record TcbInfo(Bytes fmspc, EvaluationSet evaluation) implements EndorsementRequest {
        private static final int FMSPC_SIZE = 6;

        /**
         * Checks the size.
         *
         * @param fmspc the kind of platform, 6 bytes
         * @param evaluation which of the concurrent ones
         */
        public TcbInfo {
            if (fmspc.length() != FMSPC_SIZE) {
                throw new IllegalArgumentException("an FMSPC has 6 bytes, not " + fmspc.length());
            }
        }

        @Override
        public String key() {
            return "intel/tcb-info/" + fmspc.hex() + "/" + evaluation.key();
        }

        @Override
        public String toString() {
            return "TCB info for FMSPC " + fmspc.hex() + " (" + evaluation.key() + ")";
        }
    }

    /**
     * Intel's identity of the TD quoting enclave.
     *
     * @param evaluation which of the concurrent ones
     */
    record QeIdentity(EvaluationSet evaluation) implements EndorsementRequest {
        @Override
        public String key() {
            return "intel/qe-identity/" + evaluation.key();
        }

        @Override
        public String toString() {
            return "identity of the TD quoting enclave (" + evaluation.key() + ")";
        }
    }

    /**
     * The revocation list for PCK certificates.
     *
     * @param issuer the Platform CA or the Processor CA
     */
    record PckCrl(IntelAuthority issuer) implements EndorsementRequest {
        /**
         * Checks the issuer.
         *
         * @param issuer the Platform CA or the Processor CA
         */
        public PckCrl {
            if (!issuer.issuesPcks()) {
                throw new IllegalArgumentException(issuer + " issues no PCK certificates");
            }
        }

        @Override
        public String key() {
            return "intel/pck-crl/" + (issuer == IntelAuthority.PLATFORM_CA ? "platform" : "processor");
        }

        @Override
        public String toString() {
            return "revocation list by " + issuer.commonName();
        }
    }

    /** The revocation list of Intel's root. */
    record IntelRootCrl() implements EndorsementRequest {
        @Override
        public String key() {
            return "intel/root-crl";
        }

        @Override
        public String toString() {
            return "revocation list by " + IntelAuthority.ROOT.commonName();
        }
    }

    /** Which TCB evaluations Intel serves for TDX; read it with {@link EvaluationNumbers}. No verification needs it. */
    record Evaluations() implements EndorsementRequest {
        @Override
        public String key() {
            return "intel/evaluations";
        }

        @Override
        public String toString() {
            return "list of TCB evaluations";
        }
    }

    /**
     * The certificate of the key that a platform certifies its quoting enclave with, for a quote that names the platform
     * by its encrypted identity only. RSA-OAEP is not the same twice, so that a platform may have several such requests.
     *
     * @param qeId what the quoting enclave calls itself, 16 bytes; a PCCS knows platforms by it
     * @param encryptedPpid the platform's identity, encrypted to Intel, 256 or 384 bytes
     * @param cpuSvn the CPUSVN that the key was derived for, 16 bytes as received
     * @param pceSvn the provisioning certification enclave's security version that it was derived for, 0 to 65535
     * @param pceId that enclave's identity, 2 bytes as received
     */
    record PckCertificate(Bytes qeId, Bytes encryptedPpid, Bytes cpuSvn, int pceSvn, Bytes pceId)
            implements EndorsementRequest {
        /**
         * Checks the sizes.
         *
         * @param qeId what the quoting enclave calls itself
         * @param encryptedPpid the platform's encrypted identity
         * @param cpuSvn the CPUSVN
         * @param pceSvn the security version
         * @param pceId the enclave's identity
         */
        public PckCertificate {
            boolean rsa = encryptedPpid.length() == 256 || encryptedPpid.length() == 384;
            if (!rsa || qeId.length() != 16 || cpuSvn.length() != 16 || pceId.length() != 2) {
                throw new IllegalArgumentException("16 bytes, 256 or 384, 16 and 2 are wanted, not " + qeId.length()
                        + ", " + encryptedPpid.length() + ", " + cpuSvn.length() + " and " + pceId.length());
            }
            if (pceSvn < 0 || pceSvn > 0xFFFF) {
                throw new IllegalArgumentException("no security version of 16 bits: " + pceSvn);
            }
        }

        /** Also with what a PCCS looks for, so that nobody can have another platform's kept under this one's name. */
        @Override
        public String key() {
            return "intel/pck/" + qeId.hex() + "/" + encryptedPpid.sha256().hex() + "/" + pceId.hex() + "/"
                    + cpuSvn.hex() + "/" + pceSvn;
        }

        @Override
        public String toString() {
            return "PCK certificate for CPUSVN " + cpuSvn.hex() + ", PCESVN " + pceSvn;
        }
    }

    private static void checkKind(SigningKey kind) {
        if (kind != SigningKey.VCEK && kind != SigningKey.VLEK) {
            throw new IllegalArgumentException("neither VCEK nor VLEK: " + kind);
        }
    }

    private static void checkLayout(Product product, TcbVersion tcb) {
        if (tcb.layout() != product.tcbLayout()) {
            throw new IllegalArgumentException("a TCB version of another product than " + product.label());
        }
    }

    private static AmdAuthority authorityOf(Product product, SigningKey kind) {
        return new AmdAuthority(kind == SigningKey.VCEK ? AmdAuthority.Role.ASK : AmdAuthority.Role.ASVK, product);
    }

    private static String word(SigningKey kind) {
        return kind == SigningKey.VCEK ? "vcek" : "vlek";
    }
}
