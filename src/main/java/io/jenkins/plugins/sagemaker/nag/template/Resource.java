package io.jenkins.plugins.sagemaker.nag.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One resource of a template. Owned by its {@link Template}; resolves a property when it is first asked for and keeps
 * the answer, so it belongs to one thread at a time.
 */
public final class Resource implements Element {
    private static final List<String> IDENTITY_LISTS = List.of("groups", "roles", "users");
    private static final Map<String, List<String>> EMPTY_LISTS = Map.of(
            "AWS::EC2::SecurityGroup", List.of("securityGroupIngress", "securityGroupEgress", "tags"),
            "AWS::EC2::Instance", List.of("securityGroupIds", "networkInterfaces"),
            "AWS::EC2::NetworkInterface", List.of("groupSet", "tags"),
            "AWS::ElasticLoadBalancing::LoadBalancer", List.of("securityGroups", "listeners", "policies", "tags"),
            "AWS::ElasticLoadBalancingV2::LoadBalancer", List.of("securityGroups", "loadBalancerAttributes", "tags"),
            "AWS::IAM::Group", List.of("managedPolicyArns", "policies"),
            "AWS::IAM::ManagedPolicy", IDENTITY_LISTS,
            "AWS::IAM::Policy", IDENTITY_LISTS,
            "AWS::IAM::Role", List.of("policies", "managedPolicyArns"),
            "AWS::IAM::User", List.of("groups", "policies"));

    private final String logicalId;
    private final String type;
    private final int line;
    private final Object metadata;
    private final Map<String, Object> properties;
    private final Intrinsics intrinsics;
    private final Map<String, Value> resolved = new HashMap<>();

    Resource(
            String logicalId,
            String type,
            int line,
            Object metadata,
            Map<String, Object> properties,
            Intrinsics intrinsics) {
        this.logicalId = logicalId;
        this.type = type;
        this.line = line;
        this.metadata = metadata;
        this.properties = properties;
        this.intrinsics = intrinsics;
    }

    public String logicalId() {
        return logicalId;
    }

    /** Such as {@code AWS::S3::Bucket}. */
    public String type() {
        return type;
    }

    /** 1-based line of the value of the resource's Type key. */
    public int line() {
        return line;
    }

    /** The Metadata as written, functions and all. */
    public Value metadata() {
        return Value.of(metadata);
    }

    @Override
    public Value property(String name) {
        String attribute = attribute(name);
        Value value = resolved.get(attribute);
        if (value == null) {
            value = Value.of(resolve(attribute));
            resolved.put(attribute, value);
        }
        return value;
    }

    private Object resolve(String attribute) {
        Object value = intrinsics.resolveProperty(attribute, properties.get(attribute));
        boolean missing = value == null && (!properties.containsKey(attribute) || intrinsics.isStrict());
        return missing && EMPTY_LISTS.getOrDefault(type, List.of()).contains(attribute) ? List.of() : value;
    }

    /** Whether rules look closer than cfn_nag does. */
    public boolean isStrict() {
        return intrinsics.isStrict();
    }

    /** A part of a property with its functions worked out again. */
    Value resolve(Value part) {
        boolean done = part.isText() || part.isAbsent();
        return done ? part : Value.of(intrinsics.resolve(part.raw()));
    }

    /** Whether both have the same type, metadata and property values, seen from this one's properties. */
    public boolean sameAs(Resource other) {
        return type.equals(other.type)
                && metadata().equals(other.metadata())
                && properties.keySet().stream().allMatch(name -> property(name).is(other.property(name)));
    }

    /** The name under which cfn_nag keeps a property: first letter lower-cased, dashes as underscores. */
    static String attribute(String property) {
        String name = property.replace('-', '_');
        char first = name.charAt(0);
        return Character.isUpperCase(first) ? Character.toLowerCase(first) + name.substring(1) : name;
    }
}
