package org.jenkinsci.plugins.workflow.cps;

import com.cloudbees.groovy.cps.CpsTransformer;
import com.cloudbees.groovy.cps.NonCPS;
import com.cloudbees.groovy.cps.TransformerConfiguration;
import groovy.lang.Binding;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyCodeSource;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative.DeclarativeCustomizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import jenkins.model.Jenkins;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.ImportCustomizer;
import org.codehaus.groovy.runtime.InvokerHelper;

/** Compiles the program texts of one execution, and remembers them so that they can be compiled again. */
final class CpsScripts {

    static final String MAIN = "WorkflowScript";

    private final CpsFlowExecution execution;
    private final Loader loader;
    private final Map<String, String> loaded = new LinkedHashMap<>();
    private final Map<String, Class<?>> classes = new HashMap<>();
    private final Binding binding = new Binding();

    CpsScripts(CpsFlowExecution execution) {
        this.execution = execution;
        this.loader = new Loader(Jenkins.get().getPluginManager().uberClassLoader, configuration());
    }

    private static CompilerConfiguration configuration() {
        var transformer = new CpsTransformer();
        transformer.setConfiguration(new TransformerConfiguration()
                .withClosureType(CpsClosure2.class)
                .withSafepoint(Safepoint.class, "safepoint"));
        var imports = new ImportCustomizer();
        imports.addStarImports(NonCPS.class.getPackage().getName(), "hudson.model", "jenkins.model");
        var configuration = new CompilerConfiguration();
        configuration.addCompilationCustomizers(imports, new DeclarativeCustomizer(), transformer);
        configuration.setScriptBaseClass(CpsScript.class.getName());
        return configuration;
    }

    ClassLoader loader() {
        return loader;
    }

    /** The texts compiled beside the main one, by class name. */
    Map<String, String> loaded() {
        return loaded;
    }

    CpsScript compileMain(String text) {
        return instantiate(define(MAIN, text));
    }

    /** Compiles a further text, which shares the variables of the main one. */
    CpsScript compile(String text) {
        String name = "Script" + (loaded.size() + 1);
        loaded.put(name, text);
        return instantiate(define(name, text));
    }

    /** Compiles a text that defines the class of that name, once; its variables are its own. */
    Class<?> compileClass(String name, String text) {
        return classes.computeIfAbsent(name + ".groovy", key -> {
            loaded.put(key, text);
            return define(key, text);
        });
    }

    /** Defines the classes of a program that is about to be read. */
    void recompile(String main, Map<String, String> others) {
        define(MAIN, main);
        loaded.putAll(others);
        others.forEach((name, text) -> classes.put(name, define(name, text)));
    }

    private Class<?> define(String name, String text) {
        return loader.parseClass(new GroovyCodeSource(text, name, "/groovy/shell"), false);
    }

    private CpsScript instantiate(Class<?> type) {
        CpsScript script = (CpsScript) InvokerHelper.createScript(type, binding);
        script.begin(execution);
        return script;
    }

    /** Defines all classes by itself, so that they can be found by name when a program is read. */
    private static final class Loader extends GroovyClassLoader {

        Loader(ClassLoader parent, CompilerConfiguration configuration) {
            super(parent, configuration);
        }

        @Override
        protected ClassCollector createCollector(CompilationUnit unit, SourceUnit su) {
            return new Collector(this, unit, su);
        }

        private static final class Collector extends ClassCollector {
            private final Loader loader;

            Collector(Loader loader, CompilationUnit unit, SourceUnit su) {
                super(null, unit, su);
                this.loader = loader;
            }

            @Override
            public GroovyClassLoader getDefiningClassLoader() {
                return loader;
            }
        }
    }
}
