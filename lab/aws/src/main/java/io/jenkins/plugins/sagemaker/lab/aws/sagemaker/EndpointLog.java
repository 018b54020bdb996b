package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import io.jenkins.plugins.sagemaker.lab.aws.Surroundings;

/** What an endpoint's containers print to CloudWatch Logs. */
record EndpointLog(Surroundings surroundings, Endpoint endpoint) {

    private static final int INSTANCE_ID_DIGITS = 17;

    String group() {
        return "/aws/sagemaker/Endpoints/" + endpoint.name();
    }

    /** The stream of a variant's first instance. */
    String stream(String variant) {
        String id = Digest.hex(endpoint.arn() + variant + endpoint.created()).substring(0, INSTANCE_ID_DIGITS);
        return variant + "/i-" + id;
    }

    void line(String variant, String line) {
        surroundings
                .logs()
                .append(
                        endpoint.place().account(),
                        endpoint.place().region(),
                        group(),
                        stream(variant),
                        Time.now(surroundings.timeline()),
                        line);
    }
}
