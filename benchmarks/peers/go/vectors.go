package main

import (
	"encoding/json"
	"fmt"
	"os"
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
	return "verified", ""
}
