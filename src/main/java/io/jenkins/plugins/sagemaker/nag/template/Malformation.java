package io.jenkins.plugins.sagemaker.nag.template;

/**
 * A resource that cannot be understood in part or in whole.
 *
 * @param line 1-based; 1 if unknown
 * @param problem what is wrong, one sentence without the resource's name
 */
public record Malformation(String logicalId, int line, String problem) {}
