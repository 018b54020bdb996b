package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The reports of {@code cfnNag} in the hands of other steps. */
class LintReportsTest {

    @Test
    @WithJenkins
    void theJunitStepReadsWhatIsWrittenForIt(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("""
                node {
                  writeFile file: 't/volume.yaml', text: 'Resources: {V: {Type: "AWS::EC2::Volume", Properties: {}}}'
                  writeFile file: 't/topic.yaml', text: 'Resources: {T: {Type: "AWS::SNS::Topic"}}'
                  writeFile file: 't/clean.yaml', text: 'Resources: {H: {Type: "AWS::CloudFormation::WaitConditionHandle"}}'
                  writeFile file: 't/fatal.yaml', text: 'nothing & <here>'
                  cfnNag inputPath: 't', failureThreshold: 9, junitReport: 'r/nag.xml', sarifReport: 'r/nag.sarif', jsonReport: 'r/nag.json'
                  def results = junit 'r/nag.xml'
                  echo "cases ${results.totalCount}, failed ${results.failCount}, passed ${results.passCount}"
                  echo "sarif ${readFile('r/nag.sarif').contains('CFN_NAG_FATAL')}"
                  echo "json ${readFile('r/nag.json').startsWith('[')}"
                }
                """, true));

        WorkflowRun build = jenkins.buildAndAssertStatus(Result.UNSTABLE, job);

        // Two findings in the volume, one in the topic, one file that cannot be read, and a clean one.
        assertThat(JenkinsRule.getLog(build)).contains("cases 5, failed 2, passed 3", "sarif true", "json true");
    }
}
