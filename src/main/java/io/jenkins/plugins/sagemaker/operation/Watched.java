package io.jenkins.plugins.sagemaker.operation;

/**
 * What an operation waits for, where a list tells of its changes.
 *
 * @param listing the list; made for a single use, with the credentials of the moment
 * @param name of the thing in that list
 */
public record Watched(Listing listing, String name) {}
