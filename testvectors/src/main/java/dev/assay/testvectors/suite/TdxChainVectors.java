package dev.assay.testvectors.suite;

import dev.assay.testvectors.intel.IntelCertificate;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.SgxExtension;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.manifest.Verdict;
import dev.assay.testvectors.pki.CertificateEncoder;
import dev.assay.testvectors.pki.CertificateExtension;
import dev.assay.testvectors.pki.DerValue;
import dev.assay.testvectors.pki.EcCurve;
import dev.assay.testvectors.pki.EcKey;
import dev.assay.testvectors.pki.EcdsaSigner;
import dev.assay.testvectors.pki.Hash;
import dev.assay.testvectors.pki.StandardExtensions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** The PCK chain in the quote. */
final class TdxChainVectors {
    private static final Instant AT = TdxSimulator.AT;
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private final Chapter chapter;
    private final String good;
    private final TdxForge forge;
    private final IntelHierarchy impostor;

    private TdxChainVectors(TdxForge forge) {
        this.chapter = new Chapter("tdx/chain" + forge.suffix());
        this.good = forge.good();
        this.forge = forge;
        this.impostor = IntelHierarchy.impostor(forge.intel().seed());
    }

    static List<SuiteVector> of(TdxForge forge) {
        TdxChainVectors all = new TdxChainVectors(forge);
        all.forms();
        all.trust();
        all.profile();
        all.dates();
        all.extension();
        all.debatable();
        return all.chapter.vectors();
    }

    /** What Intel's own library judges otherwise. */
    private void debatable() {
        chapter.debatable(
                "Intel's library compares the certificate, and its wrapper the key",
                "older-root-in-the-quote",
                "older-root-as-anchor");
        chapter.debatable("a verifier that goes to its own anchor has no need of it", "root-signature-broken");
        chapter.debatable("Intel's library does not look behind the chain", "text-behind");
        chapter.debatable("Intel's library takes SHA-256 whatever is named", "other-algorithm-named");
        chapter.debatable(
                "RFC 5280 refuses the certificate for it, Intel's library does not look at what it does not know",
                "pck-with-critical-extension",
                "ca-with-critical-extension");
        chapter.debatable("Intel's library does not look at the value of basic constraints", "pck-is-authority");
        chapter.debatable("Intel's library does not look at the start of validity", "pck-not-yet-valid");
        chapter.debatable("Intel's library takes the lowest byte of the number", "sgx-component-negative");
    }

    private void rejected(String name, TdxGiven given, String code, Flag flag, String because) {
        chapter.rejected(good, name, given, code, flag, because);
    }

    private void forms() {
        byte[] older = forge.intel().olderRoot();
        chapter.valid(
                "older-root-in-the-quote",
                forge.machine(machine -> machine.chain(chain -> chain.with(2, older))),
                Flag.VARIANT,
                "the quote carries the root's first certificate, of the same key");
        chapter.valid(
                "older-root-as-anchor",
                forge.given().with(all -> all.withRoot(older)),
                Flag.VARIANT,
                "the anchor is the root's first certificate, of the same key");
        String ended = chapter.valid(
                "nul-behind",
                forge.machine(machine -> machine.chain(chain -> chain.tail((byte) 0))),
                Flag.CHAIN_FORM,
                "the chain ends with the NUL that Intel's library writes");
        chapter.rejected(
                ended,
                "text-behind",
                forge.machine(machine -> machine.chain(chain -> chain.tail((byte) 'x'))),
                "tdx.chain.form",
                Flag.CHAIN_FORM,
                "a letter stands behind the chain");
        rejected(
                "two-certificates",
                forge.machine(machine -> machine.chain(chain -> chain.without(2))),
                "tdx.chain.form",
                Flag.CHAIN_FORM,
                "the root is missing in the quote");
        rejected(
                "four-certificates",
                forge.machine(machine ->
                        machine.chain(chain -> chain.and(forge.intel().tcbSigning()))),
                "tdx.chain.form",
                Flag.CHAIN_FORM,
                "one more certificate stands in the quote");
        rejected(
                "signing-certificate-as-issuer",
                forge.machine(machine ->
                        machine.chain(chain -> chain.with(1, forge.intel().tcbSigning()))),
                "tdx.chain.roles",
                Flag.CHAIN_FORM,
                "the TCB signing certificate stands in the place of the PCK CA's");
        chapter.indeterminate(
                good,
                "not-in-the-quote",
                forge.tamperedData(data -> data.certification(1, new byte[36])),
                "tdx.chain.missing",
                Flag.MISSING_ENDORSEMENT,
                "the quote names its platform in the clear instead of carrying the chain");
    }

    private void trust() {
        TdxSimulator foreign = TdxSimulator.create(impostor, PckCa.PLATFORM);
        rejected(
                "forged-hierarchy",
                TdxGiven.of(foreign)
                        .with(all -> all.withRoot(forge.intel().root())
                                .withTcbInfo(forge.given().all().tcbInfo())
                                .withQeIdentity(forge.given().all().qeIdentity())
                                .withTcbSigningCertificate(forge.intel().tcbSigning())
                                .withRootCrl(forge.intel().rootCrl())),
                "tdx.chain.untrusted",
                Flag.FORGED_CHAIN,
                "a complete hierarchy under Intel's names, with Intel's own collateral");
        chapter.differing(
                good,
                "forged-hierarchy-and-collateral",
                TdxGiven.of(foreign).with(all -> all.withRoot(forge.intel().root())),
                Expected.of(Verdict.REJECTED, "tdx.chain.untrusted", "tdx.crl.signature", "tdx.signer.untrusted"),
                Flag.FORGED_CHAIN,
                "a complete hierarchy under Intel's names, with collateral that it signed itself");
        rejected(
                "root-signature-broken",
                forge.machine(machine -> machine.chain(
                        chain -> chain.with(2, TdxForge.flipped(forge.intel().root(), -1)))),
                "tdx.chain.signature",
                Flag.CERTIFICATE_SIGNATURE,
                "the last bit of the root's own signature is wrong");
        SgxExtension sgx = SgxExtension.of(PckCa.PLATFORM, forge.machine().platform());
        byte[] byOther = forge.intel().pckTemplate(PckCa.PLATFORM, sgx).sign(impostor.caSigner(PckCa.PLATFORM));
        rejected(
                "pck-signed-by-another-key",
                forge.machine(machine -> machine.chain(chain -> chain.with(0, byOther))),
                "tdx.chain.signature",
                Flag.CERTIFICATE_SIGNATURE,
                "another key signed the PCK certificate in the CA's name");
        byte[] caByOther = forge.intel().caTemplate(PckCa.PLATFORM).sign(impostor.rootSigner());
        rejected(
                "ca-signed-by-another-key",
                forge.machine(machine -> machine.chain(chain -> chain.with(1, caByOther))),
                "tdx.chain.signature",
                Flag.UNTRUSTED_INTERMEDIATE,
                "another key signed the CA's certificate in the root's name");
        byte[] sha384 = new EcdsaSigner(forge.intel().pckKey(), Hash.SHA384).algorithm();
        byte[] claiming = forge.intel()
                .pckTemplate(PckCa.PLATFORM, sgx)
                .sign(forge.intel().caSigner(PckCa.PLATFORM).claiming(sha384));
        rejected(
                "other-algorithm-named",
                forge.machine(machine -> machine.chain(chain -> chain.with(0, claiming))),
                "tdx.chain.algorithm",
                Flag.WRONG_ALGORITHM,
                "the PCK certificate names ECDSA with SHA-384");
        EcKey other = EcKey.derive(EcCurve.P384, 1, "not on P-256");
        rejected(
                "key-on-p384",
                certificate(IntelCertificate.PCK, pck -> pck.publicKey(other.publicKeyInfo())),
                "tdx.chain.key",
                Flag.LEAF_KEY,
                "the PCK key is on another curve");
    }

    private TdxGiven certificate(IntelCertificate which, UnaryOperator<CertificateEncoder> change) {
        return forge.machine(machine -> machine.certificate(which, change));
    }

    private void profile() {
        CertificateExtension authority = StandardExtensions.basicConstraints(true, OptionalInt.of(0));
        CertificateExtension strange = CertificateExtension.of("1.2.3.4", true, new byte[] {5, 0});
        for (IntelCertificate which : List.of(IntelCertificate.PCK, IntelCertificate.PCK_CA)) {
            String name = which == IntelCertificate.PCK ? "pck" : "ca";
            profile(
                    name + "-without-key-usage",
                    which,
                    pck -> pck.extensions(list -> list.without(StandardExtensions.KEY_USAGE)));
            profile(
                    name + "-without-constraints",
                    which,
                    pck -> pck.extensions(list -> list.without(StandardExtensions.BASIC_CONSTRAINTS)));
            profile(name + "-with-critical-extension", which, pck -> pck.extensions(list -> list.and(strange)));
        }
        profile(
                "pck-is-authority",
                IntelCertificate.PCK,
                pck -> pck.extensions(list -> list.with(StandardExtensions.BASIC_CONSTRAINTS, authority.value())));
    }

    private void profile(String name, IntelCertificate which, UnaryOperator<CertificateEncoder> change) {
        rejected(
                name,
                certificate(which, change),
                "tdx.chain.profile",
                Flag.CHAIN_PROFILE,
                "the certificate's extensions are not those of Intel's profile");
    }

    private void dates() {
        String edge = chapter.valid(
                "pck-last-second",
                certificate(IntelCertificate.PCK, pck -> pck.validity(START, AT)),
                Flag.VALIDITY,
                "the last second counts");
        invalid(edge, "pck-expired", certificate(IntelCertificate.PCK, pck -> pck.validity(START, AT.minusSeconds(1))));
        invalid(edge, "ca-expired", certificate(IntelCertificate.PCK_CA, ca -> ca.validity(START, AT.minusSeconds(1))));
        invalid(
                edge,
                "pck-not-yet-valid",
                certificate(IntelCertificate.PCK, pck -> pck.validity(AT.plusSeconds(1), AT.plus(Duration.ofDays(9)))));
    }

    private void invalid(String twin, String name, TdxGiven given) {
        chapter.indeterminate(
                twin,
                name,
                given,
                "tdx.chain.validity",
                Flag.VALIDITY,
                "a certificate of the chain is not valid at the time");
    }

    private void extension() {
        chapter.valid(
                "extension-reversed",
                forge.machine(machine -> machine.sgxExtension(SgxExtension::reversed)),
                Flag.VARIANT,
                "the entries of the SGX extension come in another order");
        chapter.noted(
                good,
                "cpu-svn-differs",
                forge.machine(machine -> machine.platform(right -> right.cpuSvn(new byte[16]))),
                "tdx.pck.cpu-svn",
                Flag.TCB_COMPONENTS,
                "the raw CPUSVN is zero; the 16 component versions count");
        sgx("without-ppid", sgx -> sgx.without(SgxExtension.PPID));
        sgx("without-fmspc", sgx -> sgx.without(SgxExtension.FMSPC));
        sgx("without-pce-svn", sgx -> sgx.without(SgxExtension.PCE_SVN));
        sgx("without-component-16", sgx -> sgx.without(SgxExtension.component(15)));
        sgx("two-fmspc", sgx -> sgx.duplicated(SgxExtension.FMSPC));
        sgx("two-pce-svn", sgx -> sgx.duplicated(SgxExtension.PCE_SVN));
        sgx("fmspc-of-5-bytes", sgx -> sgx.with(SgxExtension.FMSPC, DerValue.octets(new byte[5])));
        sgx("component-of-256", sgx -> sgx.with(SgxExtension.component(0), DerValue.integer(256)));
        sgx("component-negative", sgx -> sgx.with(SgxExtension.component(0), DerValue.integer(-1)));
        rejected(
                "without-sgx-extension",
                certificate(IntelCertificate.PCK, pck -> pck.extensions(list -> list.without(SgxExtension.OID))),
                "tdx.pck.extension",
                Flag.PCK_EXTENSION,
                "the PCK certificate has no SGX extension");
    }

    private void sgx(String name, UnaryOperator<SgxExtension> change) {
        rejected(
                "sgx-" + name,
                forge.machine(machine -> machine.sgxExtension(change)),
                "tdx.pck.extension",
                Flag.PCK_EXTENSION,
                "the SGX extension of the PCK certificate is not as its profile demands");
    }
}
