package org.jenkinsci.plugins.workflow.cps;

import com.cloudbees.groovy.cps.Block;
import com.cloudbees.groovy.cps.Env;
import com.cloudbees.groovy.cps.impl.CpsClosure;
import groovy.lang.GroovyObject;
import java.util.List;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;

/** A block of a Jenkinsfile, in which {@code println} and {@code sleep} are steps. */
public class CpsClosure2 extends CpsClosure {

    private static final long serialVersionUID = 1L;

    public CpsClosure2(Object owner, Object thisObject, List<String> parameters, Block body, Env capture) {
        super(owner, thisObject, parameters, body, capture);
    }

    private Object onOwner(String method, Object... args) {
        return ((GroovyObject) getOwner()).invokeMethod(method, args);
    }

    public void println() {
        onOwner("println");
    }

    public void print(Object value) {
        onOwner("print", value);
    }

    public void println(Object value) {
        onOwner("println", value);
    }

    public void printf(String format, Object value) {
        onOwner("print", DefaultGroovyMethods.sprintf(this, format, value));
    }

    public Object sleep(long arg) {
        return onOwner("sleep", arg);
    }
}
