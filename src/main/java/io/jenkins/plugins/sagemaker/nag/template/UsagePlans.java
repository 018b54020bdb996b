package io.jenkins.plugins.sagemaker.nag.template;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which API Gateway stages and deployments a usage plan covers. */
final class UsagePlans {
    private final Template template;
    private final Map<Resource, List<Value>> items = new IdentityHashMap<>();
    private final Map<Resource, List<Value>> members = new IdentityHashMap<>();

    UsagePlans(Template template) {
        this.template = template;
    }

    /** A usage plan refers to the stage. */
    boolean coverStage(Resource stage) {
        return anyStage(items, Value::items, entry -> stage.logicalId().equals(References.target(entry)));
    }

    /**
     * For a deployment that creates its stage a usage plan has the stage's name; for any other, a usage plan refers to a
     * stage of that deployment.
     */
    boolean coverDeployment(Resource deployment) {
        Value stageName = deployment.property("StageName");
        if (!stageName.isAbsent()) {
            return anyStage(members, Value::members, stageName::is);
        }
        boolean covered = false;
        for (Resource stage : template.ofType("AWS::ApiGateway::Stage")) {
            Value of = stage.property("DeploymentId");
            if (of.isGiven() && deployment.logicalId().equals(References.target(of))) {
                covered |= anyStage(
                        members, Value::members, entry -> stage.logicalId().equals(References.target(entry)));
            }
        }
        return covered;
    }

    // Every entry is looked at even after a hit: an entry without a Stage ends the file.
    private boolean anyStage(
            Map<Resource, List<Value>> known, Function<Value, List<Value>> reading, Predicate<Value> test) {
        boolean any = false;
        for (Resource plan : template.ofType("AWS::ApiGateway::UsagePlan")) {
            Value listed = plan.property("ApiStages");
            if (!listed.isAbsent()) {
                for (Value entry : known.computeIfAbsent(plan, first -> reading.apply(listed))) {
                    any |= test.test(entry.at("Stage"));
                }
            }
        }
        return any;
    }
}
