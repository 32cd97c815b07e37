package dev.assay.testvectors.intel;

/**
 * A component of a platform's TCB level.
 *
 * @param svn its security version, 0 to 255 if right
 * @param category who delivers it, for instance {@code BIOS}; empty leaves the member out
 * @param type what it is, for instance {@code TDX Module}; empty leaves the member out
 */
public record TcbComponent(int svn, String category, String type) {
    /**
     * A component without a description.
     *
     * @param svn its security version
     * @return the component
     */
    public static TcbComponent of(int svn) {
        return new TcbComponent(svn, "", "");
    }

    /**
     * Changes the version.
     *
     * @param value the new version
     * @return a changed copy
     */
    public TcbComponent withSvn(int value) {
        return new TcbComponent(value, category, type);
    }

    JsonValue json() {
        JsonObject json = JsonObject.empty().and("svn", svn);
        json = category.isEmpty() ? json : json.and("category", category);
        return type.isEmpty() ? json : json.and("type", type);
    }
}
