package org.jenkinsci.plugins.workflow.cps;

import com.cloudbees.groovy.cps.SerializableScript;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import groovy.lang.MissingPropertyException;
import hudson.model.Run;
import java.io.IOException;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.codehaus.groovy.runtime.InvokerInvocationException;

/** What every Jenkinsfile is compiled to: looks names up as variables, globals, steps and environment variables. */
public abstract class CpsScript extends SerializableScript {

    private static final long serialVersionUID = 1L;

    private static final String STEPS = "steps";

    private transient CpsFlowExecution execution;

    protected CpsScript() {}

    /** Called once the script has been made. */
    final void begin(CpsFlowExecution exec) {
        execution = exec;
        getBinding().setVariable(STEPS, new DSL(exec.getOwner()));
    }

    public Run<?, ?> $build() throws IOException {
        return execution.build();
    }

    public @CheckForNull Run<?, ?> $buildNoException() {
        return execution == null ? null : execution.run();
    }

    /** Hook of the stand-in: the execution that runs this script. */
    public final CpsFlowExecution labExecution() {
        return execution;
    }

    @Override
    public final Object invokeMethod(String name, Object args) {
        if (getBinding().hasVariable(name)) {
            Object variable = getBinding().getVariable(name);
            if (!InvokerHelper.getMetaClass(variable)
                    .respondsTo(variable, "call", (Object[]) args)
                    .isEmpty()) {
                return InvokerHelper.getMetaClass(variable).invokeMethod(variable, "call", args);
            }
        }
        GlobalVariable global = GlobalVariable.byName(name, $buildNoException());
        if (global != null) {
            Object value = valueOf(global);
            return InvokerHelper.getMetaClass(value).invokeMethod(value, "call", args);
        }
        return ((DSL) getBinding().getVariable(STEPS)).invokeMethod(name, args);
    }

    private Object valueOf(GlobalVariable global) {
        try {
            return global.getValue(this);
        } catch (Exception e) {
            throw new InvokerInvocationException(e);
        }
    }

    @Override
    public Object getProperty(String property) {
        try {
            return super.getProperty(property);
        } catch (MissingPropertyException notInBinding) {
            Run<?, ?> build = $buildNoException();
            GlobalVariable global = GlobalVariable.byName(property, build);
            if (global != null) {
                return valueOf(global);
            }
            String variable = build == null ? null : environmentVariable(build, property);
            if (variable != null) {
                return variable;
            }
            throw notInBinding;
        }
    }

    private static String environmentVariable(Run<?, ?> build, String name) {
        try {
            return EnvActionImpl.forRun(build).getProperty(name);
        } catch (IOException e) {
            throw new InvokerInvocationException(e);
        }
    }

    /** Runs another program text within this program. */
    @Override
    public Object evaluate(String script) {
        return execution.scripts().compile(script).run();
    }

    @Override
    public void println() {
        invokeMethod("echo", new Object[] {""});
    }

    @Override
    public void print(Object value) {
        println(value);
    }

    @Override
    public void println(Object value) {
        invokeMethod("echo", new Object[] {String.valueOf(value)});
    }

    @Override
    public void printf(String format, Object value) {
        print(DefaultGroovyMethods.sprintf(this, format, value));
    }

    @Override
    public void printf(String format, Object[] values) {
        print(DefaultGroovyMethods.sprintf(this, format, values));
    }

    /** Calls the step rather than Groovy's method of that name. */
    public Object sleep(long arg) {
        return invokeMethod("sleep", new Object[] {arg});
    }

    protected Object readResolve() {
        execution = ProgramStore.current();
        return this;
    }
}
