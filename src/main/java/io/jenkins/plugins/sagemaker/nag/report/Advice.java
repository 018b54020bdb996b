package io.jenkins.plugins.sagemaker.nag.report;

import java.io.Serializable;

/**
 * What a rule has to say beside its message.
 *
 * @param why what may come of a violation
 * @param fix what to do
 * @param link the page of a documentation that says more
 */
public record Advice(String why, String fix, String link) implements Serializable {
    private static final long serialVersionUID = 1L;
}
