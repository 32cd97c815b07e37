package dev.assay.endorsement;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in a document, for the words of a fault. Spelled out only when there is one: a document has hundreds
 * of values and seldom a fault.
 *
 * @param parent what it is in, if it is not the whole
 * @param step what leads there from the parent
 */
record JsonPath(@Nullable JsonPath parent, Object step) {
    static JsonPath of(String root) {
        return new JsonPath(null, root);
    }

    JsonPath member(String name) {
        return new JsonPath(this, name);
    }

    JsonPath entry(int index) {
        return new JsonPath(this, index);
    }

    /** For instance {@code document.tcbInfo.tcbLevels[0]}. Recurses as deep as documents may be nested, twice. */
    @Override
    public String toString() {
        if (parent == null) {
            return step.toString();
        }
        return step instanceof Integer ? parent + "[" + step + "]" : parent + "." + step;
    }
}
