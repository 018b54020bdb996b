package hudson.util;

import io.jenkins.plugins.sagemaker.lab.jenkins.core.SecretKeys;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;

/** A string that is kept encrypted wherever it is stored. */
public final class Secret implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    @Deprecated
    @Override
    public String toString() {
        return value;
    }

    public String getPlainText() {
        return value;
    }

    public String getEncryptedValue() {
        return SecretKeys.encrypt(value);
    }

    @Override
    public boolean equals(Object that) {
        return that instanceof Secret secret && value.equals(secret.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value);
    }

    /** Takes plain or encrypted text; null counts as empty. */
    public static Secret fromString(String data) {
        String given = data == null ? "" : data;
        Secret decrypted = decrypt(given);
        return decrypted == null ? new Secret(given) : decrypted;
    }

    /** Null where the text is not one that was encrypted here. */
    public static Secret decrypt(String data) {
        String plain = SecretKeys.decrypt(data);
        return plain == null ? null : new Secret(plain);
    }

    public static String toString(Secret s) {
        return s == null ? null : s.value;
    }
}
