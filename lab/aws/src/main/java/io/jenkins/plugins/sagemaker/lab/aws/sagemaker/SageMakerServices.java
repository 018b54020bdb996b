package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import io.jenkins.plugins.sagemaker.lab.aws.Service;
import io.jenkins.plugins.sagemaker.lab.aws.Surroundings;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Algorithms;
import java.util.List;

/** Makes the two services, which share their endpoints. */
public final class SageMakerServices {

    private SageMakerServices() {}

    /**
     * {@link SageMaker} and {@link SageMakerRuntime} with the built-in algorithms; failed updates roll back silently.
     */
    public static List<Service> of(Surroundings surroundings) {
        return of(surroundings, Algorithms.builtIn(), true);
    }

    /**
     * The same with other containers or another kind of roll-back.
     *
     * @param algorithms what the container images hold
     * @param silentRollback whether an endpoint that has rolled back shows no {@code FailureReason}, as AWS's sometimes
     *     do: only its configuration's name tells that the update failed
     */
    public static List<Service> of(Surroundings surroundings, Algorithms algorithms, boolean silentRollback) {
        var tags = new Tags();
        var jobs = new TrainingJobs(surroundings, algorithms, tags);
        var tuning = new TuningJobs(surroundings, jobs, tags);
        var models = new Models(surroundings, algorithms, tags);
        var configs = new EndpointConfigs(surroundings, models, tags);
        var loader = new ModelLoader(surroundings, algorithms, models);
        var endpoints = new Endpoints(surroundings, configs, loader, tags, silentRollback);
        return List.of(
                new SageMaker(jobs, tuning, models, configs, endpoints, tags),
                new SageMakerRuntime(surroundings, endpoints));
    }
}
