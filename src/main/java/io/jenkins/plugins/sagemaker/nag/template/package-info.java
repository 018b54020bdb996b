/**
 * CloudFormation templates as cfn_nag 0.8.10 sees them: text to values with positions, intrinsic functions, parameters,
 * resources and the links between them. Knows nothing of rules.
 */
package io.jenkins.plugins.sagemaker.nag.template;
