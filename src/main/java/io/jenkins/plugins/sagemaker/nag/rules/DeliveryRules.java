package io.jenkins.plugins.sagemaker.nag.rules;

import static io.jenkins.plugins.sagemaker.nag.rules.Checks.equal;
import static io.jenkins.plugins.sagemaker.nag.rules.Checks.oneOf;

import io.jenkins.plugins.sagemaker.nag.template.Resource;
import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.List;

/** What stands between users and servers: load balancers, CloudFront, web ACLs. */
final class DeliveryRules {
    private static final String DISTRIBUTION = "AWS::CloudFront::Distribution";
    private static final String LISTENER = "AWS::ElasticLoadBalancingV2::Listener";
    private static final String NO_LOG = "Attacks and failures leave no trace.";
    private static final String OLD_TLS = "Its ciphers are broken; the traffic can be read.";
    private static final List<String> OLD_POLICIES = List.of(
            "ELBSecurityPolicy-2015",
            "ELBSecurityPolicy-2016-08",
            "ELBSecurityPolicy-FS-1-1-2019-08",
            "ELBSecurityPolicy-FS-2018-06",
            "ELBSecurityPolicy-TLS-1-0-2015-04",
            "ELBSecurityPolicy-TLS-1-1-2017-01");

    private DeliveryRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.each(
                        "W26",
                        "ElasticLoadBalancerAccessLoggingRule",
                        "AWS::ElasticLoadBalancing::LoadBalancer",
                        (balancer, scope) -> !keepsLog(balancer.property("AccessLoggingPolicy"), scope),
                        "The load balancer keeps no access log.",
                        NO_LOG,
                        "Set AccessLoggingPolicy.Enabled to true, without quotes."),
                Rule.each(
                        "W52",
                        "ElasticLoadBalancerV2AccessLoggingRule",
                        "AWS::ElasticLoadBalancingV2::LoadBalancer",
                        (balancer, scope) -> !keepsLog(balancer.property("LoadBalancerAttributes")),
                        "The load balancer keeps no access log.",
                        NO_LOG,
                        "Add the attribute access_logs.s3.enabled with the value true."),
                Rule.each(
                        "W55",
                        "ElasticLoadBalancerV2ListenerSslPolicyRule",
                        LISTENER,
                        (listener, scope) -> oneOf(listener.property("Protocol"), List.of("HTTPS", "TLS"))
                                && (listener.property("SslPolicy").isAbsent()
                                        || oneOf(listener.property("SslPolicy"), OLD_POLICIES)),
                        "The listener accepts TLS before 1.2.",
                        OLD_TLS,
                        "Set SslPolicy to a policy for TLS 1.2 or 1.3."),
                Rule.each(
                        "W56",
                        "ElasticLoadBalancerV2ListenerProtocolRule",
                        LISTENER,
                        equal("Protocol", "HTTP"),
                        "The listener speaks HTTP without encryption.",
                        "Who can listen on the network can read and change the traffic.",
                        "Set Protocol to HTTPS; a listener that only redirects may suppress the rule."),
                Rule.each(
                        "W10",
                        "CloudFrontDistributionAccessLoggingRule",
                        DISTRIBUTION,
                        (distribution, scope) -> distribution
                                .property("DistributionConfig")
                                .at("Logging")
                                .isAbsent(),
                        "The distribution keeps no access log.",
                        NO_LOG,
                        "Set DistributionConfig.Logging."),
                Rule.each(
                        "W70",
                        "CloudfrontMinimumProtocolVersionRule",
                        DISTRIBUTION,
                        (distribution, scope) -> acceptsOldTls(distribution),
                        "The distribution accepts TLS before 1.2.",
                        OLD_TLS,
                        "Use a certificate of your own and set ViewerCertificate.MinimumProtocolVersion to"
                                + " TLSv1.2_2021."),
                Rule.each(
                        "F665",
                        "WafWebAclDefaultActionRule",
                        "AWS::WAF::WebACL",
                        // Never true unless strict: the reader wraps every value of a key Type, as cfn_nag's does.
                        (acl, scope) -> acl.property("DefaultAction").at("Type").is("ALLOW"),
                        "The web ACL lets through what no rule names.",
                        "An attack that nobody foresaw gets through.",
                        "Set DefaultAction to BLOCK."));
    }

    /** Only the truth value will do, not the text 'true', unless strict. */
    private static boolean keepsLog(Value policy, Scope scope) {
        return !policy.isAbsent()
                && (policy.at("Enabled").is(true)
                        || scope.isStrict() && policy.at("Enabled").isTrue());
    }

    private static boolean keepsLog(Value attributes) {
        if (attributes.isAbsent()) {
            return false;
        }
        List<Value> switches = attributes.items().stream()
                .filter(attribute -> attribute.at("Key").is("access_logs.s3.enabled"))
                .toList();
        return !switches.isEmpty()
                && switches.stream()
                        .noneMatch(attribute -> attribute.at("Value").isFalseOrAbsent());
    }

    private static boolean acceptsOldTls(Resource distribution) {
        Value certificate = distribution.property("DistributionConfig").at("ViewerCertificate");
        if (certificate.isAbsent()) {
            return true;
        }
        Value version = certificate.at("MinimumProtocolVersion");
        return version.isAbsent()
                || (version.isText() && !version.text().startsWith("TLSv1.2"))
                || certificate.at("CloudFrontDefaultCertificate").isGiven();
    }
}
