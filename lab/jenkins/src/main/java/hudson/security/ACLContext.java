package hudson.security;

import io.jenkins.plugins.sagemaker.lab.jenkins.core.LabAuthentication;
import org.springframework.security.core.Authentication;

/** Acting as somebody until closed. */
public class ACLContext implements AutoCloseable {
    private final Authentication previous;

    ACLContext(Authentication previous) {
        this.previous = previous;
    }

    @Override
    public void close() {
        LabAuthentication.become(previous);
    }
}
