package jenkins.model;

import hudson.model.Action;
import hudson.model.BuildableItem;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Job;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.model.queue.QueueTaskFuture;

/** What a job does that can be started by hand. */
public abstract class ParameterizedJobMixIn<
        JobT extends Job<JobT, RunT> & ParameterizedJobMixIn.ParameterizedJob<JobT, RunT> & Queue.Task,
        RunT extends Run<JobT, RunT> & Queue.Executable> {

    public ParameterizedJobMixIn() {}

    protected abstract JobT asJob();

    public final boolean isParameterized() {
        return asJob().isParameterized();
    }

    /** Null where the job cannot be built now. */
    public final QueueTaskFuture<RunT> scheduleBuild2(int quietPeriod, Action... actions) {
        return asJob().scheduleBuild2(quietPeriod, actions);
    }

    /** A job that may have parameters. */
    public interface ParameterizedJob<
                    JobT extends Job<JobT, RunT> & ParameterizedJob<JobT, RunT> & Queue.Task,
                    RunT extends Run<JobT, RunT> & Queue.Executable>
            extends BuildableItem {

        QueueTaskFuture<RunT> scheduleBuild2(int quietPeriod, Action... actions);

        default boolean scheduleBuild(Cause c) {
            return scheduleBuild2(0, new CauseAction(c)) != null;
        }

        default int getQuietPeriod() {
            return 0;
        }

        default boolean isDisabled() {
            return false;
        }

        default boolean isBuildable() {
            return !isDisabled();
        }

        @SuppressWarnings("unchecked")
        default boolean isParameterized() {
            return ((Job<JobT, RunT>) this).getProperty(ParametersDefinitionProperty.class) != null;
        }
    }
}
