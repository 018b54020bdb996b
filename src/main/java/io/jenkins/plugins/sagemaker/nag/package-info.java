/**
 * cfn_nag's rules in Java. {@link io.jenkins.plugins.sagemaker.nag.Linter} checks templates,
 * {@link io.jenkins.plugins.sagemaker.nag.TemplateFiles} finds them, the report package writes down what was found.
 */
package io.jenkins.plugins.sagemaker.nag;
