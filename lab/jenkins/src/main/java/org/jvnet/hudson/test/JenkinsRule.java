package org.jvnet.hudson.test;

import hudson.EnvVars;
import hudson.ExtensionList;
import hudson.Launcher;
import hudson.PluginManager;
import hudson.model.Computer;
import hudson.model.Descriptor;
import hudson.model.Executor;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Label;
import hudson.model.Queue;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.Slave;
import hudson.model.TaskListener;
import hudson.model.TopLevelItem;
import hudson.security.ACL;
import hudson.slaves.DumbSlave;
import hudson.util.StreamTaskListener;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Beans;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.LabAuthentication;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Session;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.TestScope;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import jenkins.model.JenkinsLocationConfiguration;
import jenkins.model.ParameterizedJobMixIn;
import org.apache.commons.io.FileUtils;

/**
 * A Jenkins for one test: the stand-in's, with what ordinary plugin tests use of the real harness. Where the real one
 * goes through web forms, this one goes through the data-bound form of the object.
 */
public class JenkinsRule {
    private static final String URL = "http://localhost:8080/jenkins/";
    private static final long POLL_MILLIS = 10;
    private static final int QUIET_POLLS = 6;

    public Jenkins jenkins;
    private File home;
    private boolean ownHome;
    private Session session;
    private TestScope scope = TestScope.NONE;

    public JenkinsRule() {}

    /** Uses a home folder that outlives this Jenkins. */
    public JenkinsRule labHome(File home) {
        this.home = home;
        return this;
    }

    /** Says which test it is for, so that its TestExtensions take part. */
    public JenkinsRule labScope(TestScope scope) {
        this.scope = scope;
        return this;
    }

    /** Starts Jenkins. */
    public void before() throws Throwable {
        if (session != null) {
            return;
        }
        if (home == null) {
            home = Files.createTempDirectory("jenkins-home").toFile();
            ownHome = true;
        }
        LabAuthentication.become(ACL.SYSTEM2);
        session = Session.start(home, scope::includes);
        jenkins = session.jenkins();
        JenkinsLocationConfiguration location = JenkinsLocationConfiguration.get();
        if (location.getUrl() == null) {
            location.setUrl(URL);
        }
    }

    /** Ends Jenkins, unless it has crashed before, and removes what it left. */
    public void after() throws Exception {
        if (session == null) {
            return;
        }
        session.stop();
        session = null;
        jenkins = null;
        if (ownHome) {
            FileUtils.deleteDirectory(home);
            home = null;
        }
    }

    /** Ends this Jenkins and starts another one over the same home. */
    public void restart() throws Throwable {
        session.stop();
        session = null;
        before();
    }

    /** Crashes this Jenkins and starts another one over the same home. */
    public void labCrashAndRestart() throws Throwable {
        session.crash();
        session = null;
        before();
    }

    public Jenkins getInstance() {
        return jenkins;
    }

    public PluginManager getPluginManager() {
        return jenkins.getPluginManager();
    }

    /** Where Jenkins would be served; nothing listens there. */
    public URL getURL() throws IOException {
        return URI.create(URL).toURL();
    }

    public <T extends Descriptor<?>> T get(Class<T> d) {
        return ExtensionList.lookupSingleton(d);
    }

    // Items

    protected String createUniqueProjectName() {
        return "test" + jenkins.getItems().size();
    }

    public <T extends TopLevelItem> T createProject(Class<T> type) throws IOException {
        return createProject(type, createUniqueProjectName());
    }

    public <T extends TopLevelItem> T createProject(Class<T> type, String name) throws IOException {
        return jenkins.createProject(type, name);
    }

    public MockFolder createFolder(String name) throws IOException {
        return createProject(MockFolder.class, name);
    }

    // Nodes

    public DumbSlave createSlave() throws Exception {
        return createSlave("", null);
    }

    public DumbSlave createSlave(Label l) throws Exception {
        return createSlave(l, null);
    }

    public DumbSlave createSlave(boolean waitForChannelConnect) throws Exception {
        return createSlave();
    }

    public DumbSlave createSlave(Label l, EnvVars env) throws Exception {
        return createSlave(l == null ? "" : l.getExpression(), env);
    }

    public DumbSlave createSlave(String labels, EnvVars env) throws Exception {
        return createSlave("slave" + jenkins.getNodes().size(), labels, env);
    }

    public DumbSlave createSlave(String nodeName, String labels, EnvVars env) throws Exception {
        File root = new File(jenkins.getRootDir(), "agent-work-dirs/" + nodeName);
        Files.createDirectories(root.toPath());
        DumbSlave slave = new DumbSlave(nodeName, root.getPath(), null);
        slave.setLabelString(labels);
        if (env != null) {
            slave.getNodeProperties()
                    .add(new hudson.slaves.EnvironmentVariablesNodeProperty(env.entrySet().stream()
                            .map(e ->
                                    new hudson.slaves.EnvironmentVariablesNodeProperty.Entry(e.getKey(), e.getValue()))
                            .toList()));
        }
        jenkins.addNode(slave);
        return slave;
    }

    public DumbSlave createOnlineSlave() throws Exception {
        return createSlave();
    }

    public DumbSlave createOnlineSlave(Label l) throws Exception {
        return createSlave(l);
    }

    public DumbSlave createOnlineSlave(Label l, EnvVars env) throws Exception {
        return createSlave(l, env);
    }

    public void waitOnline(Slave s) {
        if (s.toComputer().isOffline()) {
            throw new AssertionError(s.getNodeName() + " is offline");
        }
    }

    public void disconnectSlave(DumbSlave slave) throws Exception {
        slave.toComputer().getChannel().close();
    }

    public Launcher.LocalLauncher createLocalLauncher() {
        return new Launcher.LocalLauncher(StreamTaskListener.fromStdout());
    }

    public TaskListener createTaskListener() {
        return StreamTaskListener.fromStdout();
    }

    // Builds

    public <J extends Job<J, R> & ParameterizedJobMixIn.ParameterizedJob<J, R>, R extends Run<J, R> & Queue.Executable>
            R buildAndAssertStatus(Result status, J job) throws Exception {
        return assertBuildStatus(status, job.scheduleBuild2(0));
    }

    public <J extends Job<J, R> & ParameterizedJobMixIn.ParameterizedJob<J, R>, R extends Run<J, R> & Queue.Executable>
            R buildAndAssertSuccess(J job) throws Exception {
        return buildAndAssertStatus(Result.SUCCESS, job);
    }

    public <R extends Run> R assertBuildStatusSuccess(R r) throws Exception {
        return assertBuildStatus(Result.SUCCESS, r);
    }

    public <R extends Run> R assertBuildStatusSuccess(Future<? extends R> r) throws Exception {
        return assertBuildStatus(Result.SUCCESS, r);
    }

    public <R extends Run> R assertBuildStatus(Result status, Future<? extends R> r) throws Exception {
        if (r == null) {
            throw new AssertionError("The build was not scheduled");
        }
        return assertBuildStatus(status, r.get());
    }

    public <R extends Run> R assertBuildStatus(Result status, R r) throws Exception {
        if (r.getResult() != status) {
            throw new AssertionError("Expected " + r + " to end " + status + " but it ended " + r.getResult()
                    + "; its log:\n" + getLog(r));
        }
        return r;
    }

    /** Without console notes. */
    public static String getLog(Run run) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        run.getLogText().writeLogTo(0, text);
        return text.toString(run.getCharset());
    }

    public void assertLogContains(String substring, Run run) throws IOException {
        String log = getLog(run);
        if (!log.contains(substring)) {
            throw new AssertionError("Expected the log of " + run + " to contain \"" + substring + "\":\n" + log);
        }
    }

    public void assertLogNotContains(String substring, Run run) throws IOException {
        String log = getLog(run);
        if (log.contains(substring)) {
            throw new AssertionError("Expected the log of " + run + " not to contain \"" + substring + "\":\n" + log);
        }
    }

    public void assertStringContains(String haystack, String needle) {
        if (!haystack.contains(needle)) {
            throw new AssertionError("Expected to find \"" + needle + "\" in:\n" + haystack);
        }
    }

    public <R extends Run<?, ?>> R waitForCompletion(R r) throws InterruptedException {
        while (r.isLogUpdated()) {
            Thread.sleep(POLL_MILLIS);
        }
        return r;
    }

    public <R extends Run<?, ?>> R waitForMessage(String message, R r) throws IOException, InterruptedException {
        while (!getLog(r).contains(message)) {
            if (!r.isLogUpdated()) {
                assertLogContains(message, r);
            }
            Thread.sleep(POLL_MILLIS);
        }
        return r;
    }

    public boolean isSomethingHappening() {
        if (!jenkins.getQueue().isEmpty()) {
            return true;
        }
        for (Computer computer : jenkins.getComputers()) {
            if (!computer.getOneOffExecutors().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    public void waitUntilNoActivity() throws Exception {
        waitUntilNoActivityUpTo(Integer.MAX_VALUE);
    }

    /** @param timeout milliseconds */
    public void waitUntilNoActivityUpTo(int timeout) throws Exception {
        long start = System.currentTimeMillis();
        for (int quiet = 0; quiet < QUIET_POLLS; quiet++) {
            Thread.sleep(POLL_MILLIS);
            if (isSomethingHappening()) {
                quiet = -1;
            }
            if (System.currentTimeMillis() - start > timeout) {
                throw new AssertionError("Still going on after " + timeout + " ms: " + goingOn());
            }
        }
    }

    private List<Object> goingOn() {
        List<Object> found = new ArrayList<>();
        for (Computer computer : jenkins.getComputers()) {
            for (Executor e : computer.getOneOffExecutors()) {
                found.add(e.getCurrentExecutable());
            }
        }
        return found;
    }

    // Forms

    /** Writes an item to disk and reads it again, as the submission of its unchanged form would. */
    public <I extends Item> I configRoundtrip(I item) throws Exception {
        item.save();
        return item;
    }

    /** Writes all system configuration to disk and reads it again. */
    public void configRoundtrip() throws Exception {
        for (GlobalConfiguration each : GlobalConfiguration.all()) {
            each.save();
            each.load();
        }
    }

    /** Two objects have equal data-bound properties. */
    public void assertEqualDataBoundBeans(Object lhs, Object rhs) {
        Beans.assertEqual(lhs, rhs);
    }

    public void assertEqualDataBoundBeans(List<?> lhs, List<?> rhs) {
        Beans.assertEqual(lhs, rhs);
    }

    public DummySecurityRealm createDummySecurityRealm() {
        return new DummySecurityRealm();
    }

    /** Everybody may sign in as whoever they say. */
    public static class DummySecurityRealm extends hudson.security.SecurityRealm {
        DummySecurityRealm() {}
    }
}
