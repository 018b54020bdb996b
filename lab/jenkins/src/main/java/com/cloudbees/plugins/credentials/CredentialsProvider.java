package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.DescriptorExtensionList;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.ModelObject;
import hudson.model.Node;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import hudson.util.ListBoxModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import jenkins.model.Jenkins;
import jenkins.util.NonLocalizable;
import org.springframework.security.core.Authentication;

/** Finds credentials, as seen from a place and by somebody. */
public abstract class CredentialsProvider extends Descriptor<CredentialsProvider>
        implements ExtensionPoint, Describable<CredentialsProvider> {
    public static final PermissionGroup GROUP =
            new PermissionGroup(CredentialsProvider.class, new NonLocalizable("Credentials"));
    public static final Permission USE_ITEM =
            new Permission(GROUP, "UseItem", null, Item.CONFIGURE, true, new PermissionScope[] {PermissionScope.ITEM});
    public static final Permission VIEW =
            new Permission(GROUP, "View", null, Permission.READ, true, new PermissionScope[] {PermissionScope.ITEM});

    @SuppressWarnings("unchecked")
    public CredentialsProvider() {
        super(self());
    }

    @Override
    public Descriptor<CredentialsProvider> getDescriptor() {
        return this;
    }

    public static ExtensionList<CredentialsProvider> all() {
        return ExtensionList.lookup(CredentialsProvider.class);
    }

    public static DescriptorExtensionList<Credentials, CredentialsDescriptor> allCredentialsDescriptors() {
        return Jenkins.get().getDescriptorList(Credentials.class);
    }

    // What a provider answers

    public <C extends Credentials> List<C> getCredentialsInItemGroup(
            Class<C> type, ItemGroup itemGroup, Authentication authentication, List<DomainRequirement> requirements) {
        return List.of();
    }

    public <C extends Credentials> List<C> getCredentialsInItem(
            Class<C> type, Item item, Authentication authentication, List<DomainRequirement> requirements) {
        return getCredentialsInItemGroup(type, item.getParent(), authentication, requirements);
    }

    public CredentialsStore getStore(ModelObject object) {
        return null;
    }

    // Asking all providers

    public static <C extends Credentials> List<C> lookupCredentialsInItemGroup(
            Class<C> type, ItemGroup itemGroup, Authentication authentication) {
        return lookupCredentialsInItemGroup(type, itemGroup, authentication, List.of());
    }

    public static <C extends Credentials> List<C> lookupCredentialsInItemGroup(
            Class<C> type, ItemGroup itemGroup, Authentication authentication, List<DomainRequirement> requirements) {
        ItemGroup<?> place = itemGroup == null ? Jenkins.get() : itemGroup;
        Authentication who = authentication == null ? ACL.SYSTEM2 : authentication;
        List<C> found = new ArrayList<>();
        for (CredentialsProvider provider : all()) {
            found.addAll(provider.getCredentialsInItemGroup(type, place, who, requirements));
        }
        return found;
    }

    public static <C extends Credentials> List<C> lookupCredentialsInItem(
            Class<C> type, Item item, Authentication authentication) {
        return lookupCredentialsInItem(type, item, authentication, List.of());
    }

    public static <C extends Credentials> List<C> lookupCredentialsInItem(
            Class<C> type, Item item, Authentication authentication, List<DomainRequirement> requirements) {
        if (item == null) {
            return lookupCredentialsInItemGroup(type, Jenkins.get(), authentication, requirements);
        }
        Authentication who = authentication == null ? ACL.SYSTEM2 : authentication;
        List<C> found = new ArrayList<>();
        for (CredentialsProvider provider : all()) {
            found.addAll(provider.getCredentialsInItem(type, item, who, requirements));
        }
        // A job does not see the system's own, wherever the job lies.
        found.removeIf(c -> c.getScope() == CredentialsScope.SYSTEM);
        return found;
    }

    @Deprecated
    public static <C extends Credentials> List<C> lookupCredentials(Class<C> type) {
        return lookupCredentialsInItemGroup(type, Jenkins.get(), ACL.SYSTEM2);
    }

    public static <C extends IdCredentials> C findCredentialByIdInItemGroup(
            String id,
            Class<C> type,
            ItemGroup itemGroup,
            Authentication authentication,
            List<DomainRequirement> requirements) {
        return CredentialsMatchers.firstOrNull(
                lookupCredentialsInItemGroup(type, itemGroup, authentication, requirements),
                CredentialsMatchers.withId(id));
    }

    public static <C extends IdCredentials> C findCredentialByIdInItem(
            String id, Class<C> type, Item item, Authentication authentication, List<DomainRequirement> requirements) {
        return CredentialsMatchers.firstOrNull(
                lookupCredentialsInItem(type, item, authentication, requirements), CredentialsMatchers.withId(id));
    }

    public static <C extends IdCredentials> C findCredentialById(String id, Class<C> type, Run<?, ?> run) {
        return findCredentialById(id, type, run, List.of());
    }

    @Deprecated
    public static <C extends IdCredentials> C findCredentialById(
            String id, Class<C> type, Run<?, ?> run, DomainRequirement... domainRequirements) {
        return findCredentialById(id, type, run, Arrays.asList(domainRequirements));
    }

    /**
     * What a build may use, in the form for that build.
     *
     * @param id may be <code>${NAME}</code> for the value of the build's parameter of that name
     * @return null where there is none of that id and type, or the build's job does not see it
     */
    @SuppressWarnings("unchecked")
    public static <C extends IdCredentials> C findCredentialById(
            String id, Class<C> type, Run<?, ?> run, List<DomainRequirement> domainRequirements) {
        Objects.requireNonNull(id);
        C found = findCredentialByIdInItem(resolved(id, run), type, run.getParent(), ACL.SYSTEM2, domainRequirements);
        return found == null ? null : (C) found.forRun(run);
    }

    private static String resolved(String id, Run<?, ?> run) {
        if (!id.startsWith("${") || !id.endsWith("}")) {
            return id;
        }
        ParametersAction parameters = run.getAction(ParametersAction.class);
        ParameterValue value = parameters == null ? null : parameters.getParameter(id.substring(2, id.length() - 1));
        return value == null || value.getValue() == null ? id : value.getValue().toString();
    }

    public static Iterable<CredentialsStore> lookupStores(ModelObject context) {
        return all().stream()
                .map(provider -> provider.getStore(context))
                .filter(Objects::nonNull)
                .toList();
    }

    public static <C extends IdCredentials> ListBoxModel listCredentialsInItem(
            Class<C> type,
            Item item,
            Authentication authentication,
            List<DomainRequirement> requirements,
            CredentialsMatcher matcher) {
        return list(lookupCredentialsInItem(type, item, authentication, requirements), matcher);
    }

    public static <C extends IdCredentials> ListBoxModel listCredentialsInItemGroup(
            Class<C> type,
            ItemGroup itemGroup,
            Authentication authentication,
            List<DomainRequirement> requirements,
            CredentialsMatcher matcher) {
        return list(lookupCredentialsInItemGroup(type, itemGroup, authentication, requirements), matcher);
    }

    private static ListBoxModel list(List<? extends IdCredentials> all, CredentialsMatcher matcher) {
        ListBoxModel model = new ListBoxModel();
        all.stream().filter(matcher::matches).forEach(c -> model.add(CredentialsNameProvider.name(c), c.getId()));
        return model;
    }

    /** Notes the use of credentials; the stand-in keeps no record of it. */
    public static <C extends Credentials> C track(Run build, C credentials) {
        return credentials;
    }

    public static <C extends Credentials> C track(Item item, C credentials) {
        return credentials;
    }

    public static <C extends Credentials> C track(Node node, C credentials) {
        return credentials;
    }

    public static <C extends Credentials> List<C> trackAll(Run build, List<C> credentials) {
        return credentials;
    }

    /** The credentials themselves: all of them here carry their secret with them. */
    public static <C extends Credentials> C snapshot(C credential) {
        return credential;
    }
}
