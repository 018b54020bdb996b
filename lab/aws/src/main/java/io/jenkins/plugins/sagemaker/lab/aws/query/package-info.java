/** AWS's query protocol for services: forms in, XML out. */
package io.jenkins.plugins.sagemaker.lab.aws.query;
