package io.jenkins.plugins.sagemaker.lab.aws;

/**
 * Who makes a request and for where.
 *
 * @param account 12 digits
 * @param region AWS region
 */
record Caller(String account, String region) {}
