/** A service that hands its secret to guests it trusts. */
module com.example.keyrelease {
    requires dev.assay;

    exports com.example.keyrelease;
}
