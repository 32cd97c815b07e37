package dev.assay.result;

import dev.assay.model.Bytes;

/**
 * Which policy was asked.
 *
 * @param id the policy's id
 * @param version the policy's version
 * @param sha256 SHA-256 of its canonical form, 32 bytes
 */
public record PolicyReference(String id, String version, Bytes sha256) {}
