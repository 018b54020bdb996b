package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.S3Location;
import io.jenkins.plugins.sagemaker.aws.S3Staging;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.training.TrainingDefinition.WorkspaceChannel;
import java.util.List;
import java.util.Optional;

/** What is done before jobs are made of a definition, one thing at a time; all of it may be repeated. */
public record Preparation(TrainingDefinition definition) {

    /**
     * One thing that was done.
     *
     * @param lines for the build log
     */
    public record Done(Prepared prepared, List<String> lines) {}

    /**
     * Does the next thing.
     *
     * @return nothing if there is nothing left to do
     * @throws RemoteException of kind INVALID with a sentence if the definition cannot be trained
     */
    public Optional<Done> next(Prepared prepared, Aws aws) throws RemoteException, InterruptedException {
        for (WorkspaceChannel channel : definition.workspaceChannels()) {
            if (!prepared.staged().containsKey(channel.name())) {
                return Optional.of(stage(channel, prepared, aws));
            }
        }
        return Optional.empty();
    }

    private Done stage(WorkspaceChannel channel, Prepared prepared, Aws aws)
            throws RemoteException, InterruptedException {
        S3Location below = definition.uploadLocation().child(channel.name());
        var staged = S3Staging.stage(aws, "channel " + channel.name(), channel.path(), below);
        return new Done(
                prepared.staged(channel.name(), staged.location().toString()),
                List.of("Channel " + channel.name() + ": " + count(staged.files(), "file") + " ("
                        + count(staged.bytes(), "byte") + ") of " + channel.path() + " at " + staged.location()
                        + (staged.sent() == 0 ? ", there already" : "")));
    }

    private static String count(long n, String of) {
        return n + " " + of + (n == 1 ? "" : "s");
    }
}
