package com.cloudbees.plugins.credentials.common;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.util.ListBoxModel;
import java.io.Serial;
import java.util.List;
import java.util.Objects;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** A select field for credentials. */
public abstract class AbstractIdCredentialsListBoxModel<
                T extends AbstractIdCredentialsListBoxModel<T, C>, C extends IdCredentials>
        extends ListBoxModel {
    @Serial
    private static final long serialVersionUID = 1L;

    public AbstractIdCredentialsListBoxModel() {}

    protected abstract String describe(C credentials);

    public AbstractIdCredentialsListBoxModel<T, C> with(C u) {
        if (u != null && stream().noneMatch(o -> Objects.equals(o.value, u.getId()))) {
            add(describe(u), u.getId());
        }
        return this;
    }

    public AbstractIdCredentialsListBoxModel<T, C> withAll(Iterable<? extends C> items) {
        items.forEach(this::with);
        return this;
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeEmptyValue() {
        add(0, new Option("- none -", ""));
        return this;
    }

    /** Keeps a value that is no longer among the choices. */
    public AbstractIdCredentialsListBoxModel<T, C> includeCurrentValue(String value) {
        String current = value == null ? "" : value;
        if (stream().noneMatch(o -> o.value.equals(current))) {
            add(0, new Option(current.isEmpty() ? "- none -" : "- current -", current));
        }
        return this;
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeAs(
            Authentication authentication, Item context, Class<? extends C> type) {
        return includeAs(authentication, context, type, List.of());
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeAs(
            Authentication authentication, ItemGroup context, Class<? extends C> type) {
        return includeAs(authentication, context, type, List.of());
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeAs(
            Authentication authentication,
            Item context,
            Class<? extends C> type,
            List<DomainRequirement> requirements) {
        return includeMatchingAs(authentication, context, type, requirements, CredentialsMatchers.always());
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeAs(
            Authentication authentication,
            ItemGroup context,
            Class<? extends C> type,
            List<DomainRequirement> requirements) {
        return includeMatchingAs(authentication, context, type, requirements, CredentialsMatchers.always());
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeMatchingAs(
            Authentication authentication,
            Item context,
            Class<? extends C> type,
            List<DomainRequirement> requirements,
            CredentialsMatcher matcher) {
        for (C c : CredentialsProvider.lookupCredentialsInItem(type, context, authentication, requirements)) {
            if (matcher.matches(c)) {
                with(c);
            }
        }
        return this;
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeMatchingAs(
            Authentication authentication,
            ItemGroup context,
            Class<? extends C> type,
            List<DomainRequirement> requirements,
            CredentialsMatcher matcher) {
        for (C c : CredentialsProvider.lookupCredentialsInItemGroup(type, context, authentication, requirements)) {
            if (matcher.matches(c)) {
                with(c);
            }
        }
        return this;
    }

    public AbstractIdCredentialsListBoxModel<T, C> include(ItemGroup context, Class<? extends C> type) {
        return includeAs(Jenkins.getAuthentication2(), context, type);
    }

    public AbstractIdCredentialsListBoxModel<T, C> include(Item context, Class<? extends C> type) {
        return includeAs(Jenkins.getAuthentication2(), context, type);
    }
}
