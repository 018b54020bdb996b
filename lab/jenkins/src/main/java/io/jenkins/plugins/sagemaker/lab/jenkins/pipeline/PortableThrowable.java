package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import hudson.remoting.ProxyException;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;

/** A throwable as it can be written: itself where all of it is serializable, else its text and stack trace. */
public record PortableThrowable(Throwable whole, Throwable stripped) implements Serializable {

    public static PortableThrowable of(Throwable t) {
        try (var probe = new ObjectOutputStream(OutputStream.nullOutputStream())) {
            probe.writeObject(t);
            return new PortableThrowable(t, null);
        } catch (IOException notSerializable) {
            return new PortableThrowable(null, new ProxyException(t));
        }
    }

    public Throwable restore() {
        return whole != null ? whole : stripped;
    }
}
