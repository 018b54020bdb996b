package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.template.Malformation;
import io.jenkins.plugins.sagemaker.nag.template.MalformedValueException;
import io.jenkins.plugins.sagemaker.nag.template.MissingReferenceException;
import io.jenkins.plugins.sagemaker.nag.template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** What one rule found in one template, in the order of finding. A resource may be there more than once. */
public final class Findings {
    private final List<Resource> flagged = new ArrayList<>();
    private final List<Malformation> malformations = new ArrayList<>();
    private final boolean strict;

    Findings(boolean strict) {
        this.strict = strict;
    }

    /** Flags the resource if the test says so; a resource that the test cannot understand is noted as malformed. */
    void flagIf(Resource resource, BooleanSupplier test) {
        if (holds(resource, test)) {
            flagged.add(resource);
        }
    }

    /** The test's answer; false, and noted, if the test cannot understand the resource. */
    boolean holds(Resource resource, BooleanSupplier test) {
        try {
            return test.getAsBoolean();
        } catch (MalformedValueException e) {
            malformations.add(new Malformation(resource.logicalId(), resource.line(), e.getMessage()));
            return false;
        } catch (MissingReferenceException e) {
            if (strict) {
                return false;
            }
            throw e;
        }
    }

    void flag(Resource resource) {
        flagged.add(resource);
    }

    void drop(Set<String> logicalIds) {
        flagged.removeIf(resource -> logicalIds.contains(resource.logicalId()));
    }

    public List<Resource> flagged() {
        return List.copyOf(flagged);
    }

    public List<Malformation> malformations() {
        return List.copyOf(malformations);
    }
}
