package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import com.thoughtworks.xstream.converters.ConversionException;
import com.thoughtworks.xstream.converters.SingleValueConverter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Base64;

/** Writes throwables by Java serialization, since XStream may not look into those of the JDK. */
public final class ThrowableConverter implements SingleValueConverter {

    @SuppressWarnings("rawtypes")
    @Override
    public boolean canConvert(Class type) {
        return type != null && Throwable.class.isAssignableFrom(type);
    }

    @Override
    public String toString(Object obj) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(PortableThrowable.of((Throwable) obj));
        } catch (IOException e) {
            throw new ConversionException("cannot write " + obj, e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    @Override
    public Object fromString(String str) {
        try (var in = new ObjectInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(str)))) {
            return ((PortableThrowable) in.readObject()).restore();
        } catch (IOException | ClassNotFoundException e) {
            throw new ConversionException("cannot read a throwable", e);
        }
    }
}
