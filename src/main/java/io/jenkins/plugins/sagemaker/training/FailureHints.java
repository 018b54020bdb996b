package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to do about the causes that most failures of training jobs have, known by the words of SageMaker or of the container. */
public final class FailureHints {

    private static final String OWN_FAILURE =
            "The training program itself has failed: its own words are the last lines of its log.";

    private static final Pattern EXIT_CODE = Pattern.compile("(?i)exit(?:ed with)? code:? *(\\d+)");

    /** A log may well speak of hyperparameters without having anything against them. */
    private static final String REFUSED =
            "\\b(not|cannot|invalid|unknown|unsupported|unexpected|unrecognized|illegal|required|missing|must|"
                    + "fail\\w*|error|exceed\\w*|out of range)";

    private record Hint(Pattern cause, String advice) {
        Hint(String cause, String advice) {
            this(Pattern.compile(cause, Pattern.CASE_INSENSITIVE), advice);
        }
    }

    /** In the order in which they are looked for: what is particular comes before what is general. */
    private static final List<Hint> HINTS = List.of(
            new Hint(
                    "could not assume role|is not authorized to perform: sts:AssumeRole|cannot assume role",
                    "The trust policy of roleArn must allow sts:AssumeRole to the principal sagemaker.amazonaws.com."),
            new Hint(
                    "is not authorized to perform: iam:PassRole",
                    "Whoever starts the job needs iam:PassRole for roleArn; docs/iam.md has the policy."),
            new Hint(
                    "cannot pull algorithm container|CannotPullContainer|manifest unknown|no basic auth credentials"
                            + "|repository .* does not exist|requested image .* not found",
                    "The image cannot be pulled: see that trainingImage names an existing tag in this region, and that roleArn"
                            + " may use ecr:GetAuthorizationToken, ecr:BatchCheckLayerAvailability, ecr:GetDownloadUrlForLayer and"
                            + " ecr:BatchGetImage."),
            new Hint(
                    "exec format error",
                    "The image was built for another processor architecture than that of the instance type."),
            new Hint(
                    "not authorized to perform: kms|kms\\.\\w*exception|kms\\S* (key|access).*(denied|disabled|not)|AccessDeniedException.*key",
                    "roleArn must be allowed to use the KMS key (kms:Decrypt, kms:GenerateDataKey, and kms:CreateGrant for volumes),"
                            + " by its own policy and by the key's."),
            new Hint(
                    "no s3 objects found|NoSuchKey|No such file or directory: '?/opt/ml/input/data|channel .* (is missing|not found)"
                            + "|does not match any .*s3|cannot find.*channel|requires? .*channel",
                    "A channel is missing or empty: compare the channelNames with those that the algorithm reads, and look at what"
                            + " lies under their s3Uri."),
            new Hint(
                    "access ?denied|forbidden|\\b403\\b",
                    "roleArn is not allowed to do this: it needs s3:GetObject and s3:ListBucket for the channels and s3:PutObject for"
                            + " s3OutputPath, and no bucket policy or VPC endpoint policy may stand against it."),
            new Hint(
                    "CUDA out of memory|CUDA_ERROR_OUT_OF_MEMORY|OutOfMemoryError: CUDA",
                    "The GPU's memory was used up: a smaller batch, or an instance type with more memory per GPU."),
            new Hint(
                    "exit code:? *137|out ?of ?memory|MemoryError|Cannot allocate memory|bad_alloc|Killed process",
                    "The container ran out of memory and was killed: an instance type with more memory, a smaller batch, or"
                            + " trainingInputMode 'FastFile' or 'Pipe' in the place of 'File'."),
            new Hint(
                    "No space left on device|disk (is )?full|Please use an instance with more storage",
                    "The disk is full: raise volumeSizeInGB, or read the data by trainingInputMode 'FastFile'."),
            new Hint(
                    "ResourceLimitExceeded|service limit|quota",
                    "A quota of the account is used up: ask for more under Service Quotas, SageMaker, 'for training job usage', wait"
                            + " for other jobs with capacityRetries, or name other types in instanceTypes."),
            new Hint(
                    "CapacityError|InsufficientInstanceCapacity|Insufficient capacity",
                    "AWS has no such machines at present: name further types in instanceTypes, or wait with capacityRetries."),
            new Hint(
                    "not enough free addresses|insufficient.* (free )?(ip )?addresses|InsufficientFreeAddressesInSubnet",
                    "The subnets have too few free IP addresses: give larger or further vpcSubnets."),
            new Hint(
                    "(subnet|security group|vpc).*(not exist|not found|invalid)|InvalidSubnetID|InvalidGroup|ec2:CreateNetworkInterface",
                    "See that vpcSubnets and vpcSecurityGroupIds exist in this region and belong to one VPC, and that roleArn may"
                            + " create network interfaces."),
            new Hint(
                    "timed? ?out.*(s3|connect)|unable to (connect|reach).*s3|Could not connect to the endpoint URL|Name or service not known",
                    "The container reaches no network: in a VPC it needs an S3 endpoint or a NAT, and with enableNetworkIsolation it"
                            + " has none at all."),
            new Hint(
                    "spot (capacity|instance)s?.*interrupt|interrupted by (ec2|spot)",
                    "Spot capacity was taken away: set checkpointS3Uri, so that an interrupted job goes on where it was."),
            new Hint(
                    "No module named|ModuleNotFoundError|ImportError",
                    "The container lacks a Python module: add it to the image, or to requirements.txt beside the entry point."),
            new Hint(
                    "no program to (run|start)|entry ?point.*(not|no such)|train: (command )?not found|exec: \"train\"|exit code:? *127|can't open file",
                    "There is no program to start: the image must have an executable named train on its path, or the entry point"
                            + " must lie where it is said to."),
            new Hint(
                    "hyper-?parameters?\\b.{0,120}" + REFUSED + "|" + REFUSED + "\\b.{0,120}hyper-?parameter",
                    "The algorithm does not take a hyperparameter: compare names and values with its documentation."),
            new Hint("Traceback|exit code:? *1\\b|AlgorithmError", OWN_FAILURE),
            new Hint(
                    "InternalServerError|internal error",
                    "SageMaker had trouble of its own: try again, or give maximumRetryAttempts."));

    private FailureHints() {}

    /** What to do about the first known cause for which there is evidence. One is enough: the others are mostly its consequences. */
    public static Optional<String> of(String evidence) {
        return HINTS.stream()
                .filter(hint -> hint.cause().matcher(evidence).find())
                .map(Hint::advice)
                .findFirst();
    }

    /** As {@link #of}: what the service says comes first, unless that is only that the container has failed and the container knows more. */
    static Optional<String> particular(String reason, String log) {
        Optional<String> said = of(reason);
        return said.isPresent() && !said.get().equals(OWN_FAILURE) ? said : of(log + "\n" + reason);
    }

    /** What SageMaker says of the container's end; empty if it says nothing of it. */
    static String exitCode(String reason) {
        Matcher m = EXIT_CODE.matcher(reason);
        return m.find() ? m.group(1) : "";
    }

    /** The refusal with what to do about it, if that is known. */
    static RemoteException advised(RemoteException e) {
        return switch (e.kind()) {
            case THROTTLED, TRANSIENT, EXPIRED_CREDENTIALS -> e;
            default ->
                of(e.code() + " " + e.getMessage())
                        .map(advice -> new RemoteException(e.kind(), e.code(), e.getMessage() + " " + advice, e))
                        .orElse(e);
        };
    }
}
