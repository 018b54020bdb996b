package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.Workspace.LocalFile;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A program of the user's own, for containers that run one: in script mode.
 *
 * @param sourceDir folder of the workspace, or an archive in S3; null if the entry point is all there is
 * @param entryPoint which of its files is run
 * @param dependencies further folders and files, which are put beside
 */
public record SourceCode(String sourceDir, String entryPoint, List<String> dependencies) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The archive's name, by which containers know it. */
    static final String ARCHIVE = "sourcedir.tar.gz";

    public SourceCode {
        dependencies = List.copyOf(dependencies);
    }

    /** Whether it is in S3 already. */
    boolean isInS3() {
        return sourceDir != null && sourceDir.startsWith("s3://");
    }

    /** What the container runs, as it finds it in the archive. */
    String program() {
        return sourceDir == null ? entryPoint.substring(entryPoint.lastIndexOf('/') + 1) : entryPoint;
    }

    /**
     * The files, by their names in the archive.
     *
     * @throws RemoteException of kind INVALID with a sentence if the entry point is not there, or two files have one name
     */
    SortedMap<String, LocalFile> entries(Aws aws) throws RemoteException, InterruptedException {
        SortedMap<String, LocalFile> entries = new TreeMap<>();
        for (LocalFile file : aws.workspace().list(sourceDir == null ? entryPoint : sourceDir)) {
            // What a checkout knows of itself is no code.
            if (!file.path().startsWith(".git/")) {
                entries.put(file.path(), file);
            }
        }
        if (!entries.containsKey(program())) {
            throw invalid(
                    sourceDir == null || entries.isEmpty()
                            ? "There is no " + (sourceDir == null ? "file " + entryPoint : "folder " + sourceDir)
                                    + " in the workspace, from which the entryPoint could be run."
                            : "There is no entryPoint " + entryPoint + " in the sourceDir " + sourceDir + ": "
                                    + NearNames.to(entryPoint, entries.keySet()));
        }
        for (String dependency : dependencies) {
            add(dependency.replaceAll("/+$", ""), aws, entries);
        }
        return entries;
    }

    private static void add(String dependency, Aws aws, SortedMap<String, LocalFile> entries)
            throws RemoteException, InterruptedException {
        String name = dependency.substring(dependency.lastIndexOf('/') + 1);
        List<LocalFile> files = aws.workspace().list(dependency);
        if (files.isEmpty()) {
            throw invalid("There is nothing at " + dependency + " in the workspace, which dependencies names.");
        }
        for (LocalFile file : files) {
            boolean isFile = file.source().replace('\\', '/').equals(dependency);
            String entry = isFile ? name : name + "/" + file.path();
            if (entries.put(entry, file) != null) {
                throw invalid("The dependency " + dependency + " brings a file " + entry
                        + ", which the source code has already: rename one of them.");
            }
        }
    }

    private static RemoteException invalid(String message) {
        return new RemoteException(Kind.INVALID, "", message, null);
    }
}
