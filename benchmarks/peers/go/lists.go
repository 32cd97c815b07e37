package main

import (
	"crypto/x509"
	"errors"
	"fmt"
	"strings"

	"github.com/google/go-sev-guest/verify/trust"
)

// lists are a vector's revocation lists by the product of their issuer, handed out from memory where go-sev-guest would ask
// AMD's service.
type lists map[string][]byte

// unreadable stands for the product of a list that Go cannot read, and which the library is to refuse by itself.
const unreadable = ""

func newLists(v *vector) (lists, error) {
	all := lists{}
	for _, name := range v.Endorsements.Crl {
		content, err := v.file(name)
		if err != nil {
			return nil, err
		}
		product := unreadable
		if list, err := x509.ParseRevocationList(content); err == nil {
			product = strings.TrimPrefix(list.Issuer.CommonName, "ARK-")
		}
		if all[product] != nil {
			return nil, errors.New("the library asks for one list, and the vector has two of the same issuer")
		}
		all[product] = content
	}
	return all, nil
}

// Get implements the library's HTTPSGetter.
func (all lists) Get(address string) ([]byte, error) {
	for product, list := range all {
		if product == unreadable || strings.Contains(address, "/"+product+"/") {
			return list, nil
		}
	}
	return nil, fmt.Errorf("nothing at %s", address)
}

// forgetLists takes from roots the list that the library has parsed and kept with them, so that each verification reads it.
func forgetLists(roots map[string][]*trust.AMDRootCerts) {
	for _, pairs := range roots {
		for _, pair := range pairs {
			pair.CRL = nil
		}
	}
}

// withoutAsk says whether a pair of roots lacks the ASK, the only certificate whose revocation the library looks for.
func withoutAsk(roots map[string][]*trust.AMDRootCerts) bool {
	for _, pairs := range roots {
		for _, pair := range pairs {
			if pair.ProductCerts.Ask == nil {
				return true
			}
		}
	}
	return false
}
