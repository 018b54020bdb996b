package io.jenkins.plugins.sagemaker.lab.aws.logs;

import java.time.Instant;

/** The content of the local CloudWatch Logs, for services that write it in process. */
public interface LogStore {

    /** Adds one line; makes group and stream if they are not there. */
    void append(String account, String region, String group, String stream, Instant time, String message);
}
