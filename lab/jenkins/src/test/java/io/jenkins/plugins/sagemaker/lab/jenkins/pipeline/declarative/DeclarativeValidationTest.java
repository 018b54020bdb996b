package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.Programs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What is wrong with a Jenkinsfile is said in Jenkins' words, with the line, before anything runs. */
@WithJenkins
class DeclarativeValidationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            agents any                  | 2: Undefined section "agents"
            agent all                   | 2: Only "agent none", "agent any" or "agent {...}" are allowed.
            agent { docker 'maven' }    | 2: Invalid agent type "docker" specified. Must be one of [any, label, none]
            agent { node { foo 'x' } }  | 2: Invalid config option "foo" for agent type "node".
            1 + 1                       | 2: Not a valid section definition: "1 + 1". Some extra configuration is required.
            options { ansiColor('x') }  | 2: Invalid option type "ansiColor". Valid option types: [
            options { timeout(tim: 1) } | 2: Invalid parameter "tim", did you mean "time"?
            options { retry(2); retry(3) } | 2: Duplicate option name: "retry"
            environment { 1X = 'x' }    | 2:
            environment { X = 5 * 3 }   | 2: Environment variable values can only be joined together with ‘+’s.
            environment { X = [1] }     | 2: Environment variable values must either be single quoted, double quoted, or function calls.
            parameters { strin(name: 'X') } | 2: Invalid parameter type "strin". Valid parameter types: [booleanParam,
            triggers { crom('@daily') } | 2: Invalid trigger type "crom". Valid trigger types: [cron,
            post { never { echo 'x' } } | 2: Invalid condition "never" - valid conditions are [always, changed,
            notifications { }           | 2: The ‘notifications’ section has been removed as of version 0.6.
            post { always { x = 1 } }   | 2: Expected a step
            post { always { [].add('x') } } | 2: Method calls on objects not allowed outside "script" blocks.
            """)
    void aSectionIsChecked(String section, String sentence, JenkinsRule r) throws Exception {
        String log = failing(
                r, "pipeline {\n" + section + "\nagent any\nstages { stage('x') { steps { echo 'never' } } } }");

        assertThat(log)
                .contains("WorkflowScript: " + sentence)
                .doesNotContain("\tat ")
                .doesNotContain("[Pipeline] echo");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            foo 'bar'                      | 4: Unknown stage section "foo". Starting with version 0.5, steps in a stage must be in a ‘steps’ block. @ line 4, column 1.
            echo 'x'                       | 4: Unknown stage section "echo".
            steps { }                      | 4: No steps specified for branch
            steps { echo 'a' }; stages { stage('b') { steps { echo 'b' } } } | 3: Only one of "matrix", "parallel", "stages", or "steps" allowed for stage "One"
            agent any                      | 3: Expected one of "steps", "stages", or "parallel" for stage "One"
            when { }; steps { echo 'a' }   | 4: Empty when closure, remove the property or add some content.
            when { branc 'x' }; steps { echo 'a' } | 4: Unknown conditional branc. Valid conditionals are: allOf, anyOf, branch,
            when { not { branch 'x'; branch 'y' } }; steps { echo 'a' } | 4: Nested when condition "not" requires exactly 1 child condition(s).
            input { ok 'x' }; steps { echo 'a' } | 4: No message specified for input
            options { skipStagesAfterUnstable() }; steps { echo 'a' } | 4: Invalid option type "skipStagesAfterUnstable".
            steps { sleep(tyme: 1) }       | 4: Invalid parameter "tyme", did you mean "time"?
            steps { timeout(unit: 'DAYS') { echo 'a' } } | 4: Missing required parameter: "time"
            failFast 1; steps { echo 'a' } | 4: Expected a boolean with failFast
            """)
    void aStageIsChecked(String section, String sentence, JenkinsRule r) throws Exception {
        String log = failing(r, "pipeline { agent any\nstages {\nstage('One') {\n" + section + "\n} } }");

        assertThat(log).contains("WorkflowScript: " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            pipeline { agent any }                                       | Missing required section "stages"
            pipeline { stages { stage('x') { steps { echo 'x' } } } }    | Missing required section "agent"
            pipeline { agent any; stages { } }                           | No stages specified
            pipeline { agent any; stages { stage('x') } }                | Stage does not have a block
            pipeline { agent any; stages { stage { steps { echo 'x' } } } } | Expected a stage name but did not find any
            pipeline { agent any; stages { stage('x') { steps { echo '1' } }; stage('x') { steps { echo '2' } } } } | Duplicate stage name: "x"
            pipeline { agent any; agent none; stages { stage('x') { steps { echo 'x' } } } } | Multiple occurrences of the agent section
            node { pipeline { agent any } }                              | pipeline block must be at the top-level, not within another block.
            pipeline 'x'                                                 | Expected a block with the "pipeline" step
            """)
    void theWholeIsChecked(String jenkinsfile, String sentence, JenkinsRule r) throws Exception {
        assertThat(failing(r, jenkinsfile)).contains("WorkflowScript: 1: " + sentence);
    }

    private static String failing(JenkinsRule r, String jenkinsfile) throws Exception {
        return JenkinsRule.getLog(Programs.run(r, Result.FAILURE, jenkinsfile));
    }
}
