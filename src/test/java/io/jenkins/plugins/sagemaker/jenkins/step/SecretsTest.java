package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.jenkins.plugins.awscredentials.AWSCredentialsImpl;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import io.jenkins.plugins.sagemaker.jenkins.config.SageMakerConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Whatever way a secret comes to a step, it stands in no file of the controller: journal, build, program, log. */
@WithJenkins
class SecretsTest {

    private static final String SECRET = "vErYdIsTiNcTiVe/SeCrEt+KeY";

    private Flow flow;

    @BeforeEach
    void startAws() {
        flow = new Flow();
    }

    @AfterEach
    void stopAws() {
        flow.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "withCredentials([[$class: 'AmazonWebServicesCredentialsBinding', credentialsId: 'aws',"
                        + " accessKeyVariable: 'AWS_ACCESS_KEY_ID', secretKeyVariable: 'AWS_SECRET_ACCESS_KEY']]) {\n%s}\n"
            })
    void noFileOfTheControllerHoldsASecret(String around, JenkinsRule r) throws Exception {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new AWSCredentialsImpl(CredentialsScope.GLOBAL, "aws", "123456789012", SECRET, ""));
        SystemCredentialsProvider.getInstance().save();
        SageMakerConfiguration.get().setCredentialsId("aws");
        boolean named = around.equals("%s");
        String steps = Flow.train(named ? ", credentialsId: 'aws'" : "")
                + "input id: 'Look', message: 'looked?'\n"
                + "cfnNag(inputPath: 'templates')\n";
        WorkflowRun build = flow.start(r, flow.pipeline(around.formatted(steps)));
        r.waitForMessage("Training - ", build);

        assertThat(filesWithSecret(r)).isEmpty();

        Flow.approve(build);
        r.assertBuildStatusSuccess(r.waitForCompletion(build));
        assertThat(filesWithSecret(r)).isEmpty();
        assertThat(flow.aws.requests())
                .filteredOn(request -> request.operation().equals("CreateTrainingJob"))
                .singleElement()
                .satisfies(request -> assertThat(request.account()).isEqualTo("123456789012"));
    }

    private static List<Path> filesWithSecret(JenkinsRule r) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(r.jenkins.getRootDir().toPath(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try {
                    if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(SECRET)) {
                        found.add(file);
                    }
                } catch (NoSuchFileException e) {
                    return visitFileFailed(file, e);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // a file that Jenkins has replaced meanwhile
                }
                throw e;
            }
        });
        return found;
    }
}
