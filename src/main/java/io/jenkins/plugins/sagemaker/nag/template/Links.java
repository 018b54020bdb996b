package io.jenkins.plugins.sagemaker.nag.template;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What belongs together in a template. Made once, before any rule runs, from all resources; that is why a link outlives
 * the suppression of one of its ends.
 */
public final class Links {
    private final Template template;
    private final List<Malformation> malformations;
    private final Map<Resource, List<Element>> ingresses = new IdentityHashMap<>();
    private final Map<Resource, List<Element>> egresses = new IdentityHashMap<>();
    private final Map<Resource, List<Resource>> aclEntries = new IdentityHashMap<>();
    private final Map<Resource, Resource> roles = new IdentityHashMap<>();
    private final Map<Resource, Boolean> planned = new IdentityHashMap<>();

    private Links(Template template, List<Malformation> malformations) {
        this.template = template;
        this.malformations = malformations;
    }

    static Links of(Template template, List<Malformation> malformations) {
        var links = new Links(template, malformations);
        links.linkSecurityGroups();
        links.linkNetworkAcls();
        links.linkRoles();
        links.linkUsagePlans();
        links.checkAttachedGroups();
        return links;
    }

    private void linkSecurityGroups() {
        for (Resource group : template.ofType("AWS::EC2::SecurityGroup")) {
            ingresses.put(
                    group,
                    withStandalone(
                            group,
                            "AWS::EC2::SecurityGroupIngress",
                            read(group, () -> SecurityGroupRules.ingress(group), null)));
            egresses.put(
                    group,
                    withStandalone(
                            group,
                            "AWS::EC2::SecurityGroupEgress",
                            read(group, () -> SecurityGroupRules.egress(group), null)));
        }
    }

    private List<Element> withStandalone(Resource group, String type, List<Element> inline) {
        var rules = inline == null ? null : new ArrayList<>(inline);
        for (Resource rule : template.ofType(type)) {
            String target = read(rule, () -> References.target(rule.property("GroupId"), "GroupId"), null);
            if (rules != null && group.logicalId().equals(target)) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private void linkNetworkAcls() {
        for (Resource acl : template.ofType("AWS::EC2::NetworkAcl")) {
            var entries = new ArrayList<Resource>();
            for (Resource entry : template.ofType("AWS::EC2::NetworkAclEntry")) {
                if (acl.logicalId()
                        .equals(read(entry, () -> References.target(entry.property("NetworkAclId")), null))) {
                    entries.add(entry);
                }
            }
            aclEntries.put(acl, entries);
        }
    }

    private void linkRoles() {
        for (Resource function : template.ofType("AWS::Lambda::Function")) {
            roles.put(function, read(function, () -> target(function.property("Role"), "Arn"), null));
        }
    }

    /** The resource that a reference means; a text may be a logical id too. Null if there is none. */
    public Resource target(Value reference, String attribute) {
        String id = reference.isText() ? reference.text() : References.target(reference, attribute);
        return id == null ? null : template.resource(id);
    }

    private void linkUsagePlans() {
        var plans = new UsagePlans(template);
        for (Resource stage : template.ofType("AWS::ApiGateway::Stage")) {
            read(
                    stage,
                    () -> stage.property("DeploymentId").isAbsent()
                            ? null
                            : target(stage.property("DeploymentId"), null),
                    null);
            planned.put(stage, read(stage, () -> plans.coverStage(stage), false));
        }
        for (Resource deployment : template.ofType("AWS::ApiGateway::Deployment")) {
            planned.put(deployment, read(deployment, () -> plans.coverDeployment(deployment), false));
        }
    }

    /** Nobody asks for these groups, but an empty entry among them ends the file in cfn_nag. */
    private void checkAttachedGroups() {
        checkAttachedGroups("AWS::EC2::Instance", "SecurityGroupIds");
        checkAttachedGroups("AWS::EC2::NetworkInterface", "GroupSet");
        checkAttachedGroups("AWS::ElasticLoadBalancing::LoadBalancer", "SecurityGroups");
        checkAttachedGroups("AWS::ElasticLoadBalancingV2::LoadBalancer", "SecurityGroups");
    }

    private void checkAttachedGroups(String type, String property) {
        for (Resource resource : template.ofType(type)) {
            Value groups = read(resource, () -> resource.property(property), Value.of(null));
            if (groups.isList()) {
                groups.items().forEach(group -> read(resource, () -> References.target(group, "GroupId"), null));
            }
        }
    }

    private <T> T read(Resource resource, Supplier<T> reading, T otherwise) {
        try {
            return reading.get();
        } catch (MalformedValueException e) {
            malformations.add(new Malformation(resource.logicalId(), resource.line(), e.getMessage()));
            return otherwise;
        } catch (MissingReferenceException e) {
            if (template.isStrict()) {
                return otherwise;
            }
            throw e;
        }
    }

    /** Ingress rules written in the group, then standalone ones that name it by Ref or GroupId. */
    public List<Element> ingress(Resource securityGroup) {
        return known(ingresses.getOrDefault(securityGroup, List.of()));
    }

    /** Egress rules written in the group, then standalone ones that name it by Ref or GroupId. */
    public List<Element> egress(Resource securityGroup) {
        return known(egresses.getOrDefault(securityGroup, List.of()));
    }

    private static List<Element> known(List<Element> rules) {
        if (rules == null) {
            throw new MalformedValueException("its rules are not a list of maps");
        }
        return List.copyOf(rules);
    }

    /** The entries that refer to a network ACL. */
    public List<Resource> entries(Resource networkAcl) {
        return List.copyOf(aclEntries.getOrDefault(networkAcl, List.of()));
    }

    /** The resource that is a Lambda function's role; null if the role lies outside of the template. */
    public Resource role(Resource function) {
        return roles.get(function);
    }

    /** Whether a usage plan covers an API Gateway stage or deployment. */
    public boolean hasUsagePlan(Resource stageOrDeployment) {
        return planned.getOrDefault(stageOrDeployment, false);
    }
}
