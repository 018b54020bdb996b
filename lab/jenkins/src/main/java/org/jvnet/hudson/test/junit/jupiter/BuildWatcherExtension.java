package org.jvnet.hudson.test.junit.jupiter;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.jvnet.hudson.test.fixtures.BuildWatcherFixture;

/** Shows the logs of all builds on the standard output while they are written. */
public class BuildWatcherExtension implements BeforeAllCallback, AfterAllCallback {
    private final BuildWatcherFixture fixture = new BuildWatcherFixture();

    public BuildWatcherExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        fixture.setUp();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        fixture.tearDown();
    }
}
