package io.jenkins.plugins.sagemaker.training;

import java.io.Serializable;

/**
 * A job that was asked for, and what came of it.
 *
 * @param instanceType null if it is the request's own business, as in a cluster of instance groups
 * @param outcome a status such as {@code Completed}, or why there was no capacity
 */
public record Attempt(String trainingJobName, String instanceType, String outcome) implements Serializable {}
