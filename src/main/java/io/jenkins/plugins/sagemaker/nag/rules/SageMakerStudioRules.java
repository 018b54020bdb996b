package io.jenkins.plugins.sagemaker.nag.rules;

import static io.jenkins.plugins.sagemaker.nag.rules.SageMakerPack.isNot;
import static io.jenkins.plugins.sagemaker.nag.rules.SageMakerPack.lacks;

import io.jenkins.plugins.sagemaker.nag.template.Resource;
import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.List;

/** Where people work: notebook instances, Studio domains, user profiles. */
final class SageMakerStudioRules {
    private static final String NOTEBOOK = "AWS::SageMaker::NotebookInstance";
    private static final String DOMAIN = "AWS::SageMaker::Domain";
    private static final List<String> OLD_PLATFORMS = List.of("notebook-al1-v1", "notebook-al2-v1", "notebook-al2-v2");
    private static final List<PropertyPath> SHARING = List.of(
            PropertyPath.of("DefaultUserSettings.SharingSettings"), PropertyPath.of("UserSettings.SharingSettings"));

    private SageMakerStudioRules() {}

    static List<Rule> rules() {
        return List.of(
                SageMakerPack.failure(
                        "SM16",
                        "NotebookInternetAccess",
                        NOTEBOOK,
                        isNot("DirectInternetAccess", "Disabled"),
                        "The notebook instance reaches the internet past your VPC.",
                        "Data can leave to anywhere, and packages of anybody's come in, without a trace in your network.",
                        "Set DirectInternetAccess to Disabled, with SubnetId and SecurityGroupIds.",
                        SageMakerPack.CONTROLS),
                SageMakerPack.failure(
                        "SM17",
                        "NotebookRootAccess",
                        NOTEBOOK,
                        isNot("RootAccess", "Disabled"),
                        "Users of the notebook instance are root on it.",
                        "They can switch off what watches the machine, and read what others left on it.",
                        "Set RootAccess to Disabled.",
                        SageMakerPack.CONTROLS),
                SageMakerPack.warning(
                        "SM18",
                        "NotebookVpc",
                        NOTEBOOK,
                        lacks("SubnetId"),
                        "The notebook instance lies outside of any VPC of yours.",
                        "Its traffic can be neither filtered nor recorded.",
                        "Set SubnetId and SecurityGroupIds.",
                        SageMakerPack.CONTROLS),
                SageMakerPack.warning(
                        "SM19",
                        "NotebookMetadataService",
                        NOTEBOOK,
                        isNot("InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion", "2"),
                        "The notebook instance still answers version 1 of the instance metadata service.",
                        "A page that makes the notebook fetch an address can get at the role's credentials.",
                        "Set InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion to 2.",
                        SageMakerPack.GUIDE + "nbi-imds.html"),
                SageMakerPack.warning(
                        "SM20",
                        "NotebookPlatform",
                        NOTEBOOK,
                        (notebook, scope) -> Checks.oneOf(notebook.property("PlatformIdentifier"), OLD_PLATFORMS),
                        "The notebook instance runs on a platform that gets no more security updates.",
                        "Known holes in the system and in JupyterLab stay open.",
                        "Set PlatformIdentifier to notebook-al2-v3 or a later one.",
                        SageMakerPack.CONTROLS),
                SageMakerPack.warning(
                        "SM21",
                        "DomainInternetAccess",
                        DOMAIN,
                        isNot("AppNetworkAccessType", "VpcOnly"),
                        "The apps of the domain reach the internet past your VPC.",
                        "Data can leave to anywhere without a trace in your network.",
                        "Set AppNetworkAccessType to VpcOnly and make VPC endpoints for what the apps need.",
                        SageMakerPack.GUIDE + "studio-notebooks-and-internet-access.html"),
                SageMakerPack.rule(
                        Severity.WARN,
                        "SM22",
                        "SharedOutputKey",
                        List.of(DOMAIN, "AWS::SageMaker::UserProfile"),
                        (resource, scope) -> sharesWithoutKey(resource),
                        "Shared notebooks keep the output of their cells, and no KMS key of your own encrypts them.",
                        "Outputs are data: whoever may read the bucket sees them.",
                        "Set SharingSettings.S3KmsKeyId, or NotebookOutputOption to Disabled.",
                        SageMakerPack.GUIDE + "notebooks-sharing.html"),
                SageMakerPack.rule(
                        Severity.WARN,
                        "SM23",
                        "DeletionPolicy",
                        List.of(
                                DOMAIN,
                                "AWS::SageMaker::FeatureGroup",
                                "AWS::SageMaker::ModelPackageGroup",
                                "AWS::SageMaker::MlflowTrackingServer"),
                        (resource, scope) -> isLostWithStack(resource, scope),
                        "The resource is deleted with the stack, or when an update replaces it.",
                        "Work of people, features or the history of models go with it.",
                        "Set DeletionPolicy and UpdateReplacePolicy to Retain.",
                        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html"));
    }

    private static boolean sharesWithoutKey(Resource resource) {
        for (PropertyPath path : SHARING) {
            for (Value sharing : path.values(resource)) {
                if (sharing.isMap()
                        && sharing.at("NotebookOutputOption").is("Allowed")
                        && Checks.isOff(sharing.at("S3KmsKeyId"))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isLostWithStack(Resource resource, Scope scope) {
        Value written = scope.writtenResources().at(resource.logicalId());
        return !keeps(written.at("DeletionPolicy")) || !keeps(written.at("UpdateReplacePolicy"));
    }

    private static boolean keeps(Value policy) {
        return policy.isText() && policy.text().startsWith("Retain") || policy.isFunction();
    }
}
