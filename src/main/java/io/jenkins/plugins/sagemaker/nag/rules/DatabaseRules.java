package io.jenkins.plugins.sagemaker.nag.rules;

import static io.jenkins.plugins.sagemaker.nag.rules.Checks.absent;
import static io.jenkins.plugins.sagemaker.nag.rules.Checks.always;
import static io.jenkins.plugins.sagemaker.nag.rules.Checks.isOff;
import static io.jenkins.plugins.sagemaker.nag.rules.Checks.notTrue;
import static io.jenkins.plugins.sagemaker.nag.rules.Checks.oneOf;

import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.List;

/** Databases: who reaches them, and whether they survive a mistake. */
final class DatabaseRules {
    private static final String INSTANCE = "AWS::RDS::DBInstance";
    private static final List<String> AURORA = List.of("aurora", "aurora-mysql", "aurora-postgresql");
    private static final List<String> BILLING_MODES = List.of("PAY_PER_REQUEST", "PROVISIONED");

    private DatabaseRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.each(
                        "F22",
                        "RDSInstancePubliclyAccessibleRule",
                        INSTANCE,
                        (instance, scope) -> isAbsentOrTrue(instance.property("PubliclyAccessible")),
                        "The database has, or may get, an address on the internet.",
                        "Only the password and the security group then stand between it and everybody.",
                        "Set PubliclyAccessible to false."),
                Rule.each(
                        "F80",
                        "RDSInstanceDeletionProtectionRule",
                        INSTANCE,
                        // Aurora is protected at its cluster.
                        (instance, scope) -> isOff(instance.property("DeletionProtection"))
                                && !oneOf(instance.property("Engine"), AURORA),
                        "The database can be deleted by a stack update or a single call.",
                        "One mistake in a template and the data are gone.",
                        "Set DeletionProtection to true."),
                Rule.each(
                        "W75",
                        "RDSInstanceBackupRetentionPeriodRule",
                        INSTANCE,
                        (instance, scope) -> instance.property("BackupRetentionPeriod")
                                .text()
                                .equals("0"),
                        "Automatic backups are switched off.",
                        "After a failure or a mistake there is nothing to restore.",
                        "Set BackupRetentionPeriod to the number of days that you need."),
                Rule.each(
                        "F77",
                        "AmazonSimpleDBDomainRule",
                        "AWS::SDB::Domain",
                        always(),
                        "The template makes a SimpleDB domain.",
                        "SimpleDB offers no encryption at rest, and AWS develops it no further.",
                        "Use DynamoDB instead."),
                Rule.each(
                        "W73",
                        "DynamoDBBillingModeRule",
                        "AWS::DynamoDB::Table",
                        (table, scope) -> !oneOf(table.property("BillingMode"), BILLING_MODES),
                        "The table does not say whether it is billed per request or by provisioned capacity.",
                        "Nobody decided what the table may cost, or when it throttles.",
                        "Set BillingMode to PAY_PER_REQUEST or PROVISIONED."),
                Rule.each(
                        "W78",
                        "DynamoDBBackupRule",
                        "AWS::DynamoDB::Table",
                        notTrue("PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled"),
                        "The table has no point-in-time recovery.",
                        "After a mistake there is nothing to restore.",
                        "Set PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled to true."),
                Rule.each(
                        "W90",
                        "ElasticsearchDomainInsideVPCRule",
                        "AWS::Elasticsearch::Domain",
                        absent("VPCOptions"),
                        "The domain lies outside of any VPC.",
                        "Its address is public, and only its access policy keeps strangers out.",
                        "Set VPCOptions with subnets and security groups."),
                Rule.each(
                        "W91",
                        "DMSReplicationInstanceNotPublicRule",
                        "AWS::DMS::ReplicationInstance",
                        (instance, scope) -> isAbsentOrTrue(instance.property("PubliclyAccessible")),
                        "The replication instance has, or may get, an address on the internet.",
                        "It holds credentials of the databases on both sides.",
                        "Set PubliclyAccessible to false."));
    }

    /** What is absent is public by default. */
    private static boolean isAbsentOrTrue(Value value) {
        return value.isAbsent() || value.isTrue();
    }
}
