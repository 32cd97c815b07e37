package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/google/go-sev-guest/abi"
	spb "github.com/google/go-sev-guest/proto/sevsnp"
	"github.com/google/go-sev-guest/validate"
)

func init() { modes["vectors"] = vectors }

// vectors prints a verdict for each vector: verified or refused if the library judged it, crashed if it panicked, and
// unsupported if it cannot be given what the vector has.
func vectors(manifests []string) error {
	output := json.NewEncoder(os.Stdout)
	for _, manifest := range manifests {
		read, err := readManifest(manifest)
		if err != nil {
			return err
		}
		for i := range read {
			read[i].checksRevocation = true
			verdict, reason := judge(&read[i])
			line := map[string]string{"id": read[i].ID, "peer": peers[read[i].Tee], "verdict": verdict, "reason": reason}
			if err := output.Encode(line); err != nil {
				return err
			}
		}
	}
	return nil
}

var peers = map[string]string{"sev-snp": "go-sev-guest", "tdx": "go-tdx-guest"}

func judge(v *vector) (verdict, reason string) {
	verify, err := v.prepare()
	if err != nil {
		return "unsupported", err.Error()
	}
	defer func() {
		if failure := recover(); failure != nil {
			verdict, reason = "crashed", fmt.Sprint(failure)
		}
	}()
	if err := verify(); err != nil {
		return "refused", err.Error()
	}
	if v.Tee == "sev-snp" {
		if err := bound(v); err != nil {
			return "refused", err.Error()
		}
	}
	return "verified", ""
}

// bound runs the library's second step, which among the caller's demands also has what ties the certificate to the report.
// No demand is made here.
func bound(v *vector) error {
	evidence, err := v.file(v.Evidence)
	if err != nil {
		return err
	}
	report, err := abi.ReportToProto(evidence[:abi.ReportSize])
	if err != nil {
		return err
	}
	chain := &spb.CertificateChain{}
	if table := evidence[abi.ReportSize:]; len(table) > 0 {
		certificates := new(abi.CertTable)
		if err := certificates.Unmarshal(table); err != nil {
			return err
		}
		chain = certificates.Proto()
	}
	if v.Endorsements.Vek != "" {
		vek, err := v.certificate(v.Endorsements.Vek)
		if err != nil {
			return err
		}
		signer, err := abi.ParseSignerInfo(report.GetSignerInfo())
		if err != nil {
			return err
		}
		if signer.SigningKey == abi.VlekReportSigner {
			chain.VlekCert = vek
		} else {
			chain.VcekCert = vek
		}
	}
	return validate.SnpAttestation(&spb.Attestation{Report: report, CertificateChain: chain}, &validate.Options{
		GuestPolicy:               abi.SnpPolicy{SMT: true, MigrateMA: true, Debug: true, CXLAllowed: true},
		PermitProvisionalFirmware: true,
	})
}
