package main

import (
	"crypto/x509"
	"errors"
	"strings"

	"github.com/google/go-sev-guest/abi"
	spb "github.com/google/go-sev-guest/proto/sevsnp"
	"github.com/google/go-sev-guest/validate"
	"github.com/google/go-sev-guest/verify"
	"github.com/google/go-sev-guest/verify/trust"
)

// noDemands are those of a caller who demands nothing. The library's second step still has what ties the certificate to the
// report.
var noDemands = &validate.Options{
	GuestPolicy:               abi.SnpPolicy{SMT: true, MigrateMA: true, Debug: true, CXLAllowed: true},
	PermitProvisionalFirmware: true,
}

// prepareSnp verifies with both steps of google/go-sev-guest: from report and certificate bytes to a verdict, without the
// network. Roots and intermediates are parsed before, since the library takes them so.
func prepareSnp(v *vector) (func() error, error) {
	evidence, err := v.file(v.Evidence)
	if err != nil {
		return nil, err
	}
	options := &verify.Options{DisableCertFetching: true, Now: v.time()}
	if options.TrustedRoots, err = amdRoots(v); err != nil {
		return nil, err
	}
	if v.wantsRevocation() {
		options.CheckRevocations = !withoutAsk(options.TrustedRoots)
		if !options.CheckRevocations && v.Options.Crl == "required" {
			return nil, errors.New("the library looks for the ASK's revocation, and the vector has the ASVK alone")
		}
		if options.Getter, err = newLists(v); err != nil {
			return nil, err
		}
	}
	var vek []byte
	if v.Endorsements.Vek != "" {
		if vek, err = v.certificate(v.Endorsements.Vek); err != nil {
			return nil, err
		}
	}
	return func() error {
		forgetLists(options.TrustedRoots)
		attestation, err := attestation(evidence, vek)
		if err != nil {
			return err
		}
		if err := verify.SnpAttestation(attestation, options); err != nil {
			return err
		}
		return validate.SnpAttestation(attestation, noDemands)
	}, nil
}

// attestation decodes a report with the certificates behind it, to which it adds the given one, if any, in the signer's place.
func attestation(evidence, vek []byte) (*spb.Attestation, error) {
	if len(evidence) < abi.ReportSize {
		return nil, errors.New("shorter than a report")
	}
	report, err := abi.ReportToProto(evidence[:abi.ReportSize])
	if err != nil {
		return nil, err
	}
	chain := &spb.CertificateChain{}
	if table := evidence[abi.ReportSize:]; len(table) > 0 {
		certificates := new(abi.CertTable)
		if err := certificates.Unmarshal(table); err != nil {
			return nil, err
		}
		chain = certificates.Proto()
	}
	signer, err := abi.ParseSignerInfo(report.GetSignerInfo())
	if err != nil {
		return nil, err
	}
	if vek != nil && signer.SigningKey == abi.VlekReportSigner {
		chain.VlekCert = vek
	} else if vek != nil {
		chain.VcekCert = vek
	}
	return &spb.Attestation{Report: report, CertificateChain: chain}, nil
}

// amdRoots takes the vector's own authorities if it names trust anchors, and otherwise what the library embeds.
func amdRoots(v *vector) (map[string][]*trust.AMDRootCerts, error) {
	if len(v.Endorsements.TrustAnchors) == 0 {
		return nil, nil
	}
	arks, asks := map[string]*x509.Certificate{}, map[string]*trust.ProductCerts{}
	for _, name := range v.Endorsements.TrustAnchors {
		ark, err := parsed(v, name)
		if err != nil {
			return nil, err
		}
		arks[strings.TrimPrefix(ark.Subject.CommonName, "ARK-")] = ark
	}
	for _, name := range v.Endorsements.Chain {
		authority, err := parsed(v, name)
		if err != nil {
			return nil, err
		}
		product := authority.Subject.CommonName[strings.LastIndex(authority.Subject.CommonName, "-")+1:]
		if asks[product] == nil {
			asks[product] = &trust.ProductCerts{Ark: arks[product]}
		}
		if strings.HasPrefix(authority.Subject.CommonName, "SEV-VLEK-") {
			asks[product].Asvk = authority
		} else if strings.HasPrefix(authority.Subject.CommonName, "SEV-") {
			asks[product].Ask = authority
		}
	}
	roots := map[string][]*trust.AMDRootCerts{}
	for product, certificates := range asks {
		roots[product] = []*trust.AMDRootCerts{{ProductLine: product, ProductCerts: certificates}}
	}
	return roots, nil
}

func parsed(v *vector, name string) (*x509.Certificate, error) {
	der, err := v.certificate(name)
	if err != nil {
		return nil, err
	}
	return x509.ParseCertificate(der)
}
