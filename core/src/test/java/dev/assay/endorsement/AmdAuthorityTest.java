package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.snp.Product;
import dev.assay.testvectors.amd.AmdNames;
import dev.assay.testvectors.pki.DistinguishedName;
import dev.assay.testvectors.pki.NameAttribute;
import dev.assay.testvectors.pki.StringForm;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;

/** AMD's names, against names that were encoded without the code under test. */
class AmdAuthorityTest {
    @Test
    void everyAuthorityIsFoundByItsEncodedName() {
        Set<Optional<AmdAuthority>> found = new HashSet<>();
        for (String name : List.of(
                "ARK-Milan",
                "SEV-Milan",
                "SEV-VLEK-Milan",
                "ARK-Genoa",
                "SEV-Genoa",
                "SEV-VLEK-Genoa",
                "ARK-Turin",
                "SEV-Turin",
                "SEV-VLEK-Turin")) {
            Optional<AmdAuthority> authority = AmdAuthority.named(encoded(AmdNames.of(name)));
            assertEquals(Optional.of(name), authority.map(AmdAuthority::commonName));
            assertEquals(
                    name.startsWith("ARK")
                            ? AmdAuthority.Role.ARK
                            : name.contains("VLEK") ? AmdAuthority.Role.ASVK : AmdAuthority.Role.ASK,
                    authority.orElseThrow().role());
            found.add(authority);
        }
        assertEquals(9, found.size());
    }

    @Test
    void leavesHaveNamesOfTheirOwn() {
        assertEquals(encoded(AmdNames.of("SEV-VCEK")), AmdAuthority.VCEK);
        assertEquals(encoded(AmdNames.of("SEV-VLEK")), AmdAuthority.VLEK);
        assertEquals(Optional.empty(), AmdAuthority.named(AmdAuthority.VCEK));
        assertEquals(Optional.empty(), AmdAuthority.named(AmdAuthority.VLEK));
    }

    @Test
    void aNameThatDiffersInAnyPartIsNobodys() {
        DistinguishedName right = AmdNames.of("SEV-Milan");
        for (NameAttribute attribute : List.of(
                NameAttribute.COMMON_NAME,
                NameAttribute.ORGANIZATION,
                NameAttribute.ORGANIZATIONAL_UNIT,
                NameAttribute.LOCALITY,
                NameAttribute.STATE,
                NameAttribute.COUNTRY)) {
            assertEquals(Optional.empty(), AmdAuthority.named(encoded(right.without(attribute))));
            assertEquals(Optional.empty(), AmdAuthority.named(encoded(right.with(attribute, "XX"))));
        }
        assertEquals(
                Optional.empty(),
                AmdAuthority.named(encoded(right.and(NameAttribute.COMMON_NAME, StringForm.UTF8, "SEV-Milan"))));
        for (String name : List.of("SEV-VLEK", "SEV-", "ARK-", "SEV-VLEK-", "SEV-ARK-Milan", "Milan", "SEV-Venice")) {
            assertEquals(Optional.empty(), AmdAuthority.named(encoded(AmdNames.of(name))), name);
        }
    }

    @Test
    void theNameIsTheSameBothWays() {
        for (Product product : Product.values()) {
            for (AmdAuthority.Role role : AmdAuthority.Role.values()) {
                AmdAuthority authority = new AmdAuthority(role, product);
                assertEquals(encoded(AmdNames.of(authority.commonName())), authority.name());
                assertEquals(Optional.of(authority), AmdAuthority.named(authority.name()));
            }
        }
    }

    private static X500Principal encoded(DistinguishedName name) {
        return new X500Principal(name.encode());
    }
}
