/** The service and its tests as one module: what the tests need are modules too, and jqwik is not among them. */
open module com.example.keyrelease {
    requires dev.assay;
    requires dev.assay.testvectors;
    requires org.junit.jupiter.api;
}
