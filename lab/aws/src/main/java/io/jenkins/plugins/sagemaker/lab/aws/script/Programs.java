package io.jenkins.plugins.sagemaker.lab.aws.script;

import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import io.jenkins.plugins.sagemaker.lab.aws.learner.ContainerFailure;
import java.net.URI;

/**
 * Whether and how users' programs run. They run with the rights of whoever runs the local AWS, and whoever reaches its
 * port can start one, so that it has to be allowed.
 *
 * @param allowed whether they run at all
 * @param endpoint the address under which a program finds the local AWS
 * @param timeline the time in which a program is given two minutes to end
 */
public record Programs(boolean allowed, URI endpoint, Timeline timeline) {

    void check() throws ContainerFailure {
        if (!allowed) {
            throw ContainerFailure.client(
                    "This local AWS runs no programs of requests, because whoever reaches its port"
                            + " could run any; start it with --programs to let it.");
        }
    }
}
