package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import java.security.SecureRandom;
import java.util.Locale;

/** Makes the names of resources whose users chose none, as CloudFormation does: stack, logical id, and a random end. */
final class PhysicalNames {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int RANDOM_LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PhysicalNames() {}

    /** {@code stack-LogicalId-4eOpn6CvVxK2}; stack and logical id are cut so that it fits. */
    static String of(ResourceRequest request, int limit) {
        int room = limit - RANDOM_LENGTH - 2;
        String stack = request.owner().stackName();
        String logicalId = request.logicalId();
        if (stack.length() + logicalId.length() > room) {
            logicalId = cut(logicalId, Math.max(room / 2, room - stack.length()));
            stack = cut(stack, room - logicalId.length());
        }
        return stack + "-" + logicalId + "-" + random();
    }

    /** {@code LogicalId-4eOpn6CvVxK2}, the form of the types that use CloudFormation's registry library, as SageMaker's do. */
    static String brief(ResourceRequest request, int limit) {
        return cut(request.logicalId(), limit - RANDOM_LENGTH - 1) + "-" + random();
    }

    /** Like {@link #of} in lower case, for buckets. */
    static String lowerCase(ResourceRequest request, int limit) {
        return of(request, limit).toLowerCase(Locale.ROOT);
    }

    static String random() {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < RANDOM_LENGTH; index++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
