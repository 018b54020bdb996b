package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

/**
 * An output of a stack.
 *
 * @param name its key
 * @param value evaluated
 * @param description or null
 * @param exportName evaluated, or null
 */
record StackOutput(String name, String value, String description, String exportName) {}
