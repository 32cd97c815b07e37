package dev.assay.endorsement;

import dev.assay.endorsement.StrictJson.JsonText;
import dev.assay.endorsement.StrictJson.Value;
import dev.assay.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads collateral that other programs packed into one JSON object: the fields of DCAP's {@code sgx_ql_qve_collateral_t},
 * the same with bare bodies and separate signatures ({@code QuoteCollateralV3} of dcap-qvl),
 * {@code platform_collaterals.json} of Intel's PcsClientTool, and what Azure's hosts say of a machine of AMD's. Parts that
 * are for SGX are passed over.
 */
final class CollateralBundle {
    private static final int MOST_TCB_INFOS = 1024;
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

    private final String name;
    private final String text;
    private final Endorsements.Builder target;

    private CollateralBundle(String name, String text, Endorsements.Builder target) {
        this.name = name;
        this.text = text;
        this.target = target;
    }

    /** Adds whatever a JSON object is; what one part of a bundle lacks does not keep the others from being added. */
    static void add(String name, Bytes item, Endorsements.Builder target) throws UnreadableException {
        String text = StrictJson.text(item);
        JsonObject object = StrictJson.parse(text);
        CollateralBundle bundle = new CollateralBundle(name, text, target);
        if (CollateralJson.isDocument(object)) {
            CollateralJson.addDocument(text, object, target);
        } else if (object.has("collaterals")) {
            bundle.addClientTool(JsonMembers.of("bundle", object).inner("collaterals"));
        } else if (object.has("tcb_info")) {
            bundle.addFields(JsonMembers.of("bundle", object));
        } else if (object.has("vcekCert")) {
            bundle.addText("vcekCert", object.get("vcekCert"));
            bundle.addText("certificateChain", object.get("certificateChain"));
        } else {
            throw new UnreadableException("JSON that is no collateral known here");
        }
    }

    private void addFields(JsonMembers members) {
        for (String chain : List.of(
                "pck_crl_issuer_chain", "tcb_info_issuer_chain", "qe_identity_issuer_chain", "pck_certificate_chain")) {
            addText(chain, members.optional(chain));
        }
        addCrl("pck_crl", members.optional("pck_crl"), IntelAuthority.PLATFORM_CA);
        addCrl("root_ca_crl", members.optional("root_ca_crl"), IntelAuthority.ROOT);
        addBody(members, "tcb_info");
        addBody(members, "qe_identity");
    }

    private void addBody(JsonMembers members, String part) {
        Value value = members.optional(part);
        if (value == null || isEmpty(value)) {
            return;
        }
        try {
            String inner = CollateralJson.nested(text, value);
            JsonObject object = StrictJson.parse(inner);
            if (CollateralJson.isDocument(object)) {
                CollateralJson.addDocument(inner, object, target);
                return;
            }
            Bytes signature = members.hex(part + "_signature", SignedBody.SIGNATURE_SIZE);
            JsonMembers body = JsonMembers.of(part, object);
            if (part.equals("tcb_info")) {
                target.add(CollateralJson.tcbInfo(inner, body, signature));
            } else {
                target.add(CollateralJson.identity(inner, body, signature));
            }
        } catch (UnreadableException e) {
            target.reject(label(part), e);
        }
    }

    private void addClientTool(JsonMembers collaterals) throws UnreadableException {
        if (collaterals.has("tcbinfos")) {
            for (JsonMembers platform : collaterals.inners("tcbinfos", MOST_TCB_INFOS)) {
                addDocument("tdx_tcbinfo", platform.optional("tdx_tcbinfo"));
                addDocument("tdx_tcbinfo_early", platform.optional("tdx_tcbinfo_early"));
            }
        }
        addDocument("tdqeidentity", collaterals.optional("tdqeidentity"));
        addDocument("tdqeidentity_early", collaterals.optional("tdqeidentity_early"));
        addCrl("rootcacrl", collaterals.optional("rootcacrl"), IntelAuthority.ROOT);
        if (collaterals.has("pckcacrl")) {
            JsonMembers crls = collaterals.inner("pckcacrl");
            addCrl("processorCrl", crls.optional("processorCrl"), IntelAuthority.PROCESSOR_CA);
            addCrl("platformCrl", crls.optional("platformCrl"), IntelAuthority.PLATFORM_CA);
        }
        if (collaterals.has("certificates")) {
            addChains(collaterals.inner("certificates"));
        }
    }

    /** Header names to chains, or to one chain for each of the two authorities. */
    private void addChains(JsonMembers certificates) {
        certificates.object().forEach((header, value) -> {
            if (value instanceof JsonObject byAuthority) {
                byAuthority.forEach((authority, chain) -> addText(header + " " + authority, chain));
            } else {
                addText(header, value);
            }
        });
    }

    private void addDocument(String part, @Nullable Value value) {
        if (value == null || isEmpty(value)) {
            return;
        }
        try {
            String inner = CollateralJson.nested(text, value);
            CollateralJson.addDocument(inner, StrictJson.parse(inner), target);
        } catch (UnreadableException e) {
            target.reject(label(part), e);
        }
    }

    private void addText(String part, @Nullable Value value) {
        if (value instanceof JsonText chain && !isEmpty(chain)) {
            target.add(label(part), bytes(unescaped(chain.text())));
        }
    }

    private void addCrl(String part, @Nullable Value value, IntelAuthority issuer) {
        if (!(value instanceof JsonText crl) || isEmpty(crl)) {
            return;
        }
        if (issuer == IntelAuthority.ROOT) {
            target.addRootCrl(label(part), bytes(crl.text()));
        } else {
            target.addPckCrl(label(part), bytes(crl.text()));
        }
    }

    /** Headers are percent-encoded. A plus sign is itself, not a space: base64 is full of them. */
    private static String unescaped(String chain) {
        return chain.startsWith("-----BEGIN%20")
                ? ESCAPE.matcher(chain)
                        .replaceAll(escape ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))))
                : chain;
    }

    private static boolean isEmpty(Value value) {
        return value instanceof StrictJson.JsonOther
                || (value instanceof JsonText nothing && nothing.text().isEmpty());
    }

    private static Bytes bytes(String value) {
        return Bytes.copyOf(value.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String label(String part) {
        return name + ", " + part;
    }
}
