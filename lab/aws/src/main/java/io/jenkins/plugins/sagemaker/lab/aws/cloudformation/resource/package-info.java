/** The resource types that the local CloudFormation knows: their schemas, and the handlers that create, change and delete them. */
package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;
