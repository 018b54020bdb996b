package org.jvnet.hudson.test.junit.jupiter;

import java.io.File;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.jvnet.hudson.test.fixtures.JenkinsSessionFixture;

/** Lets a test start several sessions of Jenkins over one home folder: what one has not written, the next does not know. */
public class JenkinsSessionExtension implements BeforeEachCallback, AfterEachCallback {
    private final JenkinsSessionFixture fixture = new JenkinsSessionFixture();

    public JenkinsSessionExtension() {}

    public File getHome() {
        return fixture.getHome();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        fixture.labSetUp(JenkinsExtension.scope(context));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        fixture.tearDown();
    }

    /** One session, ended in order. */
    public void then(Step s) throws Throwable {
        fixture.then(s);
    }

    /** One session, ended by a crash: only of this stand-in. */
    public void labThenCrash(Step s) throws Throwable {
        fixture.labThenCrash(s);
    }

    /** What a session does. */
    @FunctionalInterface
    public interface Step extends JenkinsSessionFixture.Step {}
}
