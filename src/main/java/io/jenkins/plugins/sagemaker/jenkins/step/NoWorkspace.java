package io.jenkins.plugins.sagemaker.jenkins.step;

import io.jenkins.plugins.sagemaker.aws.Workspace;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The workspace of a build that has ended: nothing can be done with it any more. */
enum NoWorkspace implements Workspace {
    INSTANCE;

    @Override
    public List<LocalFile> list(String path) throws RemoteException {
        throw gone();
    }

    @Override
    public Map<String, byte[]> read(List<String> paths, long limitBytes) throws RemoteException {
        throw gone();
    }

    @Override
    public void write(String path, byte[] content) throws RemoteException {
        throw gone();
    }

    @Override
    public void upload(List<Upload> uploads) throws RemoteException {
        throw gone();
    }

    @Override
    public List<String> digests(LocalFile file, long partSize) throws RemoteException {
        throw gone();
    }

    @Override
    public void uploadArchive(SortedMap<String, String> entries, Upload to) throws RemoteException {
        throw gone();
    }

    private static RemoteException gone() {
        return new RemoteException(Kind.GONE, "", "The build has ended, and its workspace with it.", null);
    }
}
