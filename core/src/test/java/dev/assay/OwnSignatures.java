package dev.assay;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What callers see of a class (supertypes, and public and protected members) names no type of certain packages. */
final class OwnSignatures extends ArchCondition<JavaClass> {
    private final Set<String> foreign;

    OwnSignatures(Set<String> foreign) {
        super("name no type of " + foreign + " in what callers see");
        this.foreign = foreign;
    }

    @Override
    public void check(JavaClass checked, ConditionEvents events) {
        checked.getAllRawSuperclasses().forEach(type -> checkType(checked, checked.getName(), type, events));
        checked.getAllRawInterfaces().forEach(type -> checkType(checked, checked.getName(), type, events));
        for (JavaMember member : checked.getMembers()) {
            if (member.getModifiers().contains(JavaModifier.PUBLIC)
                    || member.getModifiers().contains(JavaModifier.PROTECTED)) {
                named(member).forEach(type -> checkType(checked, member.getFullName(), type, events));
            }
        }
    }

    private void checkType(JavaClass owner, String where, JavaClass type, ConditionEvents events) {
        if (foreign.stream().anyMatch(root -> type.getPackageName().startsWith(root))) {
            events.add(SimpleConditionEvent.violated(owner, where + " names " + type.getName()));
        }
    }

    private static Set<JavaClass> named(JavaMember member) {
        Set<JavaClass> named = new HashSet<>();
        if (member instanceof JavaField field) {
            named.addAll(field.getType().getAllInvolvedRawTypes());
        } else if (member instanceof JavaCodeUnit code) {
            Stream.concat(Stream.of(code.getReturnType()), code.getParameterTypes().stream())
                    .map(JavaType::getAllInvolvedRawTypes)
                    .forEach(named::addAll);
            named.addAll(code.getExceptionTypes());
        }
        return named;
    }
}
