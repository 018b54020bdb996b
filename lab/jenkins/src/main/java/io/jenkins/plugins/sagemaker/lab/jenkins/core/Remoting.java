package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import hudson.remoting.Channel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.io.OnMaster;

/** Java serialization as Jenkins' remoting does it: nothing of the controller's own gets through. */
public final class Remoting {
    private static final Logger LOGGER = Logger.getLogger(Remoting.class.getName());

    private Remoting() {}

    /** The bytes that go over a connection. */
    public static byte[] send(Channel channel, Object o) throws IOException {
        Channel before = Channel.labBecome(channel);
        try {
            return serialize(o);
        } finally {
            Channel.labBecome(before);
        }
    }

    /** What the bytes were before they went over a connection. */
    public static Object receive(Channel channel, byte[] bytes) throws IOException {
        Channel before = Channel.labBecome(channel);
        try (ObjectInputStream in = new In(bytes)) {
            return in.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException("The other side does not know the class", e);
        } finally {
            Channel.labBecome(before);
        }
    }

    /** A failure of the other side, as this side sees it. */
    public static Throwable thrown(Channel channel, Throwable e) {
        try {
            Throwable here = (Throwable) receive(channel, send(channel, e));
            here.addSuppressed(new RemoteCall(channel.getName()));
            return here;
        } catch (IOException notSerializable) {
            IOException other =
                    new IOException("Remote call on " + channel.getName() + " failed: " + e, notSerializable);
            other.setStackTrace(e.getStackTrace());
            return other;
        }
    }

    /** Plain bytes of an object; fails for what must stay on the controller. */
    public static byte[] serialize(Object o) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new Out(bytes)) {
            out.writeObject(o);
        }
        return bytes.toByteArray();
    }

    /** Sends something to itself, as if to an agent. */
    @SuppressWarnings("unchecked")
    public static <T> T copy(Channel channel, T o) {
        try {
            return (T) receive(channel, send(channel, o));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows in a stack trace where the call was made. */
    private static final class RemoteCall extends Exception {
        private static final long serialVersionUID = 1L;

        RemoteCall(String name) {
            super("Remote call to " + name);
        }
    }

    private static final class Out extends ObjectOutputStream {
        Out(OutputStream out) throws IOException {
            super(out);
            enableReplaceObject(true);
        }

        @Override
        protected void annotateClass(Class<?> cl) throws IOException {
            if (cl.isAnonymousClass()) {
                LOGGER.log(
                        Level.WARNING,
                        "Sending an instance of the anonymous class {0}: use a named class; see"
                                + " https://www.jenkins.io/redirect/serialization-of-anonymous-classes/",
                        cl.getName());
            }
            super.annotateClass(cl);
        }

        @Override
        protected Object replaceObject(Object obj) throws IOException {
            if (obj instanceof OnMaster) {
                throw new InvalidClassException(
                        obj.getClass().getName(), "belongs to the controller and cannot be sent to an agent");
            }
            return obj;
        }
    }

    private static final class In extends ObjectInputStream {
        In(byte[] bytes) throws IOException {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass desc) throws IOException, ClassNotFoundException {
            Class<?> type = load(desc);
            if (!ClassFilters.allowed(type)) {
                throw new SecurityException(
                        "Rejected: " + type.getName() + "; see https://www.jenkins.io/redirect/class-filter/");
            }
            return type;
        }

        private Class<?> load(ObjectStreamClass desc) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(
                        desc.getName(), false, Thread.currentThread().getContextClassLoader());
            } catch (ClassNotFoundException e) {
                return super.resolveClass(desc);
            }
        }
    }
}
