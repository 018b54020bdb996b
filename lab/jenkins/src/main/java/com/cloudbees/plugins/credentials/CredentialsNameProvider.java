package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names credentials to people. */
public abstract class CredentialsNameProvider<C extends Credentials> {
    protected CredentialsNameProvider() {}

    public abstract String getName(C c);

    /** By the provider of the highest priority among the types of the credentials. */
    @SuppressWarnings("unchecked")
    public static String name(Credentials credentials) {
        List<NameWith> ways = new ArrayList<>();
        collect(credentials.getClass(), ways);
        return ways.stream()
                .max(Comparator.comparingInt(NameWith::priority))
                .map(way -> ((CredentialsNameProvider<Credentials>) make(way)).getName(credentials))
                .orElse(
                        credentials instanceof IdCredentials id
                                ? id.getId()
                                : credentials.getClass().getSimpleName());
    }

    private static CredentialsNameProvider<?> make(NameWith way) {
        try {
            return way.value().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(way.value() + " cannot be made", e);
        }
    }

    private static void collect(Class<?> type, List<NameWith> ways) {
        if (type == null) {
            return;
        }
        NameWith own = type.getAnnotation(NameWith.class);
        if (own != null) {
            ways.add(own);
        }
        collect(type.getSuperclass(), ways);
        for (Class<?> each : type.getInterfaces()) {
            collect(each, ways);
        }
    }
}
