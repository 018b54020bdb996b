package io.jenkins.plugins.sagemaker.nag.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which API Gateway stages and deployments a usage plan covers. */
final class UsagePlans {
    private final Template template;
    private List<Value> planned;
    private List<Value> plannedForDeployments;

    UsagePlans(Template template) {
        this.template = template;
    }

    /** A usage plan refers to the stage. */
    boolean coverStage(Resource stage) {
        if (planned == null) {
            planned = plannedStages(Value::items);
        }
        return anyStage(planned, entry -> stage.logicalId().equals(References.target(entry)));
    }

    /**
     * For a deployment that creates its stage a usage plan has the stage's name; for any other, a usage plan refers to a
     * stage of that deployment.
     */
    boolean coverDeployment(Resource deployment) {
        if (plannedForDeployments == null) {
            plannedForDeployments = plannedStages(Value::members);
        }
        Value stageName = deployment.property("StageName");
        if (!stageName.isAbsent()) {
            return anyStage(plannedForDeployments, stageName::is);
        }
        boolean covered = false;
        for (Resource stage : template.ofType("AWS::ApiGateway::Stage")) {
            Value of = stage.property("DeploymentId");
            if (of.isGiven() && deployment.logicalId().equals(References.target(of))) {
                covered |= anyStage(
                        plannedForDeployments, entry -> stage.logicalId().equals(References.target(entry)));
            }
        }
        return covered;
    }

    // Every entry is looked at even after a hit: an entry without a Stage ends the file.
    private static boolean anyStage(List<Value> planned, Predicate<Value> test) {
        boolean any = false;
        for (Value stage : planned) {
            any |= test.test(stage);
        }
        return any;
    }

    private List<Value> plannedStages(Function<Value, List<Value>> reading) {
        var stages = new ArrayList<Value>();
        for (Resource plan : template.ofType("AWS::ApiGateway::UsagePlan")) {
            Value listed = plan.property("ApiStages");
            if (!listed.isAbsent()) {
                reading.apply(listed).forEach(entry -> stages.add(entry.at("Stage")));
            }
        }
        return stages;
    }
}
