package com.cloudbees.plugins.credentials.common;

/** A user's name and password with an id and a description. */
public interface StandardUsernamePasswordCredentials extends StandardUsernameCredentials, UsernamePasswordCredentials {}
