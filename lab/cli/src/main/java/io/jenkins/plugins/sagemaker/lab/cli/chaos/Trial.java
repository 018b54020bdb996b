package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import io.jenkins.plugins.sagemaker.lab.aws.RecordedRequest;
import io.jenkins.plugins.sagemaker.lab.aws.VirtualTimeline;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Power;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.properties.DurabilityHintJobProperty;

/** Plays one pipeline, with whatever goes wrong, to its end and until nothing of it is left to be done. */
final class Trial implements AutoCloseable {

    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final String JOB = "chaos";
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration SETTLING = Duration.ofMinutes(20);
    private static final Duration AFTERMATH = Duration.ofHours(2);
    private static final int MOST_FREED = 12;
    private static final Duration STUCK = Duration.ofMinutes(2);

    private final Plan plan;
    private final Path folder = Files.createTempDirectory("chaos-");
    private final VirtualTimeline timeline = new VirtualTimeline(BEGIN);
    private final Moments moments;
    private final JournalWatch journals;
    private final LocalAws aws;
    private final List<List<RecordedRequest>> lives = new ArrayList<>();
    private final Complaints complaints = new Complaints();
    private Life life;
    private Throwable notResumed;
    private boolean stopped;
    private boolean heard;
    private boolean unheard;
    private int freed;
    private Instant ended;
    private String stuck;

    Trial(Plan plan) throws IOException, InterruptedException {
        this.plan = plan;
        moments = new Moments(plan.strikes(), BEGIN, timeline::wake);
        journals = new JournalWatch(() -> moments.write("journal", timeline.now()));
        aws = LocalAws.builder().timeline(timeline).faults(Faults.of(moments)).start();
        Ground.prepare(aws);
    }

    /** Plays it, and looks at what it has left. */
    static Observation play(Plan plan) throws IOException, InterruptedException {
        try (var trial = new Trial(plan)) {
            trial.begin();
            while (trial.goOn()) {
                // until nothing is left to be done
            }
            return trial.look();
        }
    }

    private void begin() throws IOException {
        Power.watch(what -> moments.write(what, timeline.now()));
        live();
        life.configure(environment());
        WorkflowJob job = life.jenkins().createProject(WorkflowJob.class, JOB);
        job.addProperty(new DurabilityHintJobProperty(plan.durability()));
        job.setDefinition(new CpsFlowDefinition(plan.scenario().script(), true));
        moments.lives();
        job.scheduleBuild2(0);
    }

    private Map<String, String> environment() {
        return Map.of(
                "AWS_REGION",
                Ground.REGION,
                "AWS_ENDPOINT_URL",
                aws.endpoint().toString(),
                "AWS_ACCESS_KEY_ID",
                "chaos",
                "AWS_SECRET_ACCESS_KEY",
                "chaos");
    }

    /** Until something goes wrong, all runs of a pipeline are alike. */
    private void live() {
        life = Life.begin(folder.resolve("home"), timeline, journals, lives.isEmpty() ? 0 : plan.seed() + lives.size());
    }

    /** Does what is to be done next. */
    private boolean goOn() throws InterruptedException, IOException {
        if (!timeline.awaitQuiet(STUCK, () -> moments.wanted() == Blow.CRASH_BEFORE)) {
            return isStuck("still at work after " + STUCK.toSeconds() + " s of real time");
        }
        Blow wanted = moments.wanted();
        if (wanted != null) {
            serve(wanted);
            return true;
        }
        PlayedBuild build = build();
        if (build.isBuilding()) {
            ended = null;
            return build.answered()
                    || timeline.stepUntil(BEGIN.plus(LONGEST))
                    || freed(build)
                    || isStuck("the build does not end");
        }
        if (ended == null) {
            ended = timeline.now();
        }
        boolean settles =
                timeline.now().isBefore(ended.plus(SETTLING)) || !journalsLeft().isEmpty();
        boolean isOver = timeline.now().isAfter(ended.plus(AFTERMATH));
        return settles && !isOver && timeline.step();
    }

    /**
     * A controller that dies right after a block has ended, or a question was answered, may leave a program that waits for nothing any more:
     * Jenkins' own trouble, which ends when somebody stops the build. No step of the plugin is waiting then.
     */
    private boolean freed(PlayedBuild build) throws InterruptedException {
        boolean crashed =
                moments.struck().stream().anyMatch(strike -> strike.blow().isCrash());
        if (!crashed || build.isAtWork() || freed > MOST_FREED) {
            return false;
        }
        build.end(freed++);
        return true;
    }

    private boolean isStuck(String how) {
        stuck = how;
        return false;
    }

    private void serve(Blow wanted) throws InterruptedException {
        PlayedBuild build = build();
        switch (wanted) {
            case CRASH_BEFORE -> {
                endLife();
                unheard |= stopped && !heard && build.isBuilding();
                life.crash(moments::died);
                down();
            }
            case RESTART -> {
                endLife();
                moments.rests();
                life.close();
                down();
            }
            default -> {
                moments.done();
                if (build.isBuilding()) {
                    stopped = true;
                    heard = build.isAtWork();
                    build.stop();
                }
            }
        }
    }

    private void endLife() {
        notResumed = notResumed == null ? build().notResumed() : notResumed;
        lives.add(aws.requests());
        aws.forgetRequests();
    }

    /** AWS goes on while the controller is down. */
    private void down() throws InterruptedException {
        Instant up = timeline.now().plus(plan.downtime());
        timeline.after(plan.downtime(), () -> {});
        while (timeline.now().isBefore(up) && timeline.step() && timeline.awaitQuiet(STUCK, () -> false)) {
            // until it is up again
        }
        live();
        moments.lives();
    }

    private PlayedBuild build() {
        WorkflowJob job = life.jenkins().getItemByFullName(JOB, WorkflowJob.class);
        return new PlayedBuild(job == null ? null : job.getLastBuild());
    }

    private List<String> journalsLeft() {
        return List.copyOf(JournalWatch.list(life.home().toPath()).keySet());
    }

    private Observation look() throws IOException {
        endLife();
        aws.faults(Faults.none());
        PlayedBuild build = build();
        List<Observation.Job> jobs = Afterwards.jobs(aws);
        List<String> running = new ArrayList<>(Afterwards.changing(aws));
        jobs.stream()
                .filter(job -> job.status().equals("InProgress") || job.status().equals("Stopping"))
                .forEach(job -> running.add("training job " + job.name() + " is " + job.status()));
        Afterwards.tunings(aws).forEach((name, status) -> {
            if (status.equals("InProgress") || status.equals("Stopping")) {
                running.add("tuning job " + name + " is " + status);
            }
        });
        List<String> console = build.isThere() ? Afterwards.console(build.run()) : List.of();
        return new Observation(
                build.result(),
                stuck,
                notResumed,
                freed > 0,
                stopped || isTimedOut(console),
                unheard,
                moments.visited(),
                moments.struck(),
                List.copyOf(lives),
                running,
                journalsLeft(),
                console,
                build.isThere() ? Afterwards.steps(build.run()) : Map.of(),
                jobs,
                stacks(),
                complaints.all(),
                Duration.between(BEGIN, ended == null ? timeline.now() : ended));
    }

    /** Whether the time-out around it all has passed, and not just one within that is part of the pipeline. */
    private boolean isTimedOut(List<String> console) {
        return plan.strikes().stream().anyMatch(strike -> strike.blow() == Blow.TIMEOUT)
                && console.contains("Cancelling nested steps due to timeout");
    }

    private List<Observation.Stack> stacks() {
        try (var history = new StackHistory(aws.endpoint())) {
            return history.stacks();
        }
    }

    @Override
    public void close() throws IOException {
        moments.rests();
        if (life != null) {
            life.close();
        }
        aws.close();
        Power.watch(null);
        complaints.close();
        FileUtils.deleteDirectory(folder.toFile());
    }
}
