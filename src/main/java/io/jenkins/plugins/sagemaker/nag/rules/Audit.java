package io.jenkins.plugins.sagemaker.nag.rules;

/** Decides about a whole template: for rules that look at several resources at once or report in an order of their own. */
@FunctionalInterface
interface Audit {
    void run(Scope scope, Findings findings);
}
