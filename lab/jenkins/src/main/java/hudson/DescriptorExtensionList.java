package hudson;

import hudson.model.Describable;
import hudson.model.Descriptor;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Extensions;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;

/** The descriptors of one kind of describable. */
public class DescriptorExtensionList<T extends Describable<T>, D extends Descriptor<T>> extends ExtensionList<D> {
    private final Class<T> describableType;

    @SuppressWarnings("unchecked")
    protected DescriptorExtensionList(Jenkins jenkins, Class<T> describableType) {
        super(jenkins, (Class<D>) (Class<?>) Descriptor.class);
        this.describableType = describableType;
    }

    public static <T extends Describable<T>, D extends Descriptor<T>>
            DescriptorExtensionList<T, D> createDescriptorList(Jenkins jenkins, Class<T> describableType) {
        return new DescriptorExtensionList<>(jenkins, describableType);
    }

    public D find(String fqcn) {
        return Descriptor.findByDescribableClassName(this, fqcn);
    }

    public D find(Class<? extends T> type) {
        for (D d : this) {
            if (d.clazz == type) {
                return d;
            }
        }
        return null;
    }

    public D findByName(String id) {
        return Descriptor.findById(this, id);
    }

    @Override
    List<D> labLoad(Extensions extensions) {
        List<D> fitting = new ArrayList<>();
        for (D d : super.labLoad(extensions)) {
            if (d.getT() == describableType) {
                fitting.add(d);
            }
        }
        return fitting;
    }
}
