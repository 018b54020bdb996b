package io.jenkins.plugins.sagemaker.nag.template;

/**
 * A declared parameter.
 *
 * @param noEcho as declared, absent if not
 * @param defaultValue as declared, absent if not
 */
public record Parameter(String name, Value noEcho, Value defaultValue) {

    /** A secret may come in through it: it is not echoed, and the template does not give it a value. */
    public boolean keepsSecret() {
        return noEcho.isTrue() && defaultValue.isAbsent();
    }
}
