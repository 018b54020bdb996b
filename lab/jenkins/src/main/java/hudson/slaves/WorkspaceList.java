package hudson.slaves;

import hudson.FilePath;
import java.io.Closeable;
import java.util.HashSet;
import java.util.Set;
import jenkins.util.SystemProperties;

/** Which folders of a computer are in use as workspaces. */
public final class WorkspaceList {
    public static final String COMBINATOR = SystemProperties.getString(WorkspaceList.class.getName(), "@");
    public static final String TMP_DIR_SUFFIX = COMBINATOR + "tmp";

    private final Set<String> inUse = new HashSet<>();

    public WorkspaceList() {}

    /** Takes the folder, or the first of its siblings {@code name@2}, {@code name@3}, ... that is free. */
    public synchronized Lease allocate(FilePath base) throws InterruptedException {
        FilePath candidate = base;
        for (int i = 2; inUse.contains(candidate.getRemote()); i++) {
            candidate = base.withSuffix(COMBINATOR + i);
        }
        return record(candidate);
    }

    public Lease allocate(FilePath base, Object context) throws InterruptedException {
        return allocate(base);
    }

    public synchronized Lease record(FilePath p) {
        inUse.add(p.getRemote());
        return new Lease(p) {
            @Override
            public void release() {
                synchronized (WorkspaceList.this) {
                    inUse.remove(path.getRemote());
                    WorkspaceList.this.notifyAll();
                }
            }
        };
    }

    /** Waits until the folder is free, and takes it. */
    public synchronized Lease acquire(FilePath p) throws InterruptedException {
        while (inUse.contains(p.getRemote())) {
            wait();
        }
        return record(p);
    }

    /** The folder beside a workspace for files that are none of its own. */
    public static FilePath tempDir(FilePath ws) {
        return ws.sibling(ws.getName() + TMP_DIR_SUFFIX);
    }

    /** The use of one folder, until released. */
    public abstract static class Lease implements Closeable {
        public final FilePath path;

        protected Lease(FilePath path) {
            this.path = path;
        }

        public abstract void release();

        @Override
        public void close() {
            release();
        }

        public static Lease createDummyLease(FilePath p) {
            return new Lease(p) {
                @Override
                public void release() {
                    // Nobody else was kept out.
                }
            };
        }
    }
}
