package dev.assay.verify;

import static dev.assay.verify.TdxMinted.flipped;

import dev.assay.testvectors.encode.QeField;
import dev.assay.testvectors.encode.QuoteEncoder;
import dev.assay.testvectors.encode.QuoteHeaderField;
import dev.assay.testvectors.encode.SignatureDataEncoder;
import dev.assay.testvectors.encode.TdField;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.IntelCertificate;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.SgxExtension;
import dev.assay.testvectors.intel.TcbInfoTemplate;
import dev.assay.testvectors.intel.TcbPart;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.intel.TdxStatus;
import dev.assay.testvectors.pki.CertificateEncoder;
import dev.assay.testvectors.pki.EcCurve;
import dev.assay.testvectors.pki.EcKey;
import dev.assay.testvectors.pki.EcdsaSigner;
import dev.assay.testvectors.pki.ExtensionList;
import dev.assay.testvectors.pki.Hash;
import dev.assay.testvectors.pki.StandardExtensions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** For every check one piece of evidence that only that check speaks against. */
final class TdxCases {
    static final TdxSimulator MACHINE = TdxSimulator.create();

    private static final Instant BEFORE = Instant.parse("2026-08-20T00:00:00Z");
    private static final Instant LONG_BEFORE = Instant.parse("2025-01-01T00:00:00Z");

    static final Map<TdxCheck, TdxMinted> ALL = vectors();

    private TdxCases() {}

    static TdxMinted of(TdxCheck check) {
        return Optional.ofNullable(ALL.get(check)).orElseThrow(() -> new AssertionError("no case for " + check));
    }

    private static Map<TdxCheck, TdxMinted> vectors() {
        Map<TdxCheck, TdxMinted> all = new EnumMap<>(TdxCheck.class);
        quote(all);
        chain(all);
        revocation(all);
        signer(all);
        documents(all);
        quotingEnclave(all);
        tcb(all);
        return all;
    }

    private static void quote(Map<TdxCheck, TdxMinted> all) {
        all.put(TdxCheck.QUOTE_IRREGULAR, TdxMinted.genuine().with(e -> {
            byte[] longer = Arrays.copyOf(e.quote(), e.quote().length + 1);
            longer[longer.length - 1] = 1;
            return e.withQuote(longer);
        }));
        all.put(TdxCheck.QUOTE_RESERVED, signed(quote -> quote.header(QuoteHeaderField.QE_SVN, 1)));
        all.put(TdxCheck.QUOTE_VENDOR, signed(quote -> quote.header(QuoteHeaderField.QE_VENDOR_ID, new byte[16])));
        all.put(
                TdxCheck.SIGNATURE_KEY,
                tampered(data -> data.attestationKey(new byte[64])
                        .bound()
                        .certified(MACHINE.hierarchy().pckKey()::signRaw)));
        all.put(TdxCheck.SIGNATURE_RANGE, tampered(data -> data.signature(new byte[64])));
        all.put(TdxCheck.SIGNATURE_INVALID, tampered(data -> data.signature(flipped(data.signature(), 40))));
    }

    private static void chain(Map<TdxCheck, TdxMinted> all) {
        IntelHierarchy impostor = IntelHierarchy.impostor(0);
        TdxSimulator foreign = TdxSimulator.create(impostor, PckCa.PLATFORM);
        byte[] root = MACHINE.hierarchy().root();
        all.put(TdxCheck.CHAIN_MISSING, tampered(data -> data.certification(1, new byte[36])));
        all.put(
                TdxCheck.CHAIN_FORM,
                TdxMinted.of(
                        MACHINE.chain(chain -> chain.and(MACHINE.hierarchy().olderRoot()))));
        all.put(
                TdxCheck.CHAIN_ROLES,
                TdxMinted.of(
                        MACHINE.chain(chain -> chain.with(1, MACHINE.hierarchy().tcbSigning()))));
        all.put(TdxCheck.CHAIN_ALGORITHM, TdxMinted.of(MACHINE.chain(chain -> chain.with(0, otherAlgorithm()))));
        all.put(
                TdxCheck.CHAIN_PROFILE,
                TdxMinted.of(
                        certificate(IntelCertificate.PCK, MACHINE, without(StandardExtensions.BASIC_CONSTRAINTS))));
        all.put(
                TdxCheck.CHAIN_REDUCED,
                TdxMinted.of(certificate(
                        IntelCertificate.PCK, MACHINE, without(StandardExtensions.SUBJECT_KEY_IDENTIFIER))));
        all.put(TdxCheck.CHAIN_SIGNATURE, TdxMinted.of(MACHINE.chain(chain -> chain.with(2, flipped(root, -1)))));
        all.put(
                TdxCheck.CHAIN_UNTRUSTED,
                TdxMinted.of(MACHINE)
                        .with(e -> e.withQuote(TdxMinted.of(foreign).evidence().quote())
                                .withPckCrl(impostor.pckCrl(PckCa.PLATFORM))));
        all.put(
                TdxCheck.CHAIN_VALIDITY,
                TdxMinted.of(certificate(IntelCertificate.PCK, MACHINE, pck -> pck.validity(LONG_BEFORE, BEFORE))));
        all.put(TdxCheck.PCK_EXTENSION, TdxMinted.of(MACHINE.sgxExtension(sgx -> sgx.without(SgxExtension.PPID))));
        all.put(TdxCheck.PCK_CPUSVN, TdxMinted.of(MACHINE.platform(right -> right.cpuSvn(new byte[16]))));
        EcKey other = EcKey.derive(EcCurve.P384, 1, "not on P-256");
        all.put(
                TdxCheck.CHAIN_KEY,
                TdxMinted.of(certificate(IntelCertificate.PCK, MACHINE, pck -> pck.publicKey(other.publicKeyInfo()))));
    }

    /** Signed rightly under a name that is not that of the algorithm. */
    private static byte[] otherAlgorithm() {
        IntelHierarchy intel = MACHINE.hierarchy();
        SgxExtension sgx = SgxExtension.of(PckCa.PLATFORM, MACHINE.platform());
        byte[] sha384 = new EcdsaSigner(intel.pckKey(), Hash.SHA384).algorithm();
        return intel.pckTemplate(PckCa.PLATFORM, sgx)
                .sign(intel.caSigner(PckCa.PLATFORM).claiming(sha384));
    }

    private static void revocation(Map<TdxCheck, TdxMinted> all) {
        all.put(TdxCheck.CHAIN_REVOKED, TdxMinted.of(MACHINE.revoking(IntelCertificate.PCK_CA)));
        all.put(TdxCheck.PCK_REVOKED, TdxMinted.of(MACHINE.revoking(IntelCertificate.PCK)));
        all.put(TdxCheck.CRL_MISSING, TdxMinted.genuine().with(e -> e.withPckCrl(new byte[0])));
        all.put(
                TdxCheck.CRL_PROFILE,
                TdxMinted.of(MACHINE.pckCrl(
                        crl -> crl.extensions(list -> list.and(StandardExtensions.deltaCrlIndicator(1))))));
        all.put(TdxCheck.CRL_SIGNATURE, TdxMinted.genuine().with(e -> e.withRootCrl(flipped(e.rootCrl(), -1))));
        all.put(
                TdxCheck.CRL_VALIDITY,
                TdxMinted.of(MACHINE.rootCrl(crl -> crl.thisUpdate(LONG_BEFORE).nextUpdate(BEFORE))));
        all.put(
                TdxCheck.CRL_NOT_CHECKED,
                TdxMinted.of(MACHINE.revoking(IntelCertificate.PCK)).tdx(options -> options.withCrlMode(CrlMode.OFF)));
    }

    private static void signer(Map<TdxCheck, TdxMinted> all) {
        all.put(TdxCheck.SIGNER_MISSING, TdxMinted.genuine().with(e -> e.withTcbSigningCertificate(new byte[0])));
        all.put(
                TdxCheck.SIGNER_PROFILE,
                TdxMinted.of(certificate(
                        IntelCertificate.TCB_SIGNING, MACHINE, without(StandardExtensions.BASIC_CONSTRAINTS))));
        all.put(
                TdxCheck.SIGNER_UNTRUSTED,
                TdxMinted.genuine().with(e -> e.withTcbSigningCertificate(flipped(e.tcbSigningCertificate(), -1))));
        all.put(TdxCheck.SIGNER_REVOKED, TdxMinted.of(MACHINE.revoking(IntelCertificate.TCB_SIGNING)));
        all.put(
                TdxCheck.SIGNER_VALIDITY,
                TdxMinted.of(certificate(
                        IntelCertificate.TCB_SIGNING, MACHINE, signing -> signing.validity(LONG_BEFORE, BEFORE))));
    }

    private static void documents(Map<TdxCheck, TdxMinted> all) {
        all.put(TdxCheck.ENDORSEMENT_UNREADABLE, TdxMinted.genuine().and(new byte[] {1, 2, 3}));
        all.put(TdxCheck.TCB_INFO_MISSING, TdxMinted.genuine().with(e -> e.withTcbInfo(new byte[0])));
        all.put(TdxCheck.TCB_INFO_ID, TdxMinted.of(MACHINE.tcbInfo(TdxCases::forSgx)));
        all.put(TdxCheck.TCB_INFO_FMSPC, TdxMinted.of(MACHINE.tcbInfo(info -> info.fmspc("00806F050000"))));
        all.put(TdxCheck.TCB_INFO_PCEID, TdxMinted.of(MACHINE.tcbInfo(info -> info.pceId("0001"))));
        all.put(
                TdxCheck.TCB_INFO_SIGNATURE,
                TdxMinted.genuine()
                        .with(e -> e.withTcbInfo(MACHINE.signedTcbInfo()
                                .signature(MACHINE.signedQeIdentity().signature())
                                .encode())));
        all.put(TdxCheck.TCB_INFO_VALIDITY, TdxMinted.of(MACHINE.tcbInfo(info -> info.validity(LONG_BEFORE, BEFORE))));
        all.put(
                TdxCheck.COLLATERAL_EXPIRED,
                TdxMinted.of(MACHINE.tcbInfo(info -> info.validity(LONG_BEFORE, BEFORE)))
                        .tdx(options -> options.withCollateralGrace(Duration.ofDays(12))));
        RollbackFloor floor = TdxMinted.genuine().verified().floor();
        all.put(
                TdxCheck.TCB_INFO_ROLLED_BACK,
                TdxMinted.of(MACHINE.tcbInfo(info -> info.evaluationNumber(19)))
                        .tdx(options -> options.withFloor(floor)));
        all.put(TdxCheck.QE_IDENTITY_MISSING, TdxMinted.genuine().with(e -> e.withQeIdentity(new byte[0])));
        all.put(TdxCheck.QE_IDENTITY_ID, TdxMinted.of(MACHINE.qeIdentity(identity -> identity.forSgx())));
        all.put(
                TdxCheck.QE_IDENTITY_SIGNATURE,
                TdxMinted.genuine()
                        .with(e -> e.withQeIdentity(MACHINE.signedQeIdentity()
                                .signature(MACHINE.signedTcbInfo().signature())
                                .encode())));
        all.put(
                TdxCheck.QE_IDENTITY_VALIDITY,
                TdxMinted.of(MACHINE.qeIdentity(identity -> identity.validity(LONG_BEFORE, BEFORE))));
        all.put(
                TdxCheck.QE_IDENTITY_ROLLED_BACK,
                TdxMinted.of(MACHINE.qeIdentity(identity -> identity.evaluationNumber(19)))
                        .tdx(options -> options.withFloor(floor)));
    }

    /** Without the level that only differs from another in its TDX components. */
    private static TcbInfoTemplate forSgx(TcbInfoTemplate info) {
        TcbInfoTemplate sgx = info.forSgx();
        return sgx.levels(List.of(sgx.levels().get(0), sgx.levels().get(2)));
    }

    private static void quotingEnclave(Map<TdxCheck, TdxMinted> all) {
        all.put(
                TdxCheck.QE_REPORT_SIGNATURE,
                tampered(data -> data.qeReportSignature(flipped(data.qeReportSignature(), 40))));
        all.put(TdxCheck.QE_KEY_BINDING, tampered(data -> data.authData(flipped(data.authData(), 0))));
        all.put(TdxCheck.QE_MISCSELECT, TdxMinted.of(MACHINE.qeReport(report -> report.set(QeField.MISC_SELECT, 1))));
        all.put(
                TdxCheck.QE_ATTRIBUTES,
                TdxMinted.of(MACHINE.qeReport(report -> report.flipped(QeField.ATTRIBUTES.offset(), 1))));
        all.put(
                TdxCheck.QE_SIGNER,
                TdxMinted.of(MACHINE.qeReport(report -> report.set(QeField.MR_SIGNER, new byte[32]))));
        all.put(TdxCheck.QE_PRODUCT, TdxMinted.of(MACHINE.qeReport(report -> report.set(QeField.ISV_PROD_ID, 1))));
    }

    private static void tcb(Map<TdxCheck, TdxMinted> all) {
        all.put(TdxCheck.MODULE_UNKNOWN, TdxMinted.of(MACHINE.tcbInfo(info -> info.withoutIdentities())));
        all.put(TdxCheck.MODULE_SIGNER, body(td -> td.flipped(TdField.MR_SIGNER_SEAM.offset(), 0)));
        all.put(TdxCheck.MODULE_ATTRIBUTES, body(td -> td.flipped(TdField.SEAM_ATTRIBUTES.offset(), 0)));
        all.put(TdxCheck.TCB_NOT_SUPPORTED, TdxMinted.of(MACHINE.belowAllLevels(TcbPart.PLATFORM)));
        all.put(TdxCheck.TCB_MODULE_NOT_SUPPORTED, TdxMinted.of(MACHINE.belowAllLevels(TcbPart.MODULE)));
        all.put(TdxCheck.TCB_QE_NOT_SUPPORTED, TdxMinted.of(MACHINE.belowAllLevels(TcbPart.QUOTING_ENCLAVE)));
        for (TdxStatus status : TdxStatus.values()) {
            if (status != TdxStatus.UP_TO_DATE) {
                all.put(
                        TdxCheck.valueOf("TCB_" + status.name()),
                        TdxMinted.of(MACHINE.status(TcbPart.PLATFORM, status)));
            }
        }
        byte[] behind = MACHINE.reportTemplate(TdReportEncoder.Kind.TD_1_5).bytes(TdField.TEE_TCB_SVN);
        behind[2] = 3;
        all.put(
                TdxCheck.TCB_CURRENT_REVOKED,
                TdxMinted.of(MACHINE.tcbInfo(info -> info.level(1, level -> level.withStatus("Revoked")))
                        .quote(5, TdReportEncoder.Kind.TD_1_5, td -> td.set(TdField.TEE_TCB_SVN_2, behind))));
    }

    private static TdxSimulator certificate(
            IntelCertificate which, TdxSimulator machine, UnaryOperator<CertificateEncoder> change) {
        return machine.certificate(which, change);
    }

    private static UnaryOperator<CertificateEncoder> without(String oid) {
        return certificate -> certificate.extensions((ExtensionList list) -> list.without(oid));
    }

    static TdxMinted body(UnaryOperator<TdReportEncoder> change) {
        return TdxMinted.of(MACHINE.quote(5, TdReportEncoder.Kind.TD_1_5, change));
    }

    /** Changed before it is signed. */
    static TdxMinted signed(UnaryOperator<QuoteEncoder> change) {
        QuoteEncoder quote = MACHINE.quoteTemplate(5, MACHINE.reportTemplate(TdReportEncoder.Kind.TD_1_5));
        return TdxMinted.of(MACHINE.evidence(MACHINE.signed(change.apply(quote)).encode()));
    }

    /** Changed after it was signed. */
    static TdxMinted tampered(UnaryOperator<SignatureDataEncoder> change) {
        QuoteEncoder quote =
                MACHINE.signed(MACHINE.quoteTemplate(5, MACHINE.reportTemplate(TdReportEncoder.Kind.TD_1_5)));
        return TdxMinted.of(MACHINE.evidence(quote.signatureData(change).encode()));
    }
}
