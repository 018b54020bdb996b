package org.jenkinsci.plugins.workflow.support.pickles;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jenkinsci.plugins.workflow.pickles.Pickle;
import org.jenkinsci.plugins.workflow.pickles.PickleFactory;

/** Makes pickles of objects of one type, which the subclass names as its type argument. */
public abstract class SingleTypedPickleFactory<T> extends PickleFactory {

    private final Class<?> type;

    protected SingleTypedPickleFactory() {
        Type argument = ((ParameterizedType) getClass().getGenericSuperclass()).getActualTypeArguments()[0];
        type = argument instanceof Class<?> plain ? plain : (Class<?>) ((ParameterizedType) argument).getRawType();
    }

    @SuppressWarnings("unchecked")
    @Override
    public final @CheckForNull Pickle writeReplace(@NonNull Object object) {
        return type.isInstance(object) ? pickle((T) object) : null;
    }

    protected abstract @NonNull Pickle pickle(@NonNull T object);
}
