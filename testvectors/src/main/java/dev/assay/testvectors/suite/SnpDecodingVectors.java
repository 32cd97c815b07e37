package dev.assay.testvectors.suite;

import dev.assay.testvectors.encode.CertificateTableEncoder;
import dev.assay.testvectors.encode.SnpField;
import dev.assay.testvectors.encode.SnpReportEncoder;
import dev.assay.testvectors.encode.TableGuid;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Bytes that are no report, or no certificate table. Each report is rightly signed as it stands. */
final class SnpDecodingVectors {
    private final Chapter chapter = new Chapter("snp/decoding");
    private final SnpForge milan;
    private final String good;

    private SnpDecodingVectors(SnpForges forges) {
        this.milan = forges.milan();
        this.good = SnpTwins.of(milan);
    }

    static List<SuiteVector> of(SnpForges forges) {
        SnpDecodingVectors all = new SnpDecodingVectors(forges);
        all.sizes();
        all.versions();
        all.reserved();
        all.tables();
        all.debatable();
        return all.chapter.vectors();
    }

    private void debatable() {
        chapter.debatable(
                "the specification of the table does not forbid it", "table-entry-twice", "table-of-1000-entries");
    }

    private void malformed(String name, byte[] evidence, String reason, Flag flag, String because) {
        chapter.malformed(good, name, milan.given().report(evidence), reason, flag, because);
    }

    private void sizes() {
        byte[] report = milan.evidence().report();
        for (int size : List.of(4, 0x2A0, 1183)) {
            malformed(
                    "cut-to-" + size,
                    Arrays.copyOf(report, size),
                    "truncated",
                    Flag.TRUNCATED,
                    "only the first " + size + " of 1184 bytes");
        }
        malformed("empty", new byte[0], "truncated", Flag.TRUNCATED, "no bytes at all");
        byte[] longer = Arrays.copyOf(report, report.length + 1);
        longer[report.length] = 1;
        malformed(
                "one-byte-more",
                longer,
                "trailing-bytes",
                Flag.TRAILING,
                "a byte behind the report, too few for a table");
        chapter.valid(
                "zeros-behind",
                milan.given().report(Arrays.copyOf(report, 4096)),
                Flag.TRAILING_ZEROS,
                "a page with zeros behind the report");
    }

    private void versions() {
        for (long version : List.of(0L, 1L, 6L, 0x7FL)) {
            malformed(
                    "version-" + version,
                    signed(report -> report.version(version)),
                    "unsupported-version",
                    Flag.VERSION,
                    "the report says version " + version);
        }
        malformed(
                "version-all-ones",
                signed(report -> report.version(0xFFFFFFFFL)),
                "unknown-format",
                Flag.VERSION,
                "the first four bytes are those of no format");
    }

    private byte[] signed(UnaryOperator<SnpReportEncoder> change) {
        return milan.machine().sign(change.apply(milan.machine().reportTemplate(5)));
    }

    private void reserved() {
        for (SnpField field :
                List.of(SnpField.RESERVED_04C, SnpField.RESERVED_18B, SnpField.RESERVED_1EB, SnpField.RESERVED_1EF)) {
            reserved(field, field.offset());
        }
        reserved(SnpField.RESERVED_18B, SnpField.RESERVED_18B.offset() + SnpField.RESERVED_18B.size() - 1);
        reserved(SnpField.RESERVED_208, SnpField.RESERVED_208.offset());
        reserved(SnpField.RESERVED_208, 0x29F);
        for (int offset : List.of(0x2A0 + 48, 0x2A0 + 71, 0x2E8 + 48, 0x2E8 + 71, 0x330, 0x49F)) {
            byte[] report = milan.evidence().report();
            report[offset] = 1;
            malformed(
                    "signature-padding-" + Integer.toHexString(offset),
                    report,
                    "reserved-not-zero",
                    Flag.SIGNATURE_PADDING,
                    "a byte of the signature field that must be zero is not; it is not signed");
        }
        mitigations(3);
        mitigations(4);
        byte[] old = milan.machine().sign(milan.machine().reportTemplate(2).set(SnpField.CPUID_FAM_ID, 0x19));
        malformed(
                "cpuid-in-version-2",
                old,
                "reserved-not-zero",
                Flag.RESERVED,
                "version 2 has no CPUID, so that its bytes must be zero");
    }

    private void reserved(SnpField field, int offset) {
        malformed(
                "reserved-" + Integer.toHexString(offset),
                signed(report -> report.flipped(offset, 0)),
                "reserved-not-zero",
                Flag.RESERVED,
                "a byte of " + field.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " is set, and signed so");
    }

    private void mitigations(int version) {
        malformed(
                "mitigations-in-version-" + version,
                milan.machine().sign(milan.machine().reportTemplate(version).mitigations(1, 1)),
                "reserved-not-zero",
                Flag.RESERVED,
                "version " + version + " has no mitigation vectors, so that their bytes must be zero");
    }

    private void tables() {
        byte[] vcek = milan.evidence().leaf();
        UUID guid = TableGuid.VCEK.guid();
        CertificateTableEncoder right = milan.evidence().certificateTable();
        String twin = chapter.valid(
                "table", table(right.encode()), Flag.CERTIFICATE_TABLE, "the report with its certificate table");
        chapter.valid(
                "table-in-pages",
                table(right.encodePages(4096)),
                Flag.CERTIFICATE_TABLE,
                "the certificate table, padded with zeros to whole pages");
        chapter.valid(
                "table-with-unknown-entry",
                table(right.add(UUID.fromString("00000000-0000-4000-8000-000000000001"), new byte[] {1})
                        .encode()),
                Flag.CERTIFICATE_TABLE,
                "an entry of an unknown kind");

        table(twin, "table-entry-twice", right.add(guid, vcek).encode(), "duplicate");
        CertificateTableEncoder empty = CertificateTableEncoder.empty();
        table(
                twin,
                "table-without-terminator",
                empty.terminator().add(guid, new byte[0]).encode(),
                "missing-terminator");
        table(
                twin,
                "table-entry-beyond",
                empty.add(guid, vcek, 48, vcek.length + 1L).encode(),
                "out-of-bounds");
        table(
                twin,
                "table-entry-far-beyond",
                empty.add(guid, vcek, 48, 0xFFFFFFFFL).encode(),
                "out-of-bounds");
        table(twin, "table-entry-wraps", empty.add(guid, vcek, 0xFFFFFFFFL, 2).encode(), "out-of-bounds");
        table(twin, "table-entry-in-the-entries", empty.add(guid, vcek, 0, 24).encode(), "out-of-bounds");
        CertificateTableEncoder many = empty;
        for (int i = 0; i < 1000; i++) {
            many = many.add(new UUID(0x4000, 0x8000_0000_0000_0000L + i), new byte[0]);
        }
        table(twin, "table-of-1000-entries", many.encode(), "too-many");
    }

    private SnpGiven table(byte[] table) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(milan.evidence().report());
        both.writeBytes(table);
        return milan.given().report(both.toByteArray());
    }

    private void table(String twin, String name, byte[] table, String reason) {
        chapter.malformed(
                twin,
                name,
                table(table),
                reason,
                Flag.TABLE,
                "the host makes the table, so that nothing in it can be relied on");
    }
}
