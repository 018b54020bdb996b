package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.util.List;
import java.util.Map;

/** Lists of names in properties, such as the roles that a policy belongs to, and what changes between two of them. */
final class Attachments {

    private Attachments() {}

    /** Something done to one name. */
    @FunctionalInterface
    interface Action {
        void on(String name) throws AwsError;
    }

    static List<String> names(Map<String, Object> properties, String property) {
        return properties.get(property) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    /** Detaches from the names that are no longer wanted, ignoring those that are gone, and attaches to all that are. */
    static void change(ResourceRequest request, String property, Action attach, Action detach) throws AwsError {
        List<String> wanted = names(request.properties(), property);
        for (String name : names(request.previous(), property)) {
            if (!wanted.contains(name)) {
                quietly(detach, name);
            }
        }
        for (String name : wanted) {
            attach.on(name);
        }
    }

    /** Detaches from all names, ignoring those that are gone. */
    static void clear(ResourceRequest request, String property, Action detach) throws AwsError {
        for (String name : names(request.properties(), property)) {
            quietly(detach, name);
        }
    }

    private static void quietly(Action detach, String name) throws AwsError {
        try {
            detach.on(name);
        } catch (AwsError e) {
            if (!ServiceHandler.isGone(e)) {
                throw e;
            }
        }
    }
}
