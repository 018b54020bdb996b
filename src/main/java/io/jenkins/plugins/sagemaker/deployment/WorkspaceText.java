package io.jenkins.plugins.sagemaker.deployment;

import io.jenkins.plugins.sagemaker.aws.Workspace;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A small text file of the workspace. */
final class WorkspaceText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private WorkspaceText() {}

    /** @throws RemoteException if it is not there, or longer than {@code limitBytes} */
    static String read(Workspace workspace, String path, long limitBytes) throws RemoteException, InterruptedException {
        byte[] bytes = workspace.read(List.of(path), limitBytes).get(path);
        if (bytes == null) {
            throw new RemoteException(Kind.INVALID, "", "There is no file " + path + " in the workspace.", null);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
