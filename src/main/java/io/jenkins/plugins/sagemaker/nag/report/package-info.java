/** What the linter found, as plain serializable data, and the formats it can be written in. */
package io.jenkins.plugins.sagemaker.nag.report;
