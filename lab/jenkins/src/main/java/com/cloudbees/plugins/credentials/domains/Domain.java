package com.cloudbees.plugins.credentials.domains;

import hudson.Util;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A named set of credentials. */
public class Domain implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String description;
    private final List<DomainSpecification> specifications;

    public Domain(String name, String description, List<DomainSpecification> specifications) {
        this.name = Util.fixEmptyAndTrim(name);
        this.description = Util.fixEmptyAndTrim(description);
        this.specifications = specifications == null ? new ArrayList<>() : new ArrayList<>(specifications);
    }

    /** The one without a name, good for everything. */
    public static Domain global() {
        return new Domain(null, null, null);
    }

    public String getName() {
        return name;
    }

    public String getDescription() {
        return description;
    }

    public List<DomainSpecification> getSpecifications() {
        return List.copyOf(specifications);
    }

    public boolean isGlobal() {
        return name == null;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Domain that && Objects.equals(name, that.name);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(name);
    }
}
