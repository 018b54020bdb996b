package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative

/** Runs a declarative Pipeline, stage by stage. */
class Interpreter implements Serializable {

    private static final long serialVersionUID = 1L

    final def script
    final DeclarativeRun build
    final Surroundings within
    final Conditions conditions
    Map pipeline

    Interpreter(script, DeclarativeRun build) {
        this.script = script
        this.build = build
        this.within = new Surroundings(script, build)
        this.conditions = new Conditions(script, build)
    }

    def call(Map model) {
        pipeline = model
        Throwable error = null
        boolean concluded = false
        try {
            prepare()
            within.onAgent(model.agent, model.flags, false) {
                within.inEnvironment(model.environment) {
                    within.wrapped(model.wrappers, 0) {
                        // A retry of everything begins anew.
                        error = null
                        error = sequence(model.stages, null, null, null, isAgent(model.agent))
                        concluded = true
                        error = conclude(error)
                        if (error != null) {
                            throw error
                        }
                    }
                }
            }
        } catch (Throwable failure) {
            error = error ?: failure
        }
        if (!concluded) {
            error = conclude(error)
        }
        if (error != null) {
            throw error
        }
    }

    def prepare() {
        def libraries = pipeline.libraries ?: []
        for (int i = 0; i < libraries.size(); i++) {
            script.library(libraries[i])
        }
        if (pipeline.tools) {
            build.log("tools ${pipeline.tools}: the lab installs none and takes what this machine has".toString())
        }
        build.configureJob(pipeline.properties == null ? [] : pipeline.properties.call(),
            pipeline.parameters == null ? [] : pipeline.parameters.call())
    }

    boolean isAgent(Map agent) {
        return agent.type != 'none'
    }

    /** The {@code post} of the whole Pipeline; answers the first error of all. */
    Throwable conclude(Throwable error) {
        Throwable first = error
        if (isAnyDue(pipeline.post, null, error)) {
            try {
                script.stage('Declarative: Post Actions') {
                    first = post(pipeline.post, null, error, isAgent(pipeline.agent))
                    if (error == null && first != null) {
                        throw first
                    }
                }
            } catch (Throwable failure) {
                first = first ?: failure
            }
        }
        return first
    }

    /** Stages one after the other; after an error the rest is skipped. Answers the first error. */
    Throwable sequence(List stages, Map parent, Throwable earlier, String skipped, boolean hasAgent) {
        Throwable error = earlier
        for (int i = 0; i < stages.size(); i++) {
            try {
                stage(stages[i], error, skipped, hasAgent)
            } catch (Throwable failure) {
                error = error ?: failure
            }
        }
        return skipped == null && parent != null ? postOfStage(parent, error, hasAgent) : error
    }

    def stage(Map stage, Throwable earlier, String skippedBefore, boolean agentAround) {
        boolean hasAgent = stage.agent == null ? agentAround : isAgent(stage.agent)
        script.stage(stage.name) {
            Throwable error = earlier
            String skipped = skippedBefore ?: reasonToSkip(stage, earlier)
            try {
                if (skipped == null && !perform(stage, hasAgent)) {
                    skipped = "Stage \"${stage.name}\" skipped due to when conditional".toString()
                }
                if (skipped != null) {
                    skip(stage, earlier, skipped, hasAgent)
                }
            } catch (Throwable failure) {
                error = error ?: failure
            }
            if (skipped == null && (stage.parallel || stage.matrix)) {
                error = postOfStage(stage, error, hasAgent)
            }
            if (error != null) {
                throw error
            }
        }
    }

    String reasonToSkip(Map stage, Throwable earlier) {
        if (earlier != null) {
            return "Stage \"${stage.name}\" skipped due to earlier failure(s)".toString()
        }
        if (script.currentBuild.result == 'UNSTABLE' && within.isOn(pipeline.flags, 'skipStagesAfterUnstable')) {
            return "Stage \"${stage.name}\" skipped due to earlier stage(s) marking the build as unstable".toString()
        }
        return null
    }

    /** Shows the stages within as skipped, too. */
    def skip(Map stage, Throwable earlier, String reason, boolean hasAgent) {
        build.log(reason)
        build.markSkipped(earlier != null)
        if (stage.parallel || stage.matrix) {
            script.parallel(branches(stage, earlier, reason, hasAgent))
        } else if (stage.stages) {
            sequence(stage.stages, stage, earlier, reason, hasAgent)
        }
    }

    /** Runs a stage, unless its condition says no: then answers false. */
    boolean perform(Map stage, boolean hasAgent) {
        def when = stage.when ?: [conditions: []]
        // Whether the condition has been asked and said yes.
        def gate = [open: stage.when == null]
        within.inEnvironment(stage.cell) {
            passing(gate, when, when.beforeOptions) {
                within.wrapped(stage.wrappers, 0) {
                    passing(gate, when, when.beforeInput) {
                        within.answered(stage.input) {
                            if (stage.parallel || stage.matrix) {
                                passing(gate, when, true) {
                                    within.inEnvironment(stage.environment) {
                                        script.parallel(branches(stage, null, null, hasAgent))
                                    }
                                }
                            } else {
                                passing(gate, when, when.beforeAgent) {
                                    within.onAgent(stage.agent, flags(stage), true) {
                                        passing(gate, when, true) {
                                            within.inEnvironment(stage.environment) {
                                                content(stage, hasAgent)
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        return gate.open
    }

    def passing(Map gate, Map when, now, Closure body) {
        if (now && !gate.open) {
            gate.open = conditions.all(when.conditions)
        }
        if (gate.open || !now) {
            body.call()
        }
    }

    Map flags(Map stage) {
        return (pipeline.flags ?: [:]) + (stage.flags ?: [:])
    }

    def content(Map stage, boolean hasAgent) {
        Throwable error = null
        if (stage.stages) {
            error = sequence(stage.stages, stage, null, null, hasAgent)
        } else {
            try {
                within.needingAgent(hasAgent, stage.steps)
            } catch (Throwable failure) {
                error = failure
            }
            error = postOfStage(stage, error, hasAgent)
        }
        if (error != null) {
            throw error
        }
    }

    /** What {@code parallel} is to run. */
    Map branches(Map stage, Throwable earlier, String skipped, boolean hasAgent) {
        def branches = [:]
        def stages = stage.parallel ?: cells(stage.matrix)
        for (int i = 0; i < stages.size(); i++) {
            def inner = stages[i]
            def reason = skipped == null ? null : skipped.replace("\"${stage.name}\"", "\"${inner.name}\"")
            branches[inner.name] = { this.stage(inner, earlier, reason, hasAgent) }
        }
        if (stage.failFast || within.isOn(pipeline.flags, 'parallelsAlwaysFailFast')) {
            branches.failFast = true
        }
        return branches
    }

    /** A stage for each combination of the axes. */
    List cells(Map matrix) {
        def stages = []
        def cells = build.cells(matrix.axes, matrix.excludes ?: [])
        for (int i = 0; i < cells.size(); i++) {
            def names = new ArrayList(cells[i].keySet())
            def labels = []
            def variables = []
            for (int j = 0; j < names.size(); j++) {
                def value = cells[i][names[j]]
                labels << "${names[j]} = '${value}'".toString()
                variables << [name: names[j], value: { value }]
            }
            stages << (matrix + [name: "Matrix - ${labels.join(', ')}".toString(), cell: variables])
        }
        return stages
    }

    Throwable postOfStage(Map stage, Throwable error, boolean hasAgent) {
        if (!isAnyDue(stage.post, stage.name, error)) {
            return error
        }
        build.log('Post stage')
        return post(stage.post, stage.name, error, hasAgent)
    }

    boolean isAnyDue(Map post, String stage, Throwable error) {
        def names = post == null ? [] : build.postConditions()
        for (int i = 0; i < names.size(); i++) {
            if (post[names[i]] != null && build.holds(names[i], stage, error)) {
                return true
            }
        }
        return false
    }

    /** All blocks whose conditions hold; answers the first error of all. */
    Throwable post(Map post, String stage, Throwable before, boolean hasAgent) {
        Throwable error = before
        def names = build.postConditions()
        for (int i = 0; i < names.size(); i++) {
            def block = post[names[i]]
            if (block != null && build.holds(names[i], stage, error)) {
                String kept = build.showResult(stage, error)
                String shown = build.currentResult()
                try {
                    within.needingAgent(hasAgent, block)
                } catch (Throwable failure) {
                    build.logFailure(names[i], failure)
                    error = error ?: failure
                }
                build.restoreResult(kept, shown)
            }
        }
        return error
    }
}
