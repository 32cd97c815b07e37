// Command peers runs Go's verifiers over Assay's vectors, for comparison.
//
//	peers bench MANIFEST ID SECONDS    how many verifications a second, as one line of JSON
//	peers once MANIFEST ID             verifies a single time
//	peers vectors MANIFEST...          a verdict for each vector, as lines of JSON
package main

import (
	"fmt"
	"os"

	_ "assay.dev/peers/quiet"
)

// modes are filled in by the files that implement them.
var modes = map[string]func(arguments []string) error{}

func main() {
	if len(os.Args) < 2 || modes[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: peers bench MANIFEST ID SECONDS | peers once MANIFEST ID | peers vectors MANIFEST...")
		os.Exit(64)
	}
	if err := modes[os.Args[1]](os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
