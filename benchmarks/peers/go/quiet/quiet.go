// Package quiet takes the libraries' logger before they do. They would print a warning for each use of an embedded root, onto
// the output that has the figures and at the cost of their speed. Go initialises packages in the order of their paths, as far
// as their imports allow, and this one's begins with an earlier letter.
package quiet

import (
	"io"

	"github.com/google/logger"
)

func init() { logger.Init("", false, false, io.Discard) }
