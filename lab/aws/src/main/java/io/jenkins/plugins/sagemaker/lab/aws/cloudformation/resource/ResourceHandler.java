package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

/**
 * Creates, changes and deletes the resources of one type. A handler keeps no state of its own and never waits: what takes time answers
 * {@link Progress.Again}. It is called outside all locks.
 */
public interface ResourceHandler {

    /** Creates the resource, or goes on doing so. */
    Progress create(ResourceRequest request) throws HandlerFailure;

    /** Changes the resource in place; never called when a create-only property differs. */
    Progress update(ResourceRequest request) throws HandlerFailure;

    /** Deletes the resource; one that is gone already counts as deleted. */
    Progress delete(ResourceRequest request) throws HandlerFailure;
}
