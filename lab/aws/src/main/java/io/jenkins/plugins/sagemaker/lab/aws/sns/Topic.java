package io.jenkins.plugins.sagemaker.lab.aws.sns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A topic with its subscriptions. Owned and guarded by {@link SnsRegion}. */
final class Topic {

    final String arn;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final Map<String, String> tags = new LinkedHashMap<>();
    final List<Subscription> subscriptions = new ArrayList<>();

    Topic(String arn) {
        this.arn = arn;
    }

    String name() {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    /** A subscription; nothing is ever delivered. */
    record Subscription(String arn, String protocol, String endpoint) {

        /** People must click on a link before they get mail, which nobody can do here. */
        boolean pending() {
            return protocol.equals("email") || protocol.equals("email-json");
        }
    }
}
