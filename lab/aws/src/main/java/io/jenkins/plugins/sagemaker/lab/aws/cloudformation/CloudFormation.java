package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.Service;
import io.jenkins.plugins.sagemaker.lab.aws.Surroundings;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.ResourceHandlers;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryService;
import io.jenkins.plugins.sagemaker.lab.aws.sns.Sns;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The local CloudFormation: owns one {@link StackRegion} per account and region and serves them. */
final class CloudFormation {

    private static final String NAMESPACE = "http://cloudformation.amazonaws.com/doc/2010-05-15/";

    private final Surroundings surroundings;
    private final ResourceHandlers handlers;
    private final Sns sns;
    private final Map<String, StackRegion> regions = new ConcurrentHashMap<>();

    CloudFormation(Surroundings surroundings, ResourceHandlers handlers, Sns sns) {
        this.surroundings = surroundings;
        this.handlers = handlers;
        this.sns = sns;
    }

    /** The stacks that a caller sees. */
    StackRegion region(Call call) {
        return regions.computeIfAbsent(
                call.account() + " " + call.region(),
                key -> new StackRegion(
                        call.account(),
                        call.region(),
                        surroundings.timeline(),
                        handlers,
                        sns.region(call.account(), call.region())));
    }

    Service service() {
        TemplateSource templates = new TemplateSource(surroundings.objects());
        InputReader inputs = new InputReader(templates);
        QueryService service = new QueryService("cloudformation", NAMESPACE);
        new TemplateOperations(this, templates).addTo(service);
        new ChangeSetOperations(this, inputs).addTo(service);
        new StackOperations(this, inputs).addTo(service);
        new StackQueries(this).addTo(service);
        return service;
    }
}
