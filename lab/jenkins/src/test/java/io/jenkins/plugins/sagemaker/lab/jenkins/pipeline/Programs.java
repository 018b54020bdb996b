package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import hudson.model.Result;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jvnet.hudson.test.JenkinsRule;

/** Runs Jenkinsfiles. */
public final class Programs {

    private Programs() {}

    /** A job with that Jenkinsfile, in the sandbox. */
    public static WorkflowJob job(JenkinsRule r, String jenkinsfile) throws Exception {
        WorkflowJob job = r.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(jenkinsfile, true));
        return job;
    }

    /** Builds it once; the build must end with that result. */
    public static WorkflowRun run(JenkinsRule r, Result expected, String jenkinsfile) throws Exception {
        return r.buildAndAssertStatus(expected, job(r, jenkinsfile));
    }

    /** What the build wrote, from a successful run. */
    public static String log(JenkinsRule r, String jenkinsfile) throws Exception {
        return JenkinsRule.getLog(run(r, Result.SUCCESS, jenkinsfile));
    }
}
