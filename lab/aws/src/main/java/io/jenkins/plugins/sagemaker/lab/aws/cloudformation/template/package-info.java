/** CloudFormation's templates: their form, their parameters, conditions and functions. Knows neither stacks nor resource types. */
package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;
