package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import hudson.console.LineTransformationOutputStream;
import hudson.util.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.log.TaskListenerDecorator;

/** Shows {@code ****} in the log where a secret would stand. Written with the program, the secrets encrypted. */
public final class Masking extends TaskListenerDecorator {

    private static final long serialVersionUID = 1L;

    private final ArrayList<Secret> secrets = new ArrayList<>();

    public Masking(Collection<String> plain) {
        plain.forEach(text -> secrets.add(Secret.fromString(text)));
    }

    /** Longer secrets first, each as a whole and line by line; null where nothing is to be hidden. */
    private Pattern pattern() {
        Set<String> texts = new LinkedHashSet<>();
        for (Secret secret : secrets) {
            String text = secret.getPlainText();
            texts.add(text);
            text.lines().map(String::trim).forEach(texts::add);
        }
        List<String> longest = texts.stream()
                .filter(text -> !text.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        return longest.isEmpty()
                ? null
                : Pattern.compile(longest.stream().map(Pattern::quote).collect(Collectors.joining("|")));
    }

    @Override
    public OutputStream decorate(OutputStream logger) {
        Pattern pattern = pattern();
        if (pattern == null) {
            return logger;
        }
        return new LineTransformationOutputStream.Delegating(logger) {
            @Override
            protected void eol(byte[] b, int len) throws IOException {
                String line = new String(b, 0, len, StandardCharsets.UTF_8);
                out.write(pattern.matcher(line).replaceAll("****").getBytes(StandardCharsets.UTF_8));
            }
        };
    }
}
