/**
 * What runs inside the local AWS's containers: algorithms that really train under the {@code /opt/ml} contract and
 * really answer requests. Nothing here knows SageMaker's API;
 * {@link io.jenkins.plugins.sagemaker.lab.aws.learner.Algorithm} is the place where a further kind of container joins.
 */
package io.jenkins.plugins.sagemaker.lab.aws.learner;
