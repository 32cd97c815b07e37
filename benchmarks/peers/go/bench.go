package main

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime/debug"
	"strconv"
	"time"
)

func init() {
	modes["bench"] = bench
	modes["once"] = once
}

func bench(arguments []string) error {
	if len(arguments) != 3 {
		return fmt.Errorf("bench MANIFEST ID SECONDS")
	}
	seconds, err := strconv.ParseFloat(arguments[2], 64)
	if err != nil {
		return err
	}
	vector, err := find(arguments[0], arguments[1])
	if err != nil {
		return err
	}
	return measure(vector, time.Duration(seconds*float64(time.Second)))
}

// once verifies a single time and says nothing: for the time that a whole process takes.
func once(arguments []string) error {
	if len(arguments) != 2 {
		return fmt.Errorf("once MANIFEST ID")
	}
	vector, err := find(arguments[0], arguments[1])
	if err != nil {
		return err
	}
	verify, err := vector.prepare()
	if err != nil {
		return err
	}
	return verify()
}

func find(manifest, id string) (*vector, error) {
	vectors, err := readManifest(manifest)
	if err != nil {
		return nil, err
	}
	for i := range vectors {
		if vectors[i].ID == id {
			return &vectors[i], nil
		}
	}
	return nil, fmt.Errorf("no vector %s", id)
}

// warmUp is the least that every harness warms up.
const warmUp = 4 * time.Second

// measure warms up as long as the others, then counts. Every verdict must be good: a fast refusal is no result.
func measure(v *vector, duration time.Duration) error {
	verify, err := v.prepare()
	if err != nil {
		return err
	}
	if _, _, err := count(verify, max(warmUp, duration/2)); err != nil {
		return err
	}
	runs, elapsed, err := count(verify, duration)
	if err != nil {
		return err
	}
	peer := map[string]string{"sev-snp": "github.com/google/go-sev-guest", "tdx": "github.com/google/go-tdx-guest"}[v.Tee]
	return json.NewEncoder(os.Stdout).Encode(map[string]any{
		"peer":      peer,
		"version":   version(peer),
		"vector":    v.ID,
		"job":       "whole",
		"runs":      runs,
		"seconds":   elapsed.Seconds(),
		"perSecond": float64(runs) / elapsed.Seconds(),
	})
}

func count(verify func() error, duration time.Duration) (int, time.Duration, error) {
	start := time.Now()
	runs := 0
	for time.Since(start) < duration {
		if err := verify(); err != nil {
			return 0, 0, err
		}
		runs++
	}
	return runs, time.Since(start), nil
}

func version(module string) string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, dependency := range info.Deps {
			if dependency.Path == module {
				return dependency.Version
			}
		}
	}
	return "unknown"
}
