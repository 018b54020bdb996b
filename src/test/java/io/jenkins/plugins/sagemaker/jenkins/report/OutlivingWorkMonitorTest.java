package io.jenkins.plugins.sagemaker.jenkins.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.AdministrativeMonitor;
import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class OutlivingWorkMonitorTest {

    @RegisterExtension
    final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private static OutlivingWork work(int build) {
        return new OutlivingWork("job#" + build, "7", "training job digits-" + build, "https://console/", "stopping");
    }

    @Test
    void whatRunsOnIsShownUntilItIsDismissedAlsoAfterARestart() throws Throwable {
        sessions.then(r -> {
            OutlivingWorkMonitor monitor = OutlivingWorkMonitor.get();
            assertThat(AdministrativeMonitor.all()).contains(monitor);
            assertThat(monitor.isActivated()).isFalse();

            monitor.found(work(1));
            monitor.found(work(2));
            monitor.found(work(1));
            monitor.told("job#1", "7", "left");
            monitor.settled("job#2", "7");
        });
        sessions.then(r -> {
            OutlivingWorkMonitor monitor = OutlivingWorkMonitor.get();
            assertThat(monitor.isActivated()).isTrue();
            assertThat(monitor.getWorks()).singleElement().satisfies(work -> {
                assertThat(work.getBuild()).isEqualTo("job#1");
                assertThat(work.getName()).isEqualTo("training job digits-1");
                assertThat(work.getUrl()).isEqualTo("https://console/");
                assertThat(work.getState()).isEqualTo("left");
            });

            monitor.doDismiss("job#1", "7");

            assertThat(monitor.isActivated()).isFalse();
        });
    }

    @Test
    void onlyAnAdministratorTakesSomethingFromTheList() throws Throwable {
        sessions.then(r -> {
            r.jenkins.setSecurityRealm(r.createDummySecurityRealm());
            r.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                    .grant(Jenkins.READ, Item.READ, Item.CONFIGURE)
                    .everywhere()
                    .to("dev"));
            OutlivingWorkMonitor monitor = OutlivingWorkMonitor.get();
            monitor.found(work(1));

            try (ACLContext dev = ACL.as(User.getById("dev", true))) {
                assertThatThrownBy(() -> monitor.doDismiss("job#1", "7")).hasMessageContaining("Administer");
            }
            assertThat(monitor.isActivated()).isTrue();
        });
    }

    @Test
    void theListIsBounded() throws Throwable {
        sessions.then(r -> {
            for (int i = 1; i <= 150; i++) {
                OutlivingWorkMonitor.get().found(work(i));
            }
            assertThat(OutlivingWorkMonitor.get().getWorks())
                    .hasSize(100)
                    .first()
                    .satisfies(oldest -> assertThat(oldest.getBuild()).isEqualTo("job#51"));
        });
    }
}
