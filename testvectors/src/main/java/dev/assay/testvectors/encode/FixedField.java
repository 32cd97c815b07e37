package dev.assay.testvectors.encode;

/** A field with a fixed place in a structure of fixed layout. Numbers in such fields are little-endian. */
public interface FixedField {
    /**
     * Where the field starts.
     *
     * @return bytes from the start of the structure
     */
    int offset();

    /**
     * How long the field is.
     *
     * @return its size in bytes
     */
    int size();

    /**
     * The field's name, for messages.
     *
     * @return the name of the constant
     */
    String name();
}
