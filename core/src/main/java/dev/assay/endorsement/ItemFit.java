package dev.assay.endorsement;

import dev.assay.model.Bytes;
import dev.assay.snp.Product;
import dev.assay.snp.SigningKey;
import dev.assay.snp.TcbVersion;
import dev.assay.x509.Facts;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/** Whether bytes are what was asked for, by what they say of themselves. No signature is checked here. */
record ItemFit(Bytes content, Instant goodUntil) {
    static ItemFit of(EndorsementRequest request, Bytes content, Bytes chain) throws UnreadableException {
        ItemFit fit;
        if (request instanceof EndorsementRequest.Evaluations) {
            fit = new ItemFit(content, EvaluationNumbers.read(content).nextUpdate());
        } else {
            fit = of(request, content, read("item", content));
        }
        Instant end = fit.goodUntil();
        if (!chain.isEmpty()) {
            Endorsements issuers = read("issuer chain", chain);
            only(issuers, 0, issuers.certificates().size(), 0, "certificates only in the issuer chain");
            end = earliest(end, issuers.certificates());
        }
        return new ItemFit(fit.content(), end);
    }

    private static ItemFit of(EndorsementRequest request, Bytes content, Endorsements read) throws UnreadableException {
        if (request instanceof EndorsementRequest.Vcek vcek) {
            return vek(SigningKey.VCEK, vcek.product(), vcek.reportedTcb(), vcek.hwId(), certificate(read));
        }
        if (request instanceof EndorsementRequest.Vlek vlek) {
            return vek(SigningKey.VLEK, vlek.product(), vlek.reportedTcb(), Bytes.empty(), certificate(read));
        }
        if (request instanceof EndorsementRequest.PckCertificate pck) {
            return pck(pck, certificate(read));
        }
        if (request instanceof EndorsementRequest.AmdChain chain) {
            return chain(chain, content, read);
        }
        if (request instanceof EndorsementRequest.AmdCrl amd) {
            return crl(new AmdAuthority(AmdAuthority.Role.ARK, amd.product()).name(), read);
        }
        if (request instanceof EndorsementRequest.PckCrl pck) {
            return crl(pck.issuer().subject(), read);
        }
        if (request instanceof EndorsementRequest.IntelRootCrl) {
            return crl(IntelAuthority.ROOT.subject(), read);
        }
        if (request instanceof EndorsementRequest.TcbInfo wanted) {
            return tcbInfo(wanted, content, read);
        }
        return identity((EndorsementRequest.QeIdentity) request, content, read);
    }

    private static ItemFit vek(
            SigningKey kind, Product product, TcbVersion tcb, Bytes hwId, X509Certificate certificate)
            throws UnreadableException {
        X500Principal subject = kind == SigningKey.VCEK ? AmdAuthority.VCEK : AmdAuthority.VLEK;
        AmdAuthority issuer =
                new AmdAuthority(kind == SigningKey.VCEK ? AmdAuthority.Role.ASK : AmdAuthority.Role.ASVK, product);
        expect(certificate.getSubjectX500Principal().equals(subject), "a certificate of another kind than " + kind);
        expect(
                certificate.getIssuerX500Principal().equals(issuer.name()),
                "a certificate by another issuer than " + issuer.commonName());
        VekExtensions extensions = VekExtensionReader.of(certificate, kind, product.tcbLayout())
                .extensions()
                .orElseThrow(() -> new UnreadableException("a " + kind + " without the extensions of one"));
        expect(extensions.tcb().equals(tcb), "a " + kind + " for " + extensions.tcb() + ", not for " + tcb);
        expect(extensions.hwId().orElse(Bytes.empty()).equals(hwId), "a " + kind + " of another chip");
        return new ItemFit(Facts.der(certificate), certificate.getNotAfter().toInstant());
    }

    /** A key is derived for one CPUSVN and PCESVN: one for others has signed nothing of this quote. */
    private static ItemFit pck(EndorsementRequest.PckCertificate wanted, X509Certificate certificate)
            throws UnreadableException {
        expect(
                certificate.getSubjectX500Principal().equals(IntelAuthority.PCK.subject())
                        && IntelAuthority.named(certificate.getIssuerX500Principal())
                                .filter(IntelAuthority::issuesPcks)
                                .isPresent(),
                "not a PCK certificate");
        PckExtensions extensions = PckExtensionReader.of(certificate)
                .extensions()
                .orElseThrow(() -> new UnreadableException("a PCK certificate without the extension of one"));
        expect(extensions.pceId().equals(wanted.pceId()), "a PCK certificate for another PCEID");
        expect(
                extensions.cpuSvn().equals(wanted.cpuSvn()) && extensions.pceSvn() == wanted.pceSvn(),
                "a PCK certificate for CPUSVN " + extensions.cpuSvn().hex() + ", PCESVN " + extensions.pceSvn());
        return new ItemFit(Facts.der(certificate), certificate.getNotAfter().toInstant());
    }

    private static ItemFit chain(EndorsementRequest.AmdChain wanted, Bytes content, Endorsements read)
            throws UnreadableException {
        only(read, 0, 2, 0, "two certificates");
        AmdAuthority root = new AmdAuthority(AmdAuthority.Role.ARK, wanted.product());
        for (AmdAuthority authority : List.of(wanted.authority(), root)) {
            expect(
                    read.certificates().stream()
                            .anyMatch(certificate ->
                                    certificate.getSubjectX500Principal().equals(authority.name())),
                    "a chain without " + authority.commonName());
        }
        return new ItemFit(content, earliest(Instant.MAX, read.certificates()));
    }

    private static ItemFit crl(X500Principal issuer, Endorsements read) throws UnreadableException {
        only(read, 1, 0, 0, "one revocation list");
        X509CRL crl = read.crls().get(0);
        expect(crl.getIssuerX500Principal().equals(issuer), "a revocation list by another authority");
        if (crl.getNextUpdate() == null) {
            throw new UnreadableException("a revocation list without an end");
        }
        return new ItemFit(Facts.der(crl), crl.getNextUpdate().toInstant());
    }

    private static ItemFit tcbInfo(EndorsementRequest.TcbInfo wanted, Bytes content, Endorsements read)
            throws UnreadableException {
        only(read, 0, 0, 1, "one TCB info");
        expect(read.tcbInfos().size() == 1, "not a TCB info");
        TcbInfo info = read.tcbInfos().get(0);
        expect(info.id().equals(TcbInfo.TDX), "a TCB info for " + info.id());
        expect(
                info.fmspc().equals(wanted.fmspc()),
                "a TCB info for another FMSPC, " + info.fmspc().hex());
        expectNumber(wanted.evaluation(), info.tcbEvaluationDataNumber());
        return new ItemFit(content, info.nextUpdate());
    }

    private static ItemFit identity(EndorsementRequest.QeIdentity wanted, Bytes content, Endorsements read)
            throws UnreadableException {
        only(read, 0, 0, 1, "one identity");
        expect(read.qeIdentities().size() == 1, "not an enclave identity");
        QeIdentity identity = read.qeIdentities().get(0);
        expect(identity.id().equals(QeIdentity.TD_QE), "the identity of another enclave, " + identity.id());
        expectNumber(wanted.evaluation(), identity.tcbEvaluationDataNumber());
        return new ItemFit(content, identity.nextUpdate());
    }

    private static void expectNumber(EvaluationSet wanted, int number) throws UnreadableException {
        if (wanted instanceof EvaluationSet.Numbered numbered) {
            expect(numbered.number() == number, "evaluation " + number + ", not " + numbered.number());
        }
    }

    private static X509Certificate certificate(Endorsements read) throws UnreadableException {
        only(read, 0, 1, 0, "one certificate");
        return read.certificates().get(0);
    }

    private static void only(Endorsements read, int crls, int certificates, int documents, String what)
            throws UnreadableException {
        expect(
                read.crls().size() == crls
                        && read.certificates().size() == certificates
                        && read.tcbInfos().size() + read.qeIdentities().size() == documents,
                "not " + what);
    }

    private static Endorsements read(String what, Bytes bytes) throws UnreadableException {
        Endorsements read = Endorsements.builder().add(what, bytes).build();
        if (!read.unreadable().isEmpty()) {
            throw new UnreadableException(read.unreadable().get(0).toString());
        }
        return read;
    }

    private static Instant earliest(Instant end, List<X509Certificate> certificates) {
        Instant first = end;
        for (X509Certificate certificate : certificates) {
            Instant own = certificate.getNotAfter().toInstant();
            first = own.isBefore(first) ? own : first;
        }
        return first;
    }

    private static void expect(boolean fits, String otherwise) throws UnreadableException {
        if (!fits) {
            throw new UnreadableException(otherwise);
        }
    }
}
