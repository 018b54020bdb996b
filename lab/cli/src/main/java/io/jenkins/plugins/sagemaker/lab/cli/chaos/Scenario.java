package io.jenkins.plugins.sagemaker.lab.cli.chaos;

/**
 * A pipeline to be played.
 *
 * @param name says in short what is in it
 * @param script the Jenkinsfile
 * @param racy whether branches of it end each other, so that how far one gets depends on how long the other takes
 */
record Scenario(String name, String script, boolean racy) {}
