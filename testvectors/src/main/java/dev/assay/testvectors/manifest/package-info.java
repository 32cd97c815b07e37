/**
 * The vectors' manifest as typed values, and the runner that puts its vectors to a verifier under test.
 *
 * <p>{@link dev.assay.testvectors.manifest.Manifest#load} reads a manifest, a {@link
 * dev.assay.testvectors.manifest.Subject} wraps the verifier, a {@link dev.assay.testvectors.manifest.Runner} judges
 * every vector by itself:
 *
 * <pre>{@code
 * Manifest manifest = Manifest.load(Path.of("vectors/snp/real.json"));
 * RunReport report = Runner.of(subject).run(List.of(manifest));
 * }</pre>
 *
 * <p>The rule throughout is that nothing is passed over: what a vector says and this package does not understand fails
 * that vector, and what a vector expects and the subject does not report fails it too. May be used from anywhere; uses
 * Jackson's streaming core and nothing of Assay's, so that adapters to other verifiers can share it.
 */
@NullMarked
package dev.assay.testvectors.manifest;

import org.jspecify.annotations.NullMarked;
