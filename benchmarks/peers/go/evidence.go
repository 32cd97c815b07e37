package main

import (
	"encoding/json"
	"encoding/pem"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// A vector of a manifest, as far as peers can use it.
type vector struct {
	ID           string `json:"id"`
	Tee          string `json:"tee"`
	Evidence     string `json:"evidence"`
	At           string `json:"at"`
	Endorsements struct {
		Vek                   string   `json:"vek"`
		Chain                 []string `json:"chain"`
		Crl                   []string `json:"crl"`
		TcbInfo               string   `json:"tcbInfo"`
		QeIdentity            string   `json:"qeIdentity"`
		PckCrl                string   `json:"pckCrl"`
		RootCrl               string   `json:"rootCrl"`
		TcbSigningCertificate string   `json:"tcbSigningCertificate"`
		TrustAnchors          []string `json:"trustAnchors"`
	} `json:"endorsements"`
	Options struct {
		Crl string `json:"crl"`
	} `json:"options"`
	Expect struct {
		Verdict   string `json:"verdict"`
		Product   string `json:"product"`
		TcbStatus string `json:"tcbStatus"`
	} `json:"expect"`

	root string
}

// readManifest reads the vectors of a manifest, whose file names count from the folder above the manifest's own.
func readManifest(name string) ([]vector, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var manifest struct {
		Vectors []vector `json:"vectors"`
	}
	if err := json.Unmarshal(text, &manifest); err != nil {
		return nil, err
	}
	absolute, err := filepath.Abs(name)
	if err != nil {
		return nil, err
	}
	for i := range manifest.Vectors {
		manifest.Vectors[i].root = filepath.Dir(filepath.Dir(absolute))
	}
	return manifest.Vectors, nil
}

func (v *vector) file(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(v.root, name))
}

// certificate reads a certificate in DER or PEM, as DER.
func (v *vector) certificate(name string) ([]byte, error) {
	content, err := v.file(name)
	if err != nil {
		return nil, err
	}
	if block, _ := pem.Decode(content); block != nil {
		return block.Bytes, nil
	}
	return content, nil
}

// wantsRevocation is what the vector's options and endorsements say: lists count if they are given, or must be there.
func (v *vector) wantsRevocation() bool {
	return v.Options.Crl == "required" || v.Options.Crl == "" && len(v.Endorsements.Crl) > 0
}

func (v *vector) time() time.Time {
	at, err := time.Parse(time.RFC3339, v.At)
	if err != nil {
		return time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC)
	}
	return at
}

// prepare reads a vector's files and returns a function that verifies it once, from bytes to verdict.
func (v *vector) prepare() (func() error, error) {
	switch v.Tee {
	case "sev-snp":
		return prepareSnp(v)
	case "tdx":
		return prepareTdx(v)
	default:
		return nil, fmt.Errorf("unknown TEE %q", v.Tee)
	}
}
