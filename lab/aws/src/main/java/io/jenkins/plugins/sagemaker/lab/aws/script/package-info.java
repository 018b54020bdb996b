/**
 * Users' own training programs, run as processes of this machine under the contract of SageMaker's containers, with a
 * folder in the place of {@code /opt/ml}.
 */
package io.jenkins.plugins.sagemaker.lab.aws.script;
