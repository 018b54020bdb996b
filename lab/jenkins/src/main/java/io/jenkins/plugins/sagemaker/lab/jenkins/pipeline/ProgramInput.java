package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.util.concurrent.ExecutionException;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.pickles.Pickle;

/** Reads what {@link ProgramOutput} wrote, with the classes of the freshly compiled Jenkinsfile. */
public final class ProgramInput extends ObjectInputStream {

    private final ClassLoader scripts;
    private final FlowExecutionOwner owner;

    public ProgramInput(InputStream in, ClassLoader scripts, FlowExecutionOwner owner) throws IOException {
        super(in);
        this.scripts = scripts;
        this.owner = owner;
        enableResolveObject(true);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass desc) throws IOException, ClassNotFoundException {
        try {
            return Class.forName(desc.getName(), false, scripts);
        } catch (ClassNotFoundException primitiveOrGone) {
            return super.resolveClass(desc);
        }
    }

    /** The compiler numbers its helper methods, so the same source compiled again looks like another version. */
    @Override
    protected ObjectStreamClass readClassDescriptor() throws IOException, ClassNotFoundException {
        ObjectStreamClass written = super.readClassDescriptor();
        try {
            Class<?> here = Class.forName(written.getName(), false, scripts);
            if (here.getClassLoader() instanceof groovy.lang.GroovyClassLoader) {
                ObjectStreamClass local = ObjectStreamClass.lookup(here);
                return local == null ? written : local;
            }
        } catch (ClassNotFoundException left) {
            // Left to resolveClass, which knows primitives and says what is missing.
        }
        return written;
    }

    @Override
    protected Object resolveObject(Object obj) throws IOException {
        if (obj instanceof StandInPickle pickle) {
            return pickle.restore();
        }
        if (obj instanceof Pickle pickle) {
            try {
                return pickle.rehydrate(owner).get();
            } catch (ExecutionException | InterruptedException e) {
                throw new IOException("cannot restore " + obj, e);
            }
        }
        return obj;
    }
}
