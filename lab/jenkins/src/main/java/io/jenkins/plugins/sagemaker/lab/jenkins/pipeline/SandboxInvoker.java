package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import com.cloudbees.groovy.cps.impl.CallSiteBlock;
import com.cloudbees.groovy.cps.sandbox.DefaultInvoker;
import com.cloudbees.groovy.cps.sandbox.Invoker;

/**
 * Calls for a sandboxed Jenkinsfile: refuses what Jenkins' sandbox would refuse on objects that plugins give out. Far from
 * a sandbox: it shows a plugin author that a step's value cannot be read there, it keeps nobody from doing harm.
 */
public class SandboxInvoker extends DefaultInvoker {

    private static final long serialVersionUID = 1L;

    @Override
    public Object methodCall(Object receiver, String method, Object[] args) throws Throwable {
        SandboxRules.checkMethod(receiver, method, args);
        return super.methodCall(receiver, method, args);
    }

    @Override
    public Object constructorCall(Class lhs, Object[] args) throws Throwable {
        SandboxRules.checkConstructor(lhs, args);
        return super.constructorCall(lhs, args);
    }

    @Override
    public Object getProperty(Object lhs, String name) throws Throwable {
        SandboxRules.checkProperty(lhs, name);
        return super.getProperty(lhs, name);
    }

    @Override
    public Invoker contextualize(CallSiteBlock tags) {
        return this;
    }
}
