package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.S3Location;
import io.jenkins.plugins.sagemaker.aws.S3Staging;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.training.TrainingDefinition.WorkspaceChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is done before jobs are made of a definition, one thing at a time; all of it may be repeated. After the first thing, and before anything
 * else is done, the definition can be resolved and what is made of it checked.
 */
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
        if (!prepared.isRead()) {
            return Optional.of(new Done(prepared.read(read(aws)), List.of()));
        }
        if (!prepared.isChecked()) {
            var document = RequestDocument.of(resolved(prepared, aws));
            return Optional.of(new Done(prepared.checked(), new Preflight(aws, document, definition).check()));
        }
        for (WorkspaceChannel channel : definition.workspaceChannels()) {
            if (!prepared.staged().containsKey(channel.name())) {
                return Optional.of(stage(channel, prepared, aws));
            }
        }
        SourceCode code = definition.code();
        boolean isPending = code != null && !code.isInS3() && !prepared.staged().containsKey(ScriptMode.STAGED);
        return isPending ? Optional.of(stage(code, prepared, aws)) : Optional.empty();
    }

    private Map<String, Object> read(Aws aws) throws RemoteException, InterruptedException {
        return definition.requestFile() == null ? Map.of() : new RequestFile(definition.requestFile()).read(aws);
    }

    private Done stage(WorkspaceChannel channel, Prepared prepared, Aws aws)
            throws RemoteException, InterruptedException {
        S3Location below = uploads(prepared, aws).child(channel.name());
        var staged = S3Staging.stage(aws, "channel " + channel.name(), channel.path(), below);
        return new Done(
                prepared.staged(channel.name(), staged.location().toString()),
                List.of("Channel " + channel.name() + ": " + count(staged.files(), "file") + " ("
                        + count(staged.bytes(), "byte") + ") of " + channel.path() + " at " + staged.location()
                        + (staged.sent() == 0 ? ", there already" : "")));
    }

    private Done stage(SourceCode code, Prepared prepared, Aws aws) throws RemoteException, InterruptedException {
        S3Location below = uploads(prepared, aws).child("source");
        var staged = S3Staging.archive(aws, SourceCode.ARCHIVE, code.entries(aws), below);
        return new Done(
                prepared.staged(ScriptMode.STAGED, staged.location().toString()),
                List.of("Source code: " + count(staged.files(), "file") + " (" + count(staged.bytes(), "byte") + ") at "
                        + staged.location() + (staged.sent() == 0 ? ", there already" : "")));
    }

    private Map<String, Object> resolved(Prepared prepared, Aws aws) {
        return definition.resolved(prepared, aws.region(), null).document();
    }

    private S3Location uploads(Prepared prepared, Aws aws) throws RemoteException {
        try {
            return definition.uploadLocation(RequestDocument.of(resolved(prepared, aws)));
        } catch (IllegalArgumentException e) {
            throw RequestCheck.invalid(List.of(e.getMessage()), e);
        }
    }

    private static String count(long n, String of) {
        return n + " " + of + (n == 1 ? "" : "s");
    }
}
