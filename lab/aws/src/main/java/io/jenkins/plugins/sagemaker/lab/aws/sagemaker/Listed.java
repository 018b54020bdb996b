package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** What a list operation needs to know of a resource. */
interface Listed {

    String name();

    Instant created();

    Instant modified();

    /** The status by which lists are filtered and sorted; empty for resources that have none. */
    String status();

    /** A text that sorts as the objective's value does; empty for what has no objective. */
    default String rank() {
        return "";
    }

    ObjectNode summary();
}
