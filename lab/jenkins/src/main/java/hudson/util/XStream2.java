package hudson.util;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.converters.SingleValueConverter;
import com.thoughtworks.xstream.converters.collections.CollectionConverter;
import com.thoughtworks.xstream.converters.collections.MapConverter;
import com.thoughtworks.xstream.io.HierarchicalStreamDriver;
import com.thoughtworks.xstream.io.xml.DomDriver;
import com.thoughtworks.xstream.security.AnyTypePermission;
import hudson.model.Result;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.ImmutableLists;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.RefusedTypes;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.UnmodifiableViews;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Function;

/**
 * XStream as Jenkins sets it up: what the class filter rejects is refused, secrets are encrypted, elements without a field
 * are skipped. Unlike there, something that cannot be read is never dropped silently, and a record is refused when it is
 * written, not only when it is read.
 */
public class XStream2 extends XStream {
    private static final int ABOVE_DEFAULTS = 10;

    public XStream2() {
        super(getDefaultDriver());
        addPermission(AnyTypePermission.ANY);
        ignoreUnknownElements();
        registerConverter(new RefusedTypes(), PRIORITY_VERY_HIGH);
        registerConverter(new CopyOnWriteList.ConverterImpl(getMapper()), ABOVE_DEFAULTS);
        registerConverter(new DescribableList.ConverterImpl(getMapper()), ABOVE_DEFAULTS);
        registerConverter(new ImmutableLists(getMapper()), ABOVE_DEFAULTS);
        // The default converters of these would have to look into the JDK.
        registerConverter(new CollectionConverter(getMapper(), CopyOnWriteArrayList.class), ABOVE_DEFAULTS);
        registerConverter(new CollectionConverter(getMapper(), CopyOnWriteArraySet.class), ABOVE_DEFAULTS);
        registerConverter(new CollectionConverter(getMapper(), TreeSet.class), ABOVE_DEFAULTS);
        registerConverter(new MapConverter(getMapper(), TreeMap.class), ABOVE_DEFAULTS);
        registerConverter(new MapConverter(getMapper(), ConcurrentHashMap.class), ABOVE_DEFAULTS);
        registerConverter(new UnmodifiableViews(getMapper()), ABOVE_DEFAULTS);
        registerConverter(new AsString<>(Secret.class, Secret::getEncryptedValue, Secret::fromString), ABOVE_DEFAULTS);
        registerConverter(new AsString<>(Result.class, Result::toString, Result::fromString), ABOVE_DEFAULTS);
    }

    public static HierarchicalStreamDriver getDefaultDriver() {
        return new DomDriver("UTF-8");
    }

    /** Reads the old name of a class, too. */
    public void addCompatibilityAlias(String oldClassName, Class newClass) {
        alias(oldClassName, newClass);
        alias(newClass.getName(), newClass);
    }

    public void toXMLUTF8(Object obj, OutputStream out) {
        toXML(obj, new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    private record AsString<T>(Class<T> type, Function<T, String> write, Function<String, T> read)
            implements SingleValueConverter {
        @Override
        public boolean canConvert(Class other) {
            return other == type;
        }

        @Override
        public String toString(Object obj) {
            return obj == null ? null : write.apply(type.cast(obj));
        }

        @Override
        public Object fromString(String str) {
            return read.apply(str);
        }
    }
}
