package org.jvnet.hudson.test.junit.jupiter;

import io.jenkins.plugins.sagemaker.lab.jenkins.core.TestScope;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.jvnet.hudson.test.JenkinsRule;

/** Starts a Jenkins for a test that asks for one, and ends it after the test. */
public class JenkinsExtension implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(JenkinsExtension.class);
    private static final String KEY = "jenkins";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(JenkinsRule.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getStore(NAMESPACE).get(KEY) != null) {
            throw new ParameterResolutionException(
                    "Jenkins runs already: the real harness starts it for every parameter, so take it in one method only");
        }
        JenkinsRule rule = context.getStore(NAMESPACE)
                .computeIfAbsent(KEY, key -> new JenkinsRule().labScope(scope(context)), JenkinsRule.class);
        try {
            rule.before();
            return rule;
        } catch (Throwable t) {
            throw new ParameterResolutionException("Jenkins does not start: " + t.getMessage(), t);
        }
    }

    static TestScope scope(ExtensionContext context) {
        return new TestScope(
                context.getTestClass().orElse(null),
                context.getTestMethod().map(Method::getName).orElse(null));
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        JenkinsRule rule = context.getStore(NAMESPACE).remove(KEY, JenkinsRule.class);
        if (rule != null) {
            rule.after();
        }
    }
}
