package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import hudson.FilePath;
import hudson.model.Computer;
import hudson.util.Secret;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import org.jenkinsci.plugins.workflow.pickles.Pickle;
import org.jenkinsci.plugins.workflow.pickles.PickleFactory;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

/**
 * Writes a program and the state of its steps. What Jenkins writes as a pickle is written as a pickle; what Jenkins cannot
 * write to disk, such as a log listener, is refused here as well, so that a test sees the step that would break there.
 */
public final class ProgramOutput extends ObjectOutputStream {

    public ProgramOutput(OutputStream out) throws IOException {
        super(out);
        enableReplaceObject(true);
    }

    @Override
    protected Object replaceObject(Object obj) throws IOException {
        if (obj instanceof FilePath path) {
            return StandInPickle.OfFilePath.of(path);
        }
        if (obj instanceof Computer computer) {
            return new StandInPickle.OfComputer(computer.getName());
        }
        if (obj instanceof Secret secret) {
            return new StandInPickle.OfSecret(secret.getEncryptedValue());
        }
        if (obj instanceof SerializableOnlyOverRemoting) {
            throw new NotSerializableException(
                    obj.getClass().getName() + " (only over remoting; keep it out of the step's state)");
        }
        if (obj instanceof Throwable failure) {
            var portable = PortableThrowable.of(failure);
            return portable.whole() != null ? obj : portable.stripped();
        }
        if (!(obj instanceof Serializable) || !PickleFactory.all().isEmpty()) {
            for (PickleFactory factory : PickleFactory.all()) {
                Pickle pickle = factory.writeReplace(obj);
                if (pickle != null) {
                    return pickle;
                }
            }
        }
        return obj;
    }
}
