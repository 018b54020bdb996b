package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative

import hudson.FilePath
import hudson.Launcher
import org.jenkinsci.plugins.workflow.steps.MissingContextVariableException

/** Runs blocks in what a pipeline or a stage puts around them: an agent, an environment, options, a question. */
class Surroundings implements Serializable {

    private static final long serialVersionUID = 1L

    final def script
    final DeclarativeRun build

    Surroundings(script, DeclarativeRun build) {
        this.script = script
        this.build = build
    }

    boolean isOn(Map flags, String name) {
        return flags != null && flags[name] != null && flags[name].call()
    }

    /** On a node, with the sources checked out. */
    def onAgent(Map agent, Map flags, boolean inStage, Closure body) {
        if (agent == null || agent.type == 'none') {
            return body.call()
        }
        def label = agent.label == null ? null : agent.label.call()
        def workspace = agent.customWorkspace == null ? null : agent.customWorkspace.call()
        script.node(label) {
            if (workspace == null) {
                withSources(flags, inStage, body)
            } else {
                script.ws(workspace) {
                    withSources(flags, inStage, body)
                }
            }
        }
    }

    def withSources(Map flags, boolean inStage, Closure body) {
        if (build.hasSources() && !isOn(flags, 'skipDefaultCheckout')) {
            if (inStage) {
                checkout(flags)
            } else {
                script.stage('Declarative: Checkout SCM') {
                    checkout(flags)
                }
            }
        }
        body.call()
    }

    def checkout(Map flags) {
        def folder = flags == null || flags.checkoutToSubdirectory == null ? null : flags.checkoutToSubdirectory.call()
        if (folder) {
            script.dir(folder) {
                script.checkout(script.scm)
            }
        } else {
            script.checkout(script.scm)
        }
    }

    /** With the credentials first, since other variables may refer to them. */
    def inEnvironment(List variables, Closure body) {
        if (!variables) {
            return body.call()
        }
        def bindings = []
        for (int i = 0; i < variables.size(); i++) {
            if (variables[i].credentials != null) {
                bindings.addAll(build.bindings(variables[i].name, variables[i].credentials.call().toString()))
            }
        }
        if (bindings) {
            script.withCredentials(bindings) {
                withValues(variables, body)
            }
        } else {
            withValues(variables, body)
        }
    }

    def withValues(List variables, Closure body) {
        def scope = new EnvironmentScope(script)
        for (int i = 0; i < variables.size(); i++) {
            def value = variables[i].value
            if (value != null) {
                value.delegate = scope
                value.resolveStrategy = Closure.DELEGATE_FIRST
                scope.add(variables[i].name, value.call())
            }
        }
        def pairs = scope.pairs()
        if (pairs) {
            script.withEnv(pairs, body)
        } else {
            body.call()
        }
    }

    /** Within steps such as {@code timeout}, the first one outermost. */
    def wrapped(List wrappers, int next, Closure body) {
        if (wrappers == null || next >= wrappers.size()) {
            return body.call()
        }
        def wrapper = wrappers[next]
        def inner = { wrapped(wrappers, next + 1, body) }
        if (wrapper.arguments == null) {
            script."${wrapper.step}"(inner)
        } else {
            script."${wrapper.step}"(wrapper.arguments.call(), inner)
        }
    }

    /** After somebody has answered; with what they answered in the environment. */
    def answered(Map input, Closure body) {
        if (input == null) {
            return body.call()
        }
        def arguments = [:]
        def fields = new ArrayList(input.keySet())
        for (int i = 0; i < fields.size(); i++) {
            arguments[fields[i]] = input[fields[i]].call()
        }
        def answer = script.input(arguments)
        def pairs = []
        if (answer instanceof Map) {
            def names = new ArrayList(answer.keySet())
            for (int i = 0; i < names.size(); i++) {
                pairs << "${names[i]}=${answer[names[i]]}".toString()
            }
        } else if (arguments.submitterParameter != null) {
            pairs << "${arguments.submitterParameter}=${answer}".toString()
        } else if (arguments.parameters) {
            pairs << "${build.nameOf(arguments.parameters[0])}=${answer}".toString()
        }
        if (pairs) {
            script.withEnv(pairs, body)
        } else {
            body.call()
        }
    }

    /** Tells of a missing agent in the words of a Jenkinsfile. */
    def needingAgent(boolean hasAgent, Closure body) {
        try {
            body.call()
        } catch (MissingContextVariableException missing) {
            if (hasAgent || missing.type != FilePath && missing.type != Launcher) {
                throw missing
            }
            script.error('Attempted to execute a step that requires a node context while ‘agent none’ was specified. '
                + 'Be sure to specify your own ‘node { ... }’ blocks when using ‘agent none’.')
        }
    }
}
