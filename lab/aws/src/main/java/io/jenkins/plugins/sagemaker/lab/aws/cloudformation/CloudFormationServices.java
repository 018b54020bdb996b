package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.Service;
import io.jenkins.plugins.sagemaker.lab.aws.Surroundings;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.ResourceHandlers;
import io.jenkins.plugins.sagemaker.lab.aws.iam.Iam;
import io.jenkins.plugins.sagemaker.lab.aws.kms.Kms;
import io.jenkins.plugins.sagemaker.lab.aws.sns.Sns;
import java.util.List;

/**
 * The local CloudFormation together with the services whose resources it makes in process: IAM, SNS and KMS. S3, SageMaker and CloudWatch
 * Logs it reaches through the dispatcher, as a client would.
 */
public final class CloudFormationServices {

    private final List<Service> services;
    private final Sns sns;

    public CloudFormationServices(Surroundings surroundings) {
        Iam iam = new Iam(surroundings.timeline());
        Kms kms = new Kms(surroundings.timeline());
        sns = new Sns(surroundings.timeline());
        ResourceHandlers handlers = new ResourceHandlers(surroundings, iam, sns, kms);
        services = List.of(
                new CloudFormation(surroundings, handlers, sns).service(), iam.service(), sns.service(), kms.service());
    }

    /** The four services, with empty state. */
    public static List<Service> of(Surroundings surroundings) {
        return new CloudFormationServices(surroundings).services();
    }

    public List<Service> services() {
        return services;
    }

    /** The content of SNS, for whoever wants to see what was published. */
    public Sns sns() {
        return sns;
    }
}
