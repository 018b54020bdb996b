package hudson.remoting;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serial;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

/** A stream that can be sent: what is written to it there arrives here. */
public final class RemoteOutputStream extends OutputStream implements SerializableOnlyOverRemoting {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final ConcurrentMap<Integer, OutputStream> UNDERWAY = new ConcurrentHashMap<>();
    private static final AtomicInteger NEXT = new AtomicInteger();

    private transient OutputStream core;

    public RemoteOutputStream(OutputStream core) {
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
    public void write(int b) throws IOException {
        core.write(b);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
        core.write(b, off, len);
    }

    @Override
    public void flush() throws IOException {
        core.flush();
    }

    @Override
    public void close() throws IOException {
        core.close();
    }
}
