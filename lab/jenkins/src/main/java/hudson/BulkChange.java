package hudson;

import hudson.model.Saveable;
import java.io.Closeable;
import java.io.IOException;

/** Puts off saving an object until several changes to it are done. */
public class BulkChange implements Closeable {
    private static final ThreadLocal<BulkChange> CURRENT = new ThreadLocal<>();

    private final Saveable saveable;
    private final BulkChange parent;
    private boolean completed;

    public BulkChange(Saveable saveable) {
        this.saveable = saveable;
        this.parent = CURRENT.get();
        CURRENT.set(this);
    }

    /** Saves; further calls do nothing. */
    public void commit() throws IOException {
        if (completed) {
            return;
        }
        completed = true;
        pop();
        saveable.save();
    }

    @Override
    public void close() {
        abort();
    }

    /** Ends without saving. */
    public void abort() {
        if (!completed) {
            completed = true;
            pop();
        }
    }

    private void pop() {
        if (CURRENT.get() == this) {
            CURRENT.set(parent);
        }
    }

    public static boolean contains(Saveable s) {
        for (BulkChange b = CURRENT.get(); b != null; b = b.parent) {
            if (b.saveable == s) {
                return true;
            }
        }
        return false;
    }
}
