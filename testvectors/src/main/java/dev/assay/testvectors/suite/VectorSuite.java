package dev.assay.testvectors.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The published vectors, minted. What must come of each follows from how it was made; no verifier was asked.
 *
 * <p>The same seed gives the same bytes on every machine: keys derive from it or are checked in, nonces follow RFC 6979,
 * salts derive from key and message.
 */
public final class VectorSuite {
    /** The seed of the vectors in this project. */
    public static final long PUBLISHED_SEED = 0;

    private final Map<String, List<SuiteVector>> manifests;

    private VectorSuite(Map<String, List<SuiteVector>> manifests) {
        this.manifests = manifests;
    }

    /**
     * Mints all vectors, which takes some hundred RSA signatures.
     *
     * @param seed what all keys derive from that are not RSA keys
     * @return the vectors
     */
    public static VectorSuite mint(long seed) {
        SnpForges snp = SnpForges.of(seed);
        TdxForge tdx = TdxForge.of(seed);
        Map<String, List<SuiteVector>> manifests = new LinkedHashMap<>();
        manifests.put(
                "snp/verification.json",
                joined(
                        SnpReportVectors.of(snp),
                        SnpLeafVectors.of(snp),
                        SnpChainVectors.of(snp),
                        SnpAlgorithmVectors.of(snp),
                        SnpRevocationVectors.of(snp),
                        SnpBindingVectors.of(snp)));
        manifests.put("snp/decoding.json", SnpDecodingVectors.of(snp));
        manifests.put("snp/appraisal.json", SnpPolicyVectors.of(snp));
        manifests.put(
                "tdx/verification.json",
                joined(
                        TdxQuoteVectors.of(tdx),
                        TdxChainVectors.of(tdx),
                        TdxRevocationVectors.of(tdx),
                        TdxCollateralVectors.of(tdx),
                        TdxEnclaveVectors.of(tdx),
                        TdxStatusVectors.of(tdx)));
        TdxForge older = TdxForge.version4(seed);
        manifests.put(
                "tdx/verification-v4.json",
                joined(
                        TdxChainVectors.of(older),
                        TdxRevocationVectors.of(older),
                        TdxCollateralVectors.of(older),
                        TdxEnclaveVectors.of(older)));
        manifests.put("tdx/decoding.json", TdxDecodingVectors.of(tdx));
        manifests.put("tdx/appraisal.json", TdxPolicyVectors.of(tdx));
        return new VectorSuite(manifests);
    }

    /** The vectors by the manifest that they go into. */
    Map<String, List<SuiteVector>> manifests() {
        return manifests;
    }

    /**
     * How many vectors there are.
     *
     * @return their number
     */
    public int size() {
        return manifests.values().stream().mapToInt(List::size).sum();
    }

    /**
     * The files of the set by their names, relative to its root folder: manifests, and everything that they
     * name.
     *
     * @return the files, sorted by name
     */
    public Map<String, byte[]> files() {
        return SuiteFiles.of(manifests);
    }

    @SafeVarargs
    private static List<SuiteVector> joined(List<SuiteVector>... chapters) {
        List<SuiteVector> all = new ArrayList<>();
        for (List<SuiteVector> chapter : chapters) {
            all.addAll(chapter);
        }
        return all;
    }
}
