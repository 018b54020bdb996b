package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import io.jenkins.plugins.sagemaker.lab.aws.VirtualTimeline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** What lies in AWS before a run: a bucket with data and two releases of a model. */
final class Ground {

    static final String REGION = "eu-central-1";
    static final String BUCKET = "chaos-artifacts";
    static final String IMAGE = "664544806723.dkr.ecr.eu-central-1.amazonaws.com/linear-learner:1";
    static final String ROLE = "arn:aws:iam::123456789012:role/chaos-execution";

    /** What this account never gets: instances for lack of quota, and others for lack of capacity. */
    static final String SHORTAGE = "quota=ml.p4d.24xlarge,capacity=ml.p3.2xlarge";

    private static final String ACCOUNT = "123456789012";
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static byte[] model;

    private Ground() {}

    static void prepare(LocalAws aws) throws InterruptedException {
        fill(aws);
        aws.objects().put(BUCKET, "releases/1/model.tar.gz", model(), Map.of());
        aws.objects().put(BUCKET, "releases/2/model.tar.gz", model(), Map.of());
    }

    private static void fill(LocalAws aws) {
        aws.objects().createBucket(ACCOUNT, REGION, BUCKET);
        aws.objects().put(BUCKET, "data/train.csv", clouds(24, 1).getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** Lines of a label and two numbers: the distance of the clouds is ten times their size. */
    static String clouds(int rows, long seed) {
        var random = new Random(seed);
        var csv = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            int label = i % 3;
            csv.append(String.format(
                            Locale.ROOT,
                            "%d,%.2f,%.2f",
                            label,
                            10 * Math.cos(2 * label) + random.nextGaussian(),
                            10 * Math.sin(2 * label) + random.nextGaussian()))
                    .append('\n');
        }
        return csv.toString();
    }

    /** Trained once in a process. */
    private static synchronized byte[] model() throws InterruptedException {
        if (model == null) {
            var timeline = new VirtualTimeline(Trial.BEGIN);
            try (LocalAws aws = LocalAws.builder().timeline(timeline).start()) {
                fill(aws);
                aws.invoke("sagemaker", "CreateTrainingJob", REGION, """
                        {"TrainingJobName": "ground", "RoleArn": "$ROLE",
                         "AlgorithmSpecification": {"TrainingImage": "$IMAGE", "TrainingInputMode": "File"},
                         "HyperParameters": {"predictor_type": "multiclass_classifier", "num_classes": "3", "mini_batch_size": "8", "epochs": "5"},
                         "InputDataConfig": [{"ChannelName": "train", "ContentType": "text/csv",
                           "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://$BUCKET/data/"}}}],
                         "OutputDataConfig": {"S3OutputPath": "s3://$BUCKET/ground"},
                         "ResourceConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 10},
                         "StoppingCondition": {"MaxRuntimeInSeconds": 3600}}
                        """.replace("$ROLE", ROLE)
                        .replace("$IMAGE", IMAGE)
                        .replace("$BUCKET", BUCKET));
                while (timeline.awaitQuiet(LONGEST, () -> false) && timeline.step()) {
                    // until the job is done
                }
                model = aws.objects()
                        .get(BUCKET, "ground/ground/output/model.tar.gz")
                        .orElseThrow(() -> new IllegalStateException("The local AWS has trained no model."))
                        .content();
            } catch (AwsError e) {
                throw new IllegalStateException("The local AWS trains no model: " + e.getMessage(), e);
            }
        }
        return model;
    }
}
