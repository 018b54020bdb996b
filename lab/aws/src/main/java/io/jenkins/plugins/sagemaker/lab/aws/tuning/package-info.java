/**
 * How a tuning job searches: from ranges of hyperparameters and what has been tried to what is tried next, and which training is not worth
 * going on with. Pure computation; SageMaker's operations on tuning jobs are in {@code sagemaker}.
 */
package io.jenkins.plugins.sagemaker.lab.aws.tuning;
