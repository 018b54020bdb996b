package io.jenkins.plugins.sagemaker.nag.template;

/**
 * An unquoted YAML scalar that begins with a colon. The Ruby YAML reader takes it for a symbol and drops the colon, so
 * an unquoted {@code ::/0} is the symbol {@code :/0} and not a text.
 *
 * @param name the scalar without its first colon
 */
public record Symbol(String name) {}
