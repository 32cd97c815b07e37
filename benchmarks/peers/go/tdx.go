package main

import (
	"bytes"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/google/go-tdx-guest/verify"
)

// prepareTdx verifies with google/go-tdx-guest: from the bytes of quote and collateral to a verdict, the collateral being
// handed out from memory where the library would ask Intel's service.
func prepareTdx(v *vector) (func() error, error) {
	quote, err := v.file(v.Evidence)
	if err != nil {
		return nil, err
	}
	service, err := newService(v, quote)
	if err != nil {
		return nil, err
	}
	var roots *x509.CertPool
	for _, name := range v.Endorsements.TrustAnchors {
		anchor, err := parsed(v, name)
		if err != nil {
			return nil, err
		}
		if roots == nil {
			roots = x509.NewCertPool()
		}
		roots.AddCert(anchor)
	}
	return func() error {
		return verify.RawTdxQuote(quote, &verify.Options{
			CheckRevocations: v.Options.Crl != "off",
			GetCollateral:    true,
			Getter:           service,
			Now:              v.time(),
			TrustedRoots:     roots,
		})
	}, nil
}

// A service answers as Intel's does.
type service struct {
	tcbInfo, qeIdentity, pckCrl, rootCrl []byte
	signerChain, issuerChain             string
}

func newService(v *vector, quote []byte) (*service, error) {
	s := &service{}
	for name, target := range map[string]*[]byte{
		v.Endorsements.TcbInfo:    &s.tcbInfo,
		v.Endorsements.QeIdentity: &s.qeIdentity,
		v.Endorsements.PckCrl:     &s.pckCrl,
		v.Endorsements.RootCrl:    &s.rootCrl,
	} {
		if name == "" {
			return nil, errors.New("the vector lacks collateral")
		}
		content, err := v.file(name)
		if err != nil {
			return nil, err
		}
		*target = content
	}
	s.pckCrl, s.rootCrl = der(s.pckCrl), der(s.rootCrl)
	start := bytes.Index(quote, []byte("-----BEGIN CERTIFICATE-----"))
	if start < 0 {
		return nil, errors.New("the quote has no certificates")
	}
	var chain []*pem.Block
	for rest := quote[start:]; len(chain) < 3; {
		var block *pem.Block
		if block, rest = pem.Decode(rest); block == nil {
			return nil, errors.New("the quote has fewer than three certificates")
		}
		chain = append(chain, block)
	}
	signer, err := v.certificate(v.Endorsements.TcbSigningCertificate)
	if err != nil {
		return nil, err
	}
	root := string(pem.EncodeToMemory(chain[2]))
	s.issuerChain = url.QueryEscape(string(pem.EncodeToMemory(chain[1])) + root)
	s.signerChain = url.QueryEscape(string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: signer})) + root)
	return s, nil
}

// der reads a revocation list in DER, PEM or hexadecimal.
func der(content []byte) []byte {
	if block, _ := pem.Decode(content); block != nil {
		return block.Bytes
	}
	if decoded, err := hex.DecodeString(strings.TrimSpace(string(content))); err == nil {
		return decoded
	}
	return content
}

// Get implements the library's HTTPSGetter.
func (s *service) Get(address string) (map[string][]string, []byte, error) {
	switch {
	case strings.Contains(address, "/tcb?"):
		return map[string][]string{"Tcb-Info-Issuer-Chain": {s.signerChain}}, s.tcbInfo, nil
	case strings.HasSuffix(address, "/qe/identity"):
		return map[string][]string{"Sgx-Enclave-Identity-Issuer-Chain": {s.signerChain}}, s.qeIdentity, nil
	case strings.Contains(address, "/pckcrl?"):
		return map[string][]string{"Sgx-Pck-Crl-Issuer-Chain": {s.issuerChain}}, s.pckCrl, nil
	case strings.HasSuffix(address, ".der"):
		return nil, s.rootCrl, nil
	default:
		return nil, nil, fmt.Errorf("nothing at %s", address)
	}
}
