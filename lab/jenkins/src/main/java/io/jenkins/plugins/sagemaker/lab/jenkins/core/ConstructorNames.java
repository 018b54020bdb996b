package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import hudson.model.ParametersDefinitionProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * The constructor that takes named arguments, and their names: from the {@code .stapler} file that Stapler's annotation
 * processor wrote, or else from the class file if that keeps names of parameters.
 */
public final class ConstructorNames {
    private ConstructorNames() {}

    /** Whether a class can be made from named arguments. */
    public static boolean isDataBound(Class<?> type) {
        return Arrays.stream(type.getConstructors()).anyMatch(c -> c.isAnnotationPresent(DataBoundConstructor.class));
    }

    /** The annotated constructor. */
    @SuppressWarnings("unchecked")
    public static <T> Constructor<T> constructor(Class<T> type) {
        for (Constructor<?> c : type.getConstructors()) {
            boolean wanted = type != ParametersDefinitionProperty.class || c.getParameterTypes()[0] == List.class;
            if (wanted && c.isAnnotationPresent(DataBoundConstructor.class)) {
                return (Constructor<T>) c;
            }
        }
        throw new IllegalArgumentException("There's no @DataBoundConstructor on any constructor of " + type);
    }

    /** The names of a constructor's parameters. */
    public static List<String> of(Constructor<?> constructor) {
        Class<?> type = constructor.getDeclaringClass();
        String file = "/" + type.getName().replace('.', '/').replace('$', '/') + ".stapler";
        try (InputStream in = type.getResourceAsStream(file)) {
            if (in != null) {
                Properties properties = new Properties();
                properties.load(in);
                String names = properties.getProperty("constructor", "");
                return names.isEmpty() ? List.of() : List.of(names.split(","));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        for (Parameter p : constructor.getParameters()) {
            if (!p.isNamePresent()) {
                throw new IllegalArgumentException(
                        type.getName() + " was compiled without Stapler's annotation processor");
            }
        }
        return Arrays.stream(constructor.getParameters())
                .map(Parameter::getName)
                .toList();
    }
}
