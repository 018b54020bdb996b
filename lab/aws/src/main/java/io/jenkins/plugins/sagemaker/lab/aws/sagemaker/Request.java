package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.Call;

/**
 * A request whose body fits AWS's API model.
 *
 * @param call the call
 * @param input its body, without members that the API does not know
 */
record Request(Call call, ObjectNode input) {

    /** A member's text; null if it is not there. */
    String text(String member) {
        return input.path(member).asText(null);
    }

    Place place() {
        return new Place(call.account(), call.region());
    }
}
