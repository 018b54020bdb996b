package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class SandboxTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            jenkins.model.Jenkins.get()            | staticMethod jenkins.model.Jenkins get
            currentBuild.rawBuild                  | method org.jenkinsci.plugins.workflow.support.steps.build.RunWrapper getRawBuild
            System.exit(0)                         | staticMethod java.lang.System exit java.lang.Integer
            new File('/etc/passwd')                | new java.io.File
            'ls'.execute()                         | staticMethod org.codehaus.groovy.runtime.ProcessGroovyMethods execute java.lang.String
            new hudson.EnvVars()                   | new hudson.EnvVars
            """)
    void whatMayDoHarmIsRefused(String expression, String signature, JenkinsRule r) throws Exception {
        String log = JenkinsRule.getLog(Programs.run(r, Result.FAILURE, expression));

        assertThat(log).contains("RejectedAccessException: Scripts not permitted to use " + signature);
    }

    @Test
    void plainGroovyIsFine(JenkinsRule r) throws Exception {
        String log = Programs.log(r, """
                class Model implements Serializable {
                    String name
                    int size
                    String describe() { "$name of $size" }
                }
                @NonCPS
                def best(list) { list.sort { it.size }.last() }
                def models = [new Model(name: 'a', size: 1), new Model(name: 'b', size: 2)]
                echo best(models).describe()
                def totals = [:]
                models.each { totals[it.name] = it.size * 2 }
                echo totals.collect { k, v -> "$k=$v" }.join(',')
                echo "${(1..3).inject(0) { a, b -> a + b }} ${Math.max(1, 2)} ${new Date(0).time}"
                switch (models.size()) { case 2: echo 'two'; break; default: echo 'other' }
                try { throw new IllegalStateException('x') } catch (IllegalStateException e) { echo "caught $e.message" }
                """);

        assertThat(log).contains("b of 2", "a=2,b=4", "6 2 0", "two", "caught x");
    }
}
