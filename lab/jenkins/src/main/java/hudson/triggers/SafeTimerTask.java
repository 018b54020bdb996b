package hudson.triggers;

import hudson.security.ACL;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.LabAuthentication;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Power;
import java.util.TimerTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.security.core.Authentication;

/** A task that acts as Jenkins itself and whose failure does not end its repetition. */
public abstract class SafeTimerTask extends TimerTask {
    private static final Logger LOGGER = Logger.getLogger(SafeTimerTask.class.getName());

    public SafeTimerTask() {}

    @Override
    public final void run() {
        Authentication before = LabAuthentication.become(ACL.SYSTEM2);
        try {
            doRun();
        } catch (Power.Cut e) {
            throw e;
        } catch (Exception | Error e) {
            LOGGER.log(Level.SEVERE, e, () -> "Timer task " + this + " failed");
        } finally {
            LabAuthentication.become(before);
        }
    }

    protected abstract void doRun() throws Exception;
}
