package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.Arrays;
import org.jvnet.hudson.test.TestExtension;

/**
 * The running test, as far as its own extensions are concerned.
 *
 * @param testClass null for none
 * @param testMethod null for none in particular
 */
public record TestScope(Class<?> testClass, String testMethod) {
    /** No test runs. */
    public static final TestScope NONE = new TestScope(null, null);

    /** Whether something annotated with TestExtension belongs to this test. */
    public boolean includes(AnnotatedElement element) {
        TestExtension extension = element.getAnnotation(TestExtension.class);
        if (testClass == null || extension == null) {
            return false;
        }
        String[] methods = extension.value();
        if (methods.length > 0 && !Arrays.asList(methods).contains(testMethod)) {
            return false;
        }
        if (element instanceof Member member) {
            return member.getDeclaringClass() == testClass;
        }
        Class<?> innermost = element instanceof Class<?> type ? type : null;
        for (Class<?> outer = innermost; outer != null; outer = outer.getEnclosingClass()) {
            if (outer == testClass) {
                return true;
            }
        }
        return false;
    }
}
