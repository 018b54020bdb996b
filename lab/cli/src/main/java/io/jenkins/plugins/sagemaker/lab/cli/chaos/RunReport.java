package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import java.util.List;

/**
 * One run in short.
 *
 * @param planned what was to go wrong, and where
 * @param struck the kinds of what has gone wrong
 * @param result of the build; empty if a crash came before there was one
 * @param notResumed why Jenkins did not go on with the build; empty if it did
 * @param hung whether Jenkins left the build waiting for nothing after a crash
 * @param seconds on the virtual clock
 * @param visited the crash points of the flow at which the controller has died; empty if this is another pipeline
 */
record RunReport(
        int run,
        boolean flow,
        String pipeline,
        String durability,
        List<String> planned,
        List<String> struck,
        String result,
        String notResumed,
        boolean hung,
        int requests,
        long seconds,
        List<String> visited,
        List<String> violations) {}
