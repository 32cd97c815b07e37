package dev.assay.testvectors.intel;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;

/** Takes the values out of a real SGX extension of seven entries, by their places. */
final class RealSgxExtension {
    private RealSgxExtension() {}

    static SgxPlatform read(byte[] octetString) {
        ASN1Sequence entries = ASN1Sequence.getInstance(
                ASN1OctetString.getInstance(octetString).getOctets());
        ASN1Sequence tcb = ASN1Sequence.getInstance(value(entries, 1));
        List<Integer> components = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            components.add(ASN1Integer.getInstance(value(tcb, i)).intValueExact());
        }
        ASN1Sequence configuration = ASN1Sequence.getInstance(value(entries, 6));
        return SgxPlatform.valid(0)
                .ppid(octets(value(entries, 0)))
                .components(components)
                .pceSvn(ASN1Integer.getInstance(value(tcb, 16)).intValueExact())
                .cpuSvn(octets(value(tcb, 17)))
                .pceId(octets(value(entries, 2)))
                .fmspc(octets(value(entries, 3)))
                .sgxType(ASN1Enumerated.getInstance(value(entries, 4)).intValueExact())
                .instanceId(octets(value(entries, 5)))
                .configuration(truth(configuration, 0), truth(configuration, 1), truth(configuration, 2));
    }

    private static boolean truth(ASN1Sequence entries, int index) {
        return ASN1Boolean.getInstance(value(entries, index)).isTrue();
    }

    private static byte[] octets(ASN1Encodable value) {
        return ASN1OctetString.getInstance(value).getOctets();
    }

    private static ASN1Encodable value(ASN1Sequence entries, int index) {
        return ASN1Sequence.getInstance(entries.getObjectAt(index)).getObjectAt(1);
    }
}
