package io.jenkins.plugins.sagemaker.lab.aws;

/**
 * One AWS service of the local AWS. The server takes care of HTTP, protocol recognition, request ids, faults and error
 * bodies; a service only turns a {@link Call} into a {@link Reply} or throws an {@link AwsError}. Implementations are
 * called by many threads at once.
 */
public interface Service {

    /**
     * The service's name as it stands in a SigV4 credential scope, for example {@code sagemaker}, {@code s3},
     * {@code logs}.
     */
    String signingName();

    /** The wire protocol, which decides how errors are written. */
    Protocol protocol();

    Reply handle(Call call) throws AwsError;

    /**
     * The name of what is called, for the record of requests, faults and rate limits. Services with a REST protocol
     * find it from method and path; where they do not, it is the method and the path.
     */
    default String operationOf(Call call) {
        return call.operation().isEmpty() ? call.method() + " " + call.path() : call.operation();
    }

    /** AWS's wire protocols, as far as the local AWS speaks them. */
    enum Protocol {
        /** {@code X-Amz-Target} and JSON bodies: SageMaker, CloudWatch Logs, KMS, SQS, EventBridge. */
        JSON,
        /** Form-encoded {@code Action=...} and XML answers: CloudFormation, STS, IAM, SNS, old clients of SQS. */
        QUERY,
        /** Paths and JSON: SageMaker Runtime. */
        REST_JSON,
        /** Paths and XML: S3. */
        REST_XML
    }
}
