/**
 * The local CloudFormation: stacks, change sets, and the operations that take stacks from one status to the next. What templates mean is
 * the business of {@link io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template}, what becomes of single resources that of
 * {@link io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource}.
 */
package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;
