package io.jenkins.plugins.sagemaker.nag.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Which API Gateway stages and deployments a usage plan covers. */
final class UsagePlans {
    private final Template template;
    private List<Value> planned;

    UsagePlans(Template template) {
        this.template = template;
    }

    /** A usage plan refers to the stage. */
    boolean coverStage(Resource stage) {
        return anyStage(entry -> stage.logicalId().equals(References.target(entry)));
    }

    /**
     * For a deployment that creates its stage a usage plan has the stage's name; for any other, a usage plan refers to a
     * stage of that deployment.
     */
    boolean coverDeployment(Resource deployment) {
        Value stageName = deployment.property("StageName");
        if (!stageName.isAbsent()) {
            return anyStage(stageName::is);
        }
        boolean covered = false;
        for (Resource stage : template.ofType("AWS::ApiGateway::Stage")) {
            Value of = stage.property("DeploymentId");
            if (of.isGiven() && deployment.logicalId().equals(References.target(of))) {
                covered |= coverStage(stage);
            }
        }
        return covered;
    }

    // Every entry is looked at even after a hit: an entry without a Stage ends the file.
    private boolean anyStage(Predicate<Value> test) {
        if (planned == null) {
            planned = plannedStages();
        }
        boolean any = false;
        for (Value stage : planned) {
            any |= test.test(stage);
        }
        return any;
    }

    private List<Value> plannedStages() {
        var stages = new ArrayList<Value>();
        for (Resource plan : template.ofType("AWS::ApiGateway::UsagePlan")) {
            Value listed = plan.property("ApiStages");
            if (!listed.isAbsent()) {
                listed.items().forEach(entry -> stages.add(entry.at("Stage")));
            }
        }
        return stages;
    }
}
