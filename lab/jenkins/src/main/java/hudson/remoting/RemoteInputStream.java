package hudson.remoting;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

/** A stream that can be sent: what is read from it there is read here. */
public class RemoteInputStream extends InputStream implements SerializableOnlyOverRemoting {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final ConcurrentMap<Integer, InputStream> UNDERWAY = new ConcurrentHashMap<>();
    private static final AtomicInteger NEXT = new AtomicInteger();

    private transient InputStream core;

    public RemoteInputStream(InputStream core, Flag... flags) {
        this.core = core;
    }

    @Serial
    private void writeObject(ObjectOutputStream oos) throws IOException {
        getChannelForSerialization();
        int id = NEXT.incrementAndGet();
        UNDERWAY.put(id, core);
        oos.writeInt(id);
    }

    @Serial
    private void readObject(ObjectInputStream ois) throws IOException {
        core = UNDERWAY.remove(ois.readInt());
        if (core == null) {
            throw new IOException("The stream has been received already");
        }
    }

    @Override
    public int read() throws IOException {
        return core.read();
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        return core.read(b, off, len);
    }

    @Override
    public void close() throws IOException {
        core.close();
    }

    /** How eagerly to send; makes no difference here. */
    public enum Flag {
        GREEDY,
        NOT_GREEDY
    }
}
