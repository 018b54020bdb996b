package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import java.util.List;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/** Compares objects by their data-bound properties. */
public final class Beans {
    private Beans() {}

    /** Fails where the two would be written differently. */
    public static void assertEqual(Object lhs, Object rhs) {
        if (lhs == null || rhs == null) {
            if (lhs != rhs) {
                throw new AssertionError("Expected " + lhs + " but got " + rhs);
            }
            return;
        }
        UninstantiatedDescribable left = DescribableModel.uninstantiate2_(lhs);
        UninstantiatedDescribable right = DescribableModel.uninstantiate2_(rhs);
        if (lhs.getClass() != rhs.getClass() || !left.equals(right)) {
            throw new AssertionError("Expected " + lhs.getClass().getSimpleName() + left + " but got "
                    + rhs.getClass().getSimpleName() + right);
        }
    }

    /** The same for lists. */
    public static void assertEqual(List<?> lhs, List<?> rhs) {
        if (lhs.size() != rhs.size()) {
            throw new AssertionError("Expected " + lhs.size() + " elements but got " + rhs.size());
        }
        for (int i = 0; i < lhs.size(); i++) {
            assertEqual(lhs.get(i), rhs.get(i));
        }
    }
}
