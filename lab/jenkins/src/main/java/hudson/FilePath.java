package hudson;

import hudson.model.Computer;
import hudson.model.TaskListener;
import hudson.remoting.Callable;
import hudson.remoting.Channel;
import hudson.remoting.ChannelClosedException;
import hudson.remoting.Future;
import hudson.remoting.LocalChannel;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Remoting;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Threads;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Trees;
import java.io.File;
import java.io.FileFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import jenkins.agents.ControllerToAgentCallable;
import jenkins.model.Jenkins;
import jenkins.util.VirtualFile;
import org.jenkinsci.remoting.RoleSensitive;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

/**
 * A file of the controller or of an agent. All of them lie on this machine; what is handed to {@link #act} nevertheless
 * passes through serialization, and so does its answer, wherever the file is. (Jenkins skips that for the controller's own
 * files; a step must not depend on it.)
 */
public final class FilePath implements SerializableOnlyOverRemoting {
    @Serial
    private static final long serialVersionUID = 1L;

    public static final LocalChannel localChannel = new LocalChannel(Threads.REMOTING);

    private transient VirtualChannel channel;
    private String remote;

    public FilePath(VirtualChannel channel, String remote) {
        this.channel = channel instanceof LocalChannel ? null : channel;
        this.remote = normalize(remote);
    }

    public FilePath(File localPath) {
        this((VirtualChannel) null, localPath.getPath());
    }

    public FilePath(FilePath base, String rel) {
        this.channel = base.channel;
        this.remote = normalize(Util.isRelativePath(rel) ? base.remote + '/' + rel : rel);
    }

    /** Takes out {@code .} and {@code ..} and doubled slashes. */
    public static String normalize(String path) {
        String normal = Path.of(path).normalize().toString();
        return normal.isEmpty() ? "." : normal;
    }

    public String getRemote() {
        return remote;
    }

    public VirtualChannel getChannel() {
        return channel != null ? channel : localChannel;
    }

    public boolean isRemote() {
        return channel != null;
    }

    public Computer toComputer() {
        Jenkins j = Jenkins.getInstanceOrNull();
        if (j == null) {
            return null;
        }
        for (Computer c : j.getComputers()) {
            if (getChannel() == c.getChannel()) {
                return c;
            }
        }
        return null;
    }

    /** The file; fails where a call to the agent would. */
    private Path file() throws IOException, InterruptedException {
        if (channel instanceof Channel agent) {
            if (agent.isClosingOrClosed()) {
                throw new ChannelClosedException(agent, "Agent " + agent.getName() + " is disconnected", null);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return Path.of(remote);
    }

    // Work sent to the file

    /** Runs something where the file is. */
    public <T> T act(FileCallable<T> callable) throws IOException, InterruptedException {
        return act(new OnFile<>(remote, callable));
    }

    public <T> Future<T> actAsync(FileCallable<T> callable) throws IOException, InterruptedException {
        file();
        OnFile<T> work = new OnFile<>(remote, callable);
        return channel == null ? localChannel.callAsync(Remoting.copy(LOOP, work)) : channel.callAsync(work);
    }

    public <V, E extends Throwable> V act(Callable<V, E> callable) throws IOException, InterruptedException, E {
        if (channel != null) {
            return channel.call(callable);
        }
        byte[] sent = Remoting.send(LOOP, callable);
        @SuppressWarnings("unchecked")
        Callable<V, E> there = (Callable<V, E>) Remoting.receive(LOOP, sent);
        V answer = there.call();
        byte[] back = Remoting.send(LOOP, answer);
        @SuppressWarnings("unchecked")
        V here = (V) Remoting.receive(LOOP, back);
        return here;
    }

    public <V> Callable<V, IOException> asCallableWith(FileCallable<V> task) {
        return new OnFile<>(remote, task);
    }

    /** Stands for the connection of the controller to itself while something is copied for its own files. */
    private static final Channel LOOP = Channel.labNew("controller");

    /** Work on a file. */
    public interface FileCallable<T> extends Serializable, RoleSensitive {
        T invoke(File f, VirtualChannel channel) throws IOException, InterruptedException;
    }

    private static final class OnFile<T> implements ControllerToAgentCallable<T, IOException> {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String path;
        private final FileCallable<T> callable;

        OnFile(String path, FileCallable<T> callable) {
            this.path = path;
            this.callable = callable;
        }

        @Override
        public T call() throws IOException {
            Channel there = Channel.current();
            try {
                return callable.invoke(new File(path), there == null ? localChannel : there);
            } catch (InterruptedException e) {
                throw new Interrupted(e);
            }
        }

        @Override
        public void checkRoles(org.jenkinsci.remoting.RoleChecker checker) {
            callable.checkRoles(checker);
        }
    }

    private static final class Interrupted extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        Interrupted(InterruptedException e) {
            super("The work on the file was interrupted", e);
        }
    }

    // Names

    public String getName() {
        return remote.substring(remote.lastIndexOf('/') + 1);
    }

    public String getBaseName() {
        String name = getName();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    public FilePath child(String relOrAbsolute) {
        return new FilePath(this, relOrAbsolute);
    }

    public FilePath sibling(String rel) {
        FilePath parent = getParent();
        return parent == null ? null : parent.child(rel);
    }

    public FilePath withSuffix(String suffix) {
        return new FilePath(channel, remote + suffix);
    }

    /** Null for a root. */
    public FilePath getParent() {
        Path parent = Path.of(remote).getParent();
        return parent == null ? null : new FilePath(channel, parent.toString());
    }

    public FilePath absolutize() throws IOException, InterruptedException {
        return new FilePath(channel, file().toAbsolutePath().toString());
    }

    public URI toURI() throws IOException, InterruptedException {
        return file().toUri();
    }

    public VirtualFile toVirtualFile() {
        return VirtualFile.forFilePath(this);
    }

    // Asking

    public boolean exists() throws IOException, InterruptedException {
        return Files.exists(file());
    }

    public boolean isDirectory() throws IOException, InterruptedException {
        return Files.isDirectory(file());
    }

    /** Bytes; 0 for what is not there. */
    public long length() throws IOException, InterruptedException {
        return file().toFile().length();
    }

    /** Milliseconds since 1970; 0 for what is not there. */
    public long lastModified() throws IOException, InterruptedException {
        return file().toFile().lastModified();
    }

    /** MD5. */
    public String digest() throws IOException, InterruptedException {
        return Util.getDigestOf(file().toFile());
    }

    public boolean isDescendant(String potentialChildRelativePath) throws IOException, InterruptedException {
        Path root = file().toRealPath();
        Path child = root.resolve(potentialChildRelativePath);
        return (Files.exists(child) ? child.toRealPath() : child.normalize()).startsWith(root);
    }

    public List<FilePath> list() throws IOException, InterruptedException {
        return list((FileFilter) null);
    }

    public List<FilePath> listDirectories() throws IOException, InterruptedException {
        return list(File::isDirectory);
    }

    public List<FilePath> list(FileFilter filter) throws IOException, InterruptedException {
        File[] children = file().toFile().listFiles(filter);
        List<FilePath> found = new ArrayList<>();
        if (children != null) {
            Arrays.sort(children);
            for (File child : children) {
                found.add(new FilePath(channel, child.getPath()));
            }
        }
        return found;
    }

    public FilePath[] list(String includes) throws IOException, InterruptedException {
        return list(includes, null);
    }

    public FilePath[] list(String includes, String excludes) throws IOException, InterruptedException {
        return list(includes, excludes, true);
    }

    /** @param defaultExcludes whether to leave out what Ant leaves out, such as {@code .git} */
    public FilePath[] list(String includes, String excludes, boolean defaultExcludes)
            throws IOException, InterruptedException {
        return Trees.glob(file().toFile(), includes, excludes, defaultExcludes).stream()
                .map(this::child)
                .toArray(FilePath[]::new);
    }

    // Reading and writing

    public InputStream read() throws IOException, InterruptedException {
        return Files.newInputStream(file());
    }

    public String readToString() throws IOException, InterruptedException {
        return new String(Files.readAllBytes(file()), Charset.defaultCharset());
    }

    /** Makes the folders above as needed. */
    public OutputStream write() throws IOException, InterruptedException {
        Path file = file();
        Trees.createFolderOf(file);
        return Files.newOutputStream(file);
    }

    public void write(String content, String encoding) throws IOException, InterruptedException {
        Charset charset = encoding == null ? Charset.defaultCharset() : Charset.forName(encoding);
        try (OutputStream out = write()) {
            out.write(content.getBytes(charset));
        }
    }

    public void copyFrom(InputStream in) throws IOException, InterruptedException {
        try (OutputStream out = write()) {
            in.transferTo(out);
        }
    }

    public void copyFrom(URL url) throws IOException, InterruptedException {
        try (InputStream in = url.openStream()) {
            copyFrom(in);
        }
    }

    public void copyFrom(FilePath src) throws IOException, InterruptedException {
        src.copyTo(this);
    }

    public void copyTo(FilePath target) throws IOException, InterruptedException {
        try (OutputStream out = target.write()) {
            copyTo(out);
        }
    }

    public void copyTo(OutputStream os) throws IOException, InterruptedException {
        Files.copy(file(), os);
    }

    public void copyToWithPermission(FilePath target) throws IOException, InterruptedException {
        copyTo(target);
        Files.setPosixFilePermissions(target.file(), Files.getPosixFilePermissions(file()));
    }

    public int copyRecursiveTo(FilePath target) throws IOException, InterruptedException {
        return copyRecursiveTo("**/*", target);
    }

    public int copyRecursiveTo(String fileMask, FilePath target) throws IOException, InterruptedException {
        return copyRecursiveTo(fileMask, null, target);
    }

    /** Answers how many files. */
    public int copyRecursiveTo(String fileMask, String excludes, FilePath target)
            throws IOException, InterruptedException {
        List<String> files = Trees.glob(file().toFile(), fileMask, excludes, true);
        for (String each : files) {
            child(each).copyTo(target.child(each));
        }
        return files.size();
    }

    public void touch(long timestamp) throws IOException, InterruptedException {
        if (!exists()) {
            write().close();
        }
        Files.setLastModifiedTime(file(), FileTime.fromMillis(timestamp));
    }

    public void renameTo(FilePath target) throws IOException, InterruptedException {
        Files.move(file(), target.file(), StandardCopyOption.REPLACE_EXISTING);
    }

    public void symlinkTo(String target, TaskListener listener) throws IOException, InterruptedException {
        Files.createSymbolicLink(file(), Path.of(target));
    }

    /** Null where the file is no link. */
    public String readLink() throws IOException, InterruptedException {
        return Files.isSymbolicLink(file()) ? Files.readSymbolicLink(file()).toString() : null;
    }

    /** @param mask permissions as chmod(1) takes them, in the nine lowest bits */
    public void chmod(int mask) throws IOException, InterruptedException {
        Files.setPosixFilePermissions(file(), permissions(mask));
    }

    public int mode() throws IOException, InterruptedException {
        int mode = 0;
        for (PosixFilePermission p : Files.getPosixFilePermissions(file())) {
            mode |= 0400 >> p.ordinal();
        }
        return mode;
    }

    private static Set<PosixFilePermission> permissions(int mask) {
        Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
        for (PosixFilePermission p : PosixFilePermission.values()) {
            if ((mask & (0400 >> p.ordinal())) != 0) {
                set.add(p);
            }
        }
        return set;
    }

    // Folders

    public void mkdirs() throws IOException, InterruptedException {
        Files.createDirectories(file());
    }

    public boolean delete() throws IOException, InterruptedException {
        Files.deleteIfExists(file());
        return true;
    }

    public void deleteRecursive() throws IOException, InterruptedException {
        Util.deleteRecursive(file().toFile());
    }

    public void deleteContents() throws IOException, InterruptedException {
        Util.deleteContentsRecursive(file().toFile());
    }

    public FilePath createTempFile(String prefix, String suffix) throws IOException, InterruptedException {
        return new FilePath(
                channel, Files.createTempFile(file(), prefix, suffix).toString());
    }

    public FilePath createTextTempFile(String prefix, String suffix, String contents)
            throws IOException, InterruptedException {
        return createTextTempFile(prefix, suffix, contents, true);
    }

    public FilePath createTextTempFile(String prefix, String suffix, String contents, boolean inThisDirectory)
            throws IOException, InterruptedException {
        Path file =
                inThisDirectory ? Files.createTempFile(file(), prefix, suffix) : Files.createTempFile(prefix, suffix);
        Files.writeString(file, contents, Charset.defaultCharset());
        return new FilePath(channel, file.toString());
    }

    /** A folder called {@code prefix.….suffix} in this one. */
    public FilePath createTempDir(String prefix, String suffix) throws IOException, InterruptedException {
        String middle = suffix == null || suffix.isEmpty() ? "" : "." + suffix;
        Path made = Files.createTempDirectory(file(), prefix + ".");
        return middle.isEmpty()
                ? new FilePath(channel, made.toString())
                : new FilePath(channel, Files.move(made, Path.of(made + middle)).toString());
    }

    // Archives

    public int tar(OutputStream out, String glob) throws IOException, InterruptedException {
        File dir = file().toFile();
        return Trees.tar(dir, Trees.glob(dir, glob, null, true), out);
    }

    public void untar(FilePath target, TarCompression compression) throws IOException, InterruptedException {
        try (InputStream in = read()) {
            target.untarFrom(in, compression);
        }
    }

    public void untarFrom(InputStream in, TarCompression compression) throws IOException, InterruptedException {
        Trees.untar(compression.extract(in), file().toFile());
    }

    public void zip(FilePath dst) throws IOException, InterruptedException {
        try (OutputStream out = dst.write()) {
            zip(out);
        }
    }

    public void zip(OutputStream os) throws IOException, InterruptedException {
        zip(os, "**/*");
    }

    public void zip(OutputStream os, String glob) throws IOException, InterruptedException {
        File dir = file().toFile();
        Trees.zip(dir, Trees.glob(dir, glob, null, true), os);
    }

    public void unzip(FilePath target) throws IOException, InterruptedException {
        try (InputStream in = read()) {
            target.unzipFrom(in);
        }
    }

    public void unzipFrom(InputStream in) throws IOException, InterruptedException {
        Trees.unzip(in, file().toFile());
    }

    /** How a tar file is packed. */
    public enum TarCompression {
        NONE,
        GZIP;

        public InputStream extract(InputStream in) throws IOException {
            return this == GZIP ? new GZIPInputStream(in) : in;
        }

        public OutputStream compress(OutputStream out) throws IOException {
            return this == GZIP ? new GZIPOutputStream(out) : out;
        }
    }

    public Launcher createLauncher(TaskListener listener) throws IOException, InterruptedException {
        return channel == null
                ? new Launcher.LocalLauncher(listener)
                : new Launcher.RemoteLauncher(listener, channel, true);
    }

    @Serial
    private void writeObject(ObjectOutputStream oos) throws IOException {
        Channel target = getChannelForSerialization();
        if (channel != null && channel != target) {
            throw new IllegalStateException(remote + " lies on another agent than the one it is sent to");
        }
        oos.defaultWriteObject();
        oos.writeBoolean(channel == null);
    }

    @Serial
    private void readObject(ObjectInputStream ois) throws IOException, ClassNotFoundException {
        Channel from = getChannelForSerialization();
        ois.defaultReadObject();
        // What was local there is reached from here over the connection, and the other way round; the loop stays local.
        channel = ois.readBoolean() && from != LOOP ? from : null;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof FilePath that && remote.equals(that.remote) && Objects.equals(channel, that.channel);
    }

    @Override
    public int hashCode() {
        return Objects.hash(channel, remote);
    }

    @Deprecated
    @Override
    public String toString() {
        return remote;
    }
}
