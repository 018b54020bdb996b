package hudson.model;

import hudson.Util;
import java.util.Objects;
import jenkins.model.Jenkins;

/** Why a build was started. */
public abstract class Cause {
    protected Cause() {}

    public abstract String getShortDescription();

    public void onAddedTo(Run build) {}

    public void onLoad(Run<?, ?> build) {}

    public void print(TaskListener listener) {
        listener.getLogger().println(getShortDescription());
    }

    /** Started by a person. */
    public static class UserIdCause extends Cause {
        private final String userId;

        public UserIdCause() {
            this(User.current() == null ? null : User.current().getId());
        }

        public UserIdCause(String userId) {
            this.userId = userId;
        }

        public String getUserId() {
            return userId;
        }

        public String getUserName() {
            User user = userId == null ? null : User.getById(userId, false);
            return user == null ? "anonymous" : user.getDisplayName();
        }

        @Override
        public String getShortDescription() {
            return "Started by user " + getUserName();
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof UserIdCause that && Objects.equals(userId, that.userId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(userId);
        }
    }

    /** Started by another build. */
    public static class UpstreamCause extends Cause {
        private final String upstreamProject;
        private final String upstreamUrl;
        private final int upstreamBuild;

        public UpstreamCause(Run<?, ?> up) {
            upstreamProject = up.getParent().getFullName();
            upstreamUrl = up.getParent().getUrl();
            upstreamBuild = up.getNumber();
        }

        public String getUpstreamProject() {
            return upstreamProject;
        }

        public int getUpstreamBuild() {
            return upstreamBuild;
        }

        public String getUpstreamUrl() {
            return upstreamUrl;
        }

        public Run<?, ?> getUpstreamRun() {
            Job<?, ?> job = Jenkins.get().getItemByFullName(upstreamProject, Job.class);
            return job == null ? null : job.getBuildByNumber(upstreamBuild);
        }

        @Override
        public String getShortDescription() {
            return "Started by upstream project \"" + upstreamProject + "\" build number "
                    + Util.fixNull("" + upstreamBuild);
        }
    }
}
