package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.regex.Pattern;

/** ARNs of AWS's own policies. */
final class ManagedArns {
    private static final Pattern OTHER_PARTITION = Pattern.compile("^arn:aws-[a-z-]+:");

    private ManagedArns() {}

    /** The text of an ARN; strictly, those of other partitions (China, GovCloud) read like those of the partition aws. */
    static String read(Value arn, Scope scope) {
        return scope.isStrict() ? OTHER_PARTITION.matcher(arn.text()).replaceFirst("arn:aws:") : arn.text();
    }
}
