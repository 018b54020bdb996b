/**
 * Declarative Pipelines. {@link io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative.DeclarativeCustomizer} checks a
 * {@code pipeline} block while the Jenkinsfile is compiled and makes a tree of maps, lists and closures of it; the Groovy
 * classes beside this package, compiled with each such Jenkinsfile, run that tree. So it is an ordinary program that runs, and
 * a restart finds it where it was.
 */
package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;
