/**
 * The rules. A rule is an id, a resource type, a check and four sentences; families of like rules are tables. Nothing
 * here reads text or writes reports.
 */
package io.jenkins.plugins.sagemaker.nag.rules;
