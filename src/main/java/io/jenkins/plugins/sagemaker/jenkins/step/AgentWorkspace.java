package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.FilePath;
import hudson.FilePath.FileCallable;
import hudson.model.Computer;
import hudson.remoting.RequestAbortedException;
import io.jenkins.plugins.sagemaker.aws.Workspace;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** The current directory of a step on its agent. Looked up for each use: after a restart the agent comes back later than the build. */
final class AgentWorkspace implements Workspace {

    private final StepContext context;

    AgentWorkspace(StepContext context) {
        this.context = context;
    }

    @Override
    public List<LocalFile> list(String path) throws RemoteException, InterruptedException {
        return act("list " + path, new Listing(path));
    }

    @Override
    public Map<String, byte[]> read(List<String> paths, long limitBytes) throws RemoteException, InterruptedException {
        return act("read " + String.join(", ", paths), new WorkspaceFiles.Reading(List.copyOf(paths), limitBytes));
    }

    @Override
    public void write(String path, byte[] content) throws RemoteException, InterruptedException {
        act("write " + path, new WorkspaceFiles.Writing(path, content));
    }

    @Override
    public void upload(List<Upload> uploads) throws RemoteException, InterruptedException {
        act("upload " + uploads.size() + " files", new Uploading(List.copyOf(uploads)));
    }

    @Override
    public List<String> digests(LocalFile file, long partSize) throws RemoteException, InterruptedException {
        return act("read " + file.source(), new PartDigests(file, partSize));
    }

    @Override
    public void uploadArchive(SortedMap<String, String> entries, Upload to)
            throws RemoteException, InterruptedException {
        act("pack and upload " + to.source(), new Packing(entries, to));
    }

    private <T> T act(String what, FileCallable<T> callable) throws RemoteException, InterruptedException {
        return act(directory(context, what), what, callable);
    }

    /** Does something on the agent. If the agent goes away meanwhile, that is trouble which passes: it may be done again. */
    static <T> T act(FilePath directory, String what, FileCallable<T> callable)
            throws RemoteException, InterruptedException {
        try {
            return directory.act(callable);
        } catch (IOException | RequestAbortedException e) {
            throw trouble(what, e);
        }
    }

    /** The current directory of a step. */
    static FilePath directory(StepContext context, String what) throws RemoteException, InterruptedException {
        FilePath directory;
        try {
            // Asked first, since Jenkins tells the log of the step each time that the directory of an absent agent is
            // asked for.
            Computer agent = context.get(Computer.class);
            if (agent != null && agent.isOffline()) {
                throw away("The agent " + agent.getName() + " is offline.", null);
            }
            directory = context.get(FilePath.class);
        } catch (IOException e) {
            throw away("The agent is not there: " + e.getMessage(), e);
        }
        if (directory == null) {
            throw new RemoteException(
                    Kind.INVALID, "", "To " + what + " needs a workspace: put the step inside a node block.", null);
        }
        return directory;
    }

    private static RemoteException away(String message, IOException cause) {
        return new RemoteException(Kind.TRANSIENT, "", message, cause);
    }

    /** A refusal is for good, whatever it is wrapped in after its way from the agent; anything else may pass. */
    private static RemoteException trouble(String what, Exception e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof WorkspaceFiles.Refused) {
                return new RemoteException(Kind.INVALID, "", t.getMessage(), e);
            }
            if (t instanceof S3Answer.Denied) {
                return new RemoteException(Kind.ACCESS_DENIED, "AccessDenied", t.getMessage(), e);
            }
        }
        return new RemoteException(Kind.TRANSIENT, "", "Could not " + what + " in the workspace: " + e.getMessage(), e);
    }
}
