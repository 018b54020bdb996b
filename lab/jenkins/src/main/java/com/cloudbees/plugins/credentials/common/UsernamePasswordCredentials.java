package com.cloudbees.plugins.credentials.common;

/** A user's name and password. */
public interface UsernamePasswordCredentials extends UsernameCredentials, PasswordCredentials {}
