package main

import (
	"encoding/json"
	"os"
)

func init() { modes["vectors"] = vectors }

// vectors prints a verdict for each vector.
func vectors(manifests []string) error {
	output := json.NewEncoder(os.Stdout)
	for _, manifest := range manifests {
		read, err := readManifest(manifest)
		if err != nil {
			return err
		}
		for i := range read {
			verify, err := read[i].prepare()
			if err == nil {
				err = verify()
			}
			line := map[string]any{"id": read[i].ID, "verdict": "verified", "reason": nil}
			if err != nil {
				line["verdict"], line["reason"] = "rejected", err.Error()
			}
			if err := output.Encode(line); err != nil {
				return err
			}
		}
	}
	return nil
}
