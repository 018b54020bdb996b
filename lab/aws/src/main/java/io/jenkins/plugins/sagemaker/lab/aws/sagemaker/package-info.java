/**
 * The local SageMaker and SageMaker Runtime: training jobs, models, endpoint configurations and endpoints with AWS's
 * statuses, durations, validation and errors. What happens inside their containers is the business of
 * {@link io.jenkins.plugins.sagemaker.lab.aws.learner}.
 */
package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;
