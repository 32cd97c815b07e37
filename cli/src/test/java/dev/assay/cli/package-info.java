/** Tests of the command line, through its front door wherever that shows the behaviour. */
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
