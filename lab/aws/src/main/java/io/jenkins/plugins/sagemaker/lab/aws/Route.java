package io.jenkins.plugins.sagemaker.lab.aws;

import io.jenkins.plugins.sagemaker.lab.aws.Service.Protocol;
import java.util.Optional;

/**
 * Where a request goes.
 *
 * @param name signing name of the service that the request means
 * @param protocol how to answer, errors included
 * @param operation the operation; empty for REST protocols
 * @param service the service, or empty if the local AWS has none of that name
 */
record Route(String name, Protocol protocol, String operation, Optional<Service> service) {}
