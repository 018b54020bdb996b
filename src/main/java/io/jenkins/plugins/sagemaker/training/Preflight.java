package io.jenkins.plugins.sagemaker.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.Buckets;
import io.jenkins.plugins.sagemaker.aws.S3Location;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at what a job would fail for minutes later. What may not be looked at is passed over with a line: a missing permission never fails a
 * build.
 */
record Preflight(Aws aws, RequestDocument document, TrainingDefinition definition) {

    private static final Pattern ROLE = Pattern.compile("arn:[^:]+:iam::(\\d{12}):role/(?:.*/)?([^/]+)");

    /** A look that may be denied. */
    private interface Look {
        void look(List<String> problems) throws RemoteException, InterruptedException;
    }

    /**
     * Looks at everything that is to be looked at.
     *
     * @return what could not be looked at
     * @throws RemoteException of kind INVALID with everything that is wrong
     */
    List<String> check() throws RemoteException, InterruptedException {
        List<String> problems = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Set<String> elsewhere = new LinkedHashSet<>();
        if (definition.checks().role()) {
            attempt("whose the role is", found -> role(found, notes), problems, notes);
        }
        if (definition.checks().bucketRegion()) {
            for (var bucket : buckets().entrySet()) {
                attempt(
                        "in which region the bucket " + bucket.getKey() + " is",
                        found -> {
                            int before = found.size();
                            region(bucket.getKey(), bucket.getValue(), found);
                            if (found.size() > before) {
                                elsewhere.add(bucket.getKey());
                            }
                        },
                        problems,
                        notes);
            }
        }
        if (definition.checks().inputs()) {
            for (var input : inputs().entrySet()) {
                if (!elsewhere.contains(input.getValue().bucket())) {
                    attempt(
                            "what is at " + input.getValue(),
                            found -> input(input.getKey(), input.getValue(), found),
                            problems,
                            notes);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw RequestCheck.invalid(problems, null);
        }
        return notes;
    }

    private static void attempt(String what, Look look, List<String> problems, List<String> notes)
            throws RemoteException, InterruptedException {
        try {
            look.look(problems);
        } catch (RemoteException e) {
            if (e.kind() != Kind.ACCESS_DENIED) {
                throw e;
            }
            notes.add("Not checked beforehand, since AWS does not let this build see " + what + ".");
        }
    }

    private void role(List<String> problems, List<String> notes) throws RemoteException, InterruptedException {
        Matcher role = ROLE.matcher(String.valueOf(document.get("RoleArn")));
        if (!role.matches()) {
            return;
        }
        String account = Aws.call(
                "ask which account this is", () -> aws.sts().getCallerIdentity().account());
        if (!role.group(1).equals(account)) {
            problems.add(
                    "The role " + document.get("RoleArn") + " is one of the account " + role.group(1)
                            + ", but the job would run in " + account
                            + ": SageMaker takes only roles of the job's own account, so give one, or credentials of the other account.");
        } else {
            trust(role.group(2), problems, notes);
        }
    }

    /** IAM is one service for all regions, which a training does not need: that it cannot be asked stops nothing. */
    private void trust(String role, List<String> problems, List<String> notes)
            throws RemoteException, InterruptedException {
        try {
            if (!TrustPolicy.parse(aws.iam().trustPolicy(role)).letsSageMakerIn()) {
                problems.add("SageMaker may not assume the role " + document.get("RoleArn")
                        + ": its trust policy must allow sts:AssumeRole to the service sagemaker.amazonaws.com.");
            }
        } catch (JsonProcessingException e) {
            notes.add("Not checked beforehand whether SageMaker may assume the role " + role
                    + ": its trust policy cannot be read.");
        } catch (RemoteException e) {
            notes.add(
                    switch (e.kind()) {
                        case EXPIRED_CREDENTIALS -> throw e;
                        case GONE ->
                            "IAM shows no role " + role
                                    + " in this account: unless it was made just now, its name is wrong.";
                        default ->
                            "Not checked beforehand whether SageMaker may assume the role " + role + ": "
                                    + e.getMessage();
                    });
        }
    }

    private void region(String bucket, String argument, List<String> problems)
            throws RemoteException, InterruptedException {
        Optional<String> region = Buckets.region(aws, bucket);
        if (region.isEmpty()) {
            problems.add("There is no bucket " + bucket + " in S3, which " + argument + " names.");
        } else if (!region.get().equals(aws.region())) {
            problems.add("The bucket " + bucket + " of " + argument + " is in " + region.get()
                    + ", but the job would run in " + aws.region() + ": SageMaker wants both in one region.");
        }
    }

    private void input(String channel, S3Location at, List<String> problems)
            throws RemoteException, InterruptedException {
        if (!Buckets.isFilled(aws, at)) {
            problems.add("There is no data for the channel " + channel + " at " + at
                    + ": nothing begins with that, or only empty folders do.");
        }
    }

    /** Name to what names it. */
    private Map<String, String> buckets() {
        Map<String, String> buckets = new LinkedHashMap<>();
        inputs().forEach((channel, at) -> buckets.putIfAbsent(at.bucket(), "the channel " + channel));
        for (String place : List.of("OutputDataConfig.S3OutputPath", "CheckpointConfig.S3Uri")) {
            S3Location.in(document.get(place)).ifPresent(at -> buckets.putIfAbsent(at.bucket(), place));
        }
        return buckets;
    }

    /** Channels whose data is in S3, not in the workspace. */
    private Map<String, S3Location> inputs() {
        Map<String, S3Location> inputs = new LinkedHashMap<>();
        if (document.get("InputDataConfig") instanceof List<?> channels) {
            for (Object channel : channels) {
                var one = RequestDocument.of(Map.of("Channel", channel));
                String name = String.valueOf(one.get("Channel.ChannelName"));
                boolean isOurs = definition.workspaceChannels().stream()
                        .anyMatch(c -> c.name().equals(name));
                if (!isOurs) {
                    S3Location.in(one.get("Channel.DataSource.S3DataSource.S3Uri"))
                            .ifPresent(at -> inputs.put(name, at));
                }
            }
        }
        return inputs;
    }
}
