/** Generated pipelines under restarts and faults, on a virtual clock. */
package io.jenkins.plugins.sagemaker.lab.cli.chaos;
