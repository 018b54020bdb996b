package hudson.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Item;
import hudson.model.User;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.MockFolder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.springframework.security.access.AccessDeniedException;

@WithJenkins
class PermissionsTest {

    @Test
    void everybodyMayDoEverythingUnlessTold(JenkinsRule r) {
        try (ACLContext as = ACL.as2(Jenkins.ANONYMOUS2)) {
            assertThat(r.jenkins.hasPermission(Jenkins.ADMINISTER)).isTrue();
        }
    }

    @Test
    void onlyWhatIsGrantedIsAllowed(JenkinsRule r) throws Exception {
        MockFolder folder = r.createFolder("f");
        r.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .toEveryone()
                .grant(Item.CONFIGURE)
                .onItems(folder)
                .to("ann"));

        try (ACLContext as = ACL.as(User.getById("ann", true))) {
            assertThat(folder.hasPermission(Item.CONFIGURE)).isTrue();
            assertThat(folder.hasPermission(Item.EXTENDED_READ)).isTrue();
            assertThat(folder.hasPermission(Item.DELETE)).isFalse();
            assertThatThrownBy(() -> r.jenkins.checkPermission(Jenkins.ADMINISTER))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessage("ann is missing the Overall/Administer permission");
        }
        assertThat(r.jenkins.hasPermission(Jenkins.ADMINISTER))
                .as("Jenkins itself")
                .isTrue();
    }
}
