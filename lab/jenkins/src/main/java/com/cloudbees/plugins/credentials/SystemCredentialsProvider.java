package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.XmlFile;
import hudson.model.AbstractDescribableImpl;
import hudson.model.ItemGroup;
import hudson.model.ModelObject;
import hudson.model.Saveable;
import hudson.security.ACL;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** The credentials of the whole installation, in {@code credentials.xml}. */
@Extension
public class SystemCredentialsProvider extends AbstractDescribableImpl<SystemCredentialsProvider> implements Saveable {
    private final Map<Domain, List<Credentials>> domainCredentialsMap = new LinkedHashMap<>();

    public SystemCredentialsProvider() {
        domainCredentialsMap.put(Domain.global(), new CopyOnWriteArrayList<>());
        try {
            XmlFile file = getConfigFile();
            if (file.exists()) {
                file.unmarshal(this);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The system's credentials cannot be read", e);
        }
    }

    public static XmlFile getConfigFile() {
        return new XmlFile(new File(Jenkins.get().getRootDir(), "credentials.xml"));
    }

    public static SystemCredentialsProvider getInstance() {
        return ExtensionList.lookupSingleton(SystemCredentialsProvider.class);
    }

    /** Those of the global domain; changes of the list are kept by {@link #save()}. */
    public List<Credentials> getCredentials() {
        return domainCredentialsMap.get(Domain.global());
    }

    public synchronized Map<Domain, List<Credentials>> getDomainCredentialsMap() {
        return domainCredentialsMap;
    }

    public synchronized void setDomainCredentialsMap(Map<Domain, List<Credentials>> map) {
        domainCredentialsMap.clear();
        domainCredentialsMap.put(Domain.global(), new CopyOnWriteArrayList<>());
        map.forEach((domain, list) -> domainCredentialsMap.put(domain, new CopyOnWriteArrayList<>(list)));
    }

    @Override
    public void save() throws IOException {
        getConfigFile().write(this);
    }

    /** Gives them to whoever acts as Jenkins; those of scope SYSTEM not to jobs. */
    @Extension
    public static class ProviderImpl extends CredentialsProvider {
        @Override
        public <C extends Credentials> List<C> getCredentialsInItemGroup(
                Class<C> type,
                ItemGroup itemGroup,
                Authentication authentication,
                List<DomainRequirement> requirements) {
            List<C> found = new ArrayList<>();
            if (!ACL.SYSTEM2.equals(authentication)) {
                return found;
            }
            for (List<Credentials> each :
                    getInstance().getDomainCredentialsMap().values()) {
                for (Credentials c : each) {
                    boolean visible = itemGroup instanceof Jenkins || c.getScope() != CredentialsScope.SYSTEM;
                    if (type.isInstance(c) && visible) {
                        found.add(type.cast(c));
                    }
                }
            }
            return found;
        }

        @Override
        public CredentialsStore getStore(ModelObject object) {
            return object == Jenkins.getInstanceOrNull() ? new StoreImpl() : null;
        }
    }

    /** Changes them. */
    public static class StoreImpl extends CredentialsStore {
        StoreImpl() {}

        private static SystemCredentialsProvider owner() {
            return getInstance();
        }

        @Override
        public ModelObject getContext() {
            return Jenkins.get();
        }

        @Override
        public ACL getACL() {
            return Jenkins.get().getACL();
        }

        @Override
        public List<Credentials> getCredentials(Domain domain) {
            return List.copyOf(owner().getDomainCredentialsMap().getOrDefault(domain, List.of()));
        }

        @Override
        public boolean addCredentials(Domain domain, Credentials credentials) throws IOException {
            List<Credentials> list =
                    owner().getDomainCredentialsMap().computeIfAbsent(domain, d -> new CopyOnWriteArrayList<>());
            boolean known = credentials instanceof IdCredentials && list.contains(credentials);
            if (!known) {
                list.add(credentials);
                owner().save();
            }
            return !known;
        }

        @Override
        public boolean removeCredentials(Domain domain, Credentials credentials) throws IOException {
            List<Credentials> list = owner().getDomainCredentialsMap().get(domain);
            boolean removed = list != null && list.remove(credentials);
            if (removed) {
                owner().save();
            }
            return removed;
        }

        @Override
        public boolean updateCredentials(Domain domain, Credentials current, Credentials replacement)
                throws IOException {
            List<Credentials> list = owner().getDomainCredentialsMap().get(domain);
            int index = list == null ? -1 : list.indexOf(current);
            if (index < 0) {
                return false;
            }
            list.set(index, replacement);
            owner().save();
            return true;
        }
    }
}
