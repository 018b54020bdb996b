package jenkins.model;

import hudson.console.ModelHyperlinkNote;
import hudson.model.TaskListener;
import hudson.model.User;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;

/** Why a build was stopped. */
public abstract class CauseOfInterruption implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    protected CauseOfInterruption() {}

    public abstract String getShortDescription();

    public void print(TaskListener listener) {
        listener.getLogger().println(getShortDescription());
    }

    /** A person stopped it. */
    public static final class UserInterruption extends CauseOfInterruption {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String user;

        public UserInterruption(User user) {
            this.user = user.getId();
        }

        public UserInterruption(String userId) {
            this.user = userId;
        }

        public String getUserId() {
            return user;
        }

        public User getUserOrNull() {
            return User.getById(user, false);
        }

        @Override
        public String getShortDescription() {
            return "Aborted by " + user;
        }

        @Override
        public void print(TaskListener listener) {
            User known = getUserOrNull();
            listener.getLogger().println("Aborted by " + (known == null ? user : ModelHyperlinkNote.encodeTo(known)));
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof UserInterruption that && user.equals(that.user);
        }

        @Override
        public int hashCode() {
            return Objects.hash(user);
        }
    }
}
