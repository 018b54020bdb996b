package io.jenkins.plugins.sagemaker.nag.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What cfn_nag makes of {@code AWS::Serverless::Function}: a Lambda function with five properties (its VpcConfig is
 * lost), a role if it names none, and for an Api event a REST API with deployment and stage. Works only if Transform is
 * exactly the SAM transform, and leaves all other SAM types alone. The made-up resources carry the function's line.
 */
final class ServerlessTransform {
    private static final String TRANSFORM = "AWS::Serverless-2016-10-31";
    private static final String POLICY_ARN = "arn:aws:iam::aws:policy/";

    private final Map<Object, Object> resources;
    private final Map<?, ?> functionGlobals;
    private final List<Malformation> malformations = new ArrayList<>();
    private final boolean strict;

    private ServerlessTransform(Map<Object, Object> template, boolean strict) {
        this.strict = strict;
        this.resources = TemplateShape.mutable(template.get("Resources"));
        this.functionGlobals = template.get("Globals") instanceof Map<?, ?> globals
                        && globals.get("Function") instanceof Map<?, ?> function
                ? function
                : Map.of();
    }

    /**
     * Changes the template's Resources in place. Strictly, the transform may also stand in a list, and a function keeps
     * all of its properties. Returns what lacks what the transform needs.
     */
    static List<Malformation> apply(Map<Object, Object> template, boolean strict) {
        Object transform = template.get("Transform");
        if (TRANSFORM.equals(transform) || strict && transform instanceof List<?> list && list.contains(TRANSFORM)) {
            var serverless = new ServerlessTransform(template, strict);
            serverless.replaceFunctions();
            return serverless.malformations;
        }
        return List.of();
    }

    private void replaceFunctions() {
        for (var entry : new ArrayList<>(resources.entrySet())) {
            if (entry.getValue() instanceof Map<?, ?> function
                    && "AWS::Serverless::Function".equals(TypeLine.value(function.get("Type")))) {
                Object own = function.get("Properties");
                if (own == null) {
                    own = Map.of();
                    note(RubyText.of(entry.getKey()), function, "it is a serverless function without Properties");
                }
                // A function whose Properties are no map stays as it is and is answered for later; a text is taken for
                // a map without members.
                if (own instanceof Map<?, ?> properties) {
                    replace(RubyText.of(entry.getKey()), function, properties);
                } else if (own instanceof String) {
                    replace(RubyText.of(entry.getKey()), function, Map.of());
                }
            }
        }
    }

    private void replace(String name, Map<?, ?> function, Map<?, ?> properties) {
        int line = TypeLine.line(function.get("Type"));
        boolean ownRole = Value.of(properties.get("Role")).isGiven();
        var made = resource("AWS::Lambda::Function", line, lambda(name, properties));
        resources.put(name, made);
        Map<Object, Object> role = null;
        if (!ownRole) {
            role = resource("AWS::IAM::Role", line, role(name, properties.get("Policies")));
            resources.put(name + "Role", role);
        }
        if (properties.get("Events") instanceof Map<?, ?> events) {
            events.values().forEach(event -> {
                if (addApi(event, line) && !hasPath(event)) {
                    note(name, function, "an event of type Api has no Properties with a path");
                }
            });
        } else if (Value.of(properties.get("Events")).isGiven()) {
            note(
                    name,
                    function,
                    "its Events are " + Value.of(properties.get("Events")).shape() + ", not a map");
        }
        if (function.get("Metadata") instanceof Map<?, ?> metadata && metadata.containsKey("cfn_nag")) {
            made.put("Metadata", metadata);
            if (role != null) {
                role.put("Metadata", metadata);
            }
        }
    }

    private Map<Object, Object> lambda(String name, Map<?, ?> properties) {
        var lambda = new LinkedHashMap<Object, Object>();
        if (strict) {
            lambda.putAll(functionGlobals);
            lambda.putAll(properties);
            // What is packed and uploaded later is not in the template.
            lambda.putIfAbsent("Code", Map.of());
        }
        lambda.put("Handler", orGlobal(properties, "Handler"));
        lambda.put(
                "Role",
                Value.of(properties.get("Role")).isGiven()
                        ? properties.get("Role")
                        : Map.of("Fn::GetAtt", List.of(name + "Role", "Arn")));
        lambda.put("Runtime", orGlobal(properties, "Runtime"));
        Object reserved = orGlobal(properties, "ReservedConcurrentExecutions");
        if (reserved != null) {
            lambda.put("ReservedConcurrentExecutions", reserved);
        }
        addCode(lambda, orGlobal(properties, "CodeUri"));
        return lambda;
    }

    private Object orGlobal(Map<?, ?> properties, String name) {
        return Value.of(properties.get(name)).isGiven() ? properties.get(name) : functionGlobals.get(name);
    }

    private static void addCode(Map<Object, Object> lambda, Object codeUri) {
        Object bucket = null;
        Object key = null;
        if (codeUri instanceof String uri && uri.startsWith("s3://")) {
            String[] parts = uri.split("/", 4);
            bucket = parts.length > 2 ? parts[2] : null;
            key = parts.length > 3 ? parts[3] : null;
        } else if (codeUri instanceof Map<?, ?> map) {
            bucket = map.get("Bucket");
            key = map.get("Key");
        }
        if (bucket != null && key != null) {
            lambda.put("Code", Map.of("S3Bucket", bucket, "S3Key", key));
        }
    }

    private Map<Object, Object> role(String function, Object policies) {
        var arns = new LinkedHashSet<Object>(List.of(POLICY_ARN + "service-role/AWSLambdaBasicExecutionRole"));
        var inline = new ArrayList<Object>();
        List<?> listed =
                policies instanceof List<?> list ? list : policies instanceof String ? List.of(policies) : List.of();
        for (Object policy : listed) {
            if (policy instanceof String name) {
                arns.add(strict && name.startsWith("arn:") ? name : POLICY_ARN + name);
            } else if (policy instanceof Map<?, ?> document && !isPolicyTemplate(document)) {
                inline.add(Map.of("PolicyDocument", document, "PolicyName", function + "RolePolicy" + inline.size()));
            }
        }
        var role = new LinkedHashMap<Object, Object>();
        role.put("ManagedPolicyArns", new ArrayList<>(arns));
        role.put("AssumeRolePolicyDocument", trustOfLambda());
        if (!inline.isEmpty()) {
            role.put("Policies", inline);
        }
        return role;
    }

    /** SAM's policy templates are maps whose key is the template's name, as in {@code S3ReadPolicy: {...}}. */
    private static boolean isPolicyTemplate(Map<?, ?> policy) {
        return !policy.isEmpty()
                && RubyText.of(policy.keySet().iterator().next()).contains("Policy");
    }

    private static Map<String, Object> trustOfLambda() {
        return Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(Map.of(
                        "Action", List.of("sts:AssumeRole"),
                        "Effect", "Allow",
                        "Principal", Map.of("Service", List.of("lambda.amazonaws.com")))));
    }

    private void note(String id, Map<?, ?> function, String problem) {
        malformations.add(new Malformation(id, TypeLine.line(function.get("Type")), problem));
    }

    private static boolean hasPath(Object event) {
        return event instanceof Map<?, ?> map
                && (map.get("Properties") instanceof Map || map.get("Properties") instanceof String);
    }

    /** Whether the event is of the type that makes an API. */
    private boolean addApi(Object event, int line) {
        if (!(event instanceof Map<?, ?> map) || !"Api".equals(TypeLine.value(map.get("Type")))) {
            return false;
        }
        resources.computeIfAbsent(
                "ServerlessRestApi",
                id -> resource(
                        "AWS::ApiGateway::RestApi",
                        line,
                        new LinkedHashMap<>(Map.of("Body", Map.of("swagger", "2.0")))));
        resources.computeIfAbsent(
                "ServerlessRestApiDeployment", id -> resource("AWS::ApiGateway::Deployment", line, deployment()));
        resources.computeIfAbsent(
                "ServerlessRestApiProdStage", id -> resource("AWS::ApiGateway::Stage", line, stage()));
        return true;
    }

    private static Map<Object, Object> deployment() {
        return new LinkedHashMap<>(Map.of(
                "RestApiId", Map.of("Ref", "ServerlessRestApi"),
                "StageDescription",
                        Map.of(
                                "AccessLogSetting",
                                Map.of("DestinationArn", "arn:aws:logs:region:account:group/ApiLogs")),
                "StageName", "Stage"));
    }

    private static Map<Object, Object> stage() {
        return new LinkedHashMap<>(Map.of(
                "DeploymentId", Map.of("Ref", "ServerlessRestApiDeployment"),
                "RestApiId", Map.of("Ref", "ServerlessRestApi"),
                "StageName", "Prod"));
    }

    private static Map<Object, Object> resource(String type, int line, Map<Object, Object> properties) {
        var resource = new LinkedHashMap<Object, Object>();
        resource.put("Type", TypeLine.of(type, line));
        resource.put("Properties", properties);
        return resource;
    }
}
