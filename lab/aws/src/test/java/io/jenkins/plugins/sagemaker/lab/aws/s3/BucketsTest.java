package io.jenkins.plugins.sagemaker.lab.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.lab.aws.RawClient;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

class BucketsTest extends S3TestBase {

    private static void create(S3Client s3, String name, String constraint) {
        s3.createBucket(r -> r.bucket(name).createBucketConfiguration(c -> c.locationConstraint(constraint)));
    }

    @Test
    void bucketsAreCreatedFoundAndDeleted() {
        create(s3, "another", "eu-central-1");

        assertThat(s3.listBuckets().buckets()).extracting(Bucket::name).containsExactly("another", "bucket");
        assertThat(s3.listBuckets().buckets().get(0).creationDate()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        HeadBucketResponse head = s3.headBucket(r -> r.bucket("another"));
        assertThat(head.bucketRegion()).isEqualTo("eu-central-1");
        assertThat(s3.getBucketLocation(r -> r.bucket("another")).locationConstraintAsString())
                .isEqualTo("eu-central-1");

        s3.deleteBucket(r -> r.bucket("another"));

        assertThatThrownBy(() -> s3.headBucket(r -> r.bucket("another")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(404));
        assertThatThrownBy(() -> s3.deleteBucket(r -> r.bucket("another"))).satisfies(error(404, "NoSuchBucket"));
    }

    @Test
    void aBucketThatIsNotEmptyStays() {
        put("key", "content");

        assertThatThrownBy(() -> s3.deleteBucket(r -> r.bucket("bucket"))).satisfies(error(409, "BucketNotEmpty"));
    }

    @Test
    void namesAreSharedByAllAccounts() {
        assertThatThrownBy(() -> create(s3, "bucket", "eu-central-1")).satisfies(error(409, "BucketAlreadyOwnedByYou"));
        assertThatThrownBy(() -> create(clients.as("111122223333").s3(), "bucket", "eu-central-1"))
                .satisfies(error(409, "BucketAlreadyExists"));
        assertThat(clients.as("111122223333").s3().listBuckets().buckets()).isEmpty();
    }

    @Test
    void theFirstRegionLetsItsOwnersRepeatThemselves() {
        S3Client first = clients.in(Region.US_EAST_1).s3();

        first.createBucket(r -> r.bucket("in-virginia"));
        first.createBucket(r -> r.bucket("in-virginia"));

        assertThat(first.getBucketLocation(r -> r.bucket("in-virginia")).locationConstraintAsString())
                .isNullOrEmpty();
    }

    @Test
    void aBucketIsMadeInTheRegionThatIsAsked() {
        assertThatThrownBy(() -> create(s3, "elsewhere", "us-west-2"))
                .satisfies(error(400, "IllegalLocationConstraintException"));
        assertThatThrownBy(() -> s3.createBucket(
                        r -> r.bucket("elsewhere").createBucketConfiguration(c -> c.locationConstraint(""))))
                .satisfies(error(400, "IllegalLocationConstraintException"));
        assertThat(aws.objects().hasBucket("elsewhere")).isFalse();
    }

    @Test
    void aRequestToTheWrongRegionIsSentToTheRightOne() {
        S3Client other = clients.in(Region.US_WEST_2).s3();

        assertThatThrownBy(() -> other.listObjectsV2(r -> r.bucket("bucket")))
                .satisfies(error(301, "PermanentRedirect"));
        assertThatThrownBy(() -> other.headBucket(r -> r.bucket("bucket")))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.awsErrorDetails()
                                        .sdkHttpResponse()
                                        .firstMatchingHeader("x-amz-bucket-region"))
                                .contains("eu-central-1"));
        assertThat(other.getBucketLocation(r -> r.bucket("bucket")).locationConstraintAsString())
                .isEqualTo("eu-central-1");
    }

    @Test
    void otherAccountsComeInByPolicyOnly() {
        put("key", "content");
        S3Client other = clients.as("111122223333").s3();
        assertThatThrownBy(() -> other.getObject(r -> r.bucket("bucket").key("key")))
                .satisfies(error(403, "AccessDenied"));

        s3.putBucketPolicy(r -> r.bucket("bucket").policy("""
                        {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
                          "Action": "s3:*", "Resource": "*"}]}"""));

        assertThat(other.getObjectAsBytes(r -> r.bucket("bucket").key("key")).asUtf8String())
                .isEqualTo("content");
        assertThatThrownBy(() -> s3.listObjectsV2(r -> r.bucket("bucket").expectedBucketOwner("111122223333")))
                .satisfies(error(403, "AccessDenied"));
    }

    @Test
    void settingsComeBackAsTheyWerePut() {
        assertThat(s3.getBucketVersioning(r -> r.bucket("bucket")).status()).isNull();
        s3.putBucketVersioning(
                r -> r.bucket("bucket").versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        assertThat(s3.getBucketVersioning(r -> r.bucket("bucket")).status()).isEqualTo(BucketVersioningStatus.ENABLED);

        assertThatThrownBy(() -> s3.getBucketTagging(r -> r.bucket("bucket"))).satisfies(error(404, "NoSuchTagSet"));
        s3.putBucketTagging(r -> r.bucket("bucket")
                .tagging(t -> t.tagSet(Tag.builder().key("team").value("ml").build())));
        assertThat(s3.getBucketTagging(r -> r.bucket("bucket")).tagSet())
                .containsExactly(Tag.builder().key("team").value("ml").build());
        s3.deleteBucketTagging(r -> r.bucket("bucket"));
        assertThatThrownBy(() -> s3.getBucketTagging(r -> r.bucket("bucket"))).satisfies(error(404, "NoSuchTagSet"));

        assertThatThrownBy(() -> s3.getBucketPolicy(r -> r.bucket("bucket")))
                .satisfies(error(404, "NoSuchBucketPolicy"));
        assertThatThrownBy(() -> s3.putBucketPolicy(r -> r.bucket("bucket").policy("no policy")))
                .satisfies(error(400, "MalformedPolicy"));
        assertThat(s3.getBucketEncryption(r -> r.bucket("bucket"))
                        .serverSideEncryptionConfiguration()
                        .rules())
                .hasSize(1);
        assertThat(s3.getPublicAccessBlock(r -> r.bucket("bucket"))
                        .publicAccessBlockConfiguration()
                        .blockPublicAcls())
                .isTrue();
        assertThat(s3.getBucketAcl(r -> r.bucket("bucket")).grants()).hasSize(1);
    }

    @Test
    void whatIsNotThereSaysSo() {
        assertThatThrownBy(() -> s3.listBucketInventoryConfigurations(r -> r.bucket("bucket")))
                .satisfies(error(501, "NotImplemented"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab",
                "Upper",
                "under_score",
                "-start",
                "end-",
                "two..dots",
                "192.168.0.1",
                "xn--name",
                "x-s3alias"
            })
    void aNameThatS3RefusesIsRefused(String name) throws Exception {
        var answer = raw.send("PUT", "/" + name, new byte[0], "Authorization", RawClient.scope("s3"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<Code>InvalidBucketName</Code>", "<BucketName>" + name + "</BucketName>");
    }

    @Test
    void anUploadIsEncryptedAsItsBucketHasIt() {
        assertThat(s3.putObject(r -> r.bucket("bucket").key("key"), RequestBody.fromString("x"))
                        .serverSideEncryptionAsString())
                .isEqualTo("AES256");
        String key = "arn:aws:kms:eu-central-1:123456789012:key/1";
        s3.putBucketEncryption(r -> r.bucket("bucket")
                .serverSideEncryptionConfiguration(c -> c.rules(rule -> rule.bucketKeyEnabled(true)
                        .applyServerSideEncryptionByDefault(
                                d -> d.sseAlgorithm("aws:kms").kmsMasterKeyID(key)))));

        var answer = s3.putObject(r -> r.bucket("bucket").key("key"), RequestBody.fromString("x"));

        assertThat(answer.serverSideEncryptionAsString()).isEqualTo("aws:kms");
        assertThat(answer.ssekmsKeyId()).isEqualTo(key);
        assertThat(answer.bucketKeyEnabled()).isTrue();
        assertThat(s3.headObject(r -> r.bucket("bucket").key("key")).ssekmsKeyId())
                .isEqualTo(key);
    }

    @Test
    void errorsHaveTheWordsOfS3() {
        assertThatThrownBy(() -> s3.getObject(r -> r.bucket("bucket").key("none")))
                .hasMessageStartingWith("The specified key does not exist.");
        assertThatThrownBy(() -> s3.listObjectsV2(r -> r.bucket("none")))
                .hasMessageStartingWith("The specified bucket does not exist");
        assertThatThrownBy(() -> create(s3, "bucket", "eu-central-1"))
                .hasMessageStartingWith(
                        "Your previous request to create the named bucket succeeded and you already own it.");
        assertThatThrownBy(() -> create(s3, "elsewhere", "us-west-2"))
                .hasMessageStartingWith("The us-west-2 location constraint is incompatible for the region specific"
                        + " endpoint this request was sent to.");
        assertThatThrownBy(() -> s3.getBucketTagging(r -> r.bucket("bucket")))
                .hasMessageStartingWith("The TagSet does not exist");
        assertThatThrownBy(() -> s3.getBucketPolicyStatus(r -> r.bucket("bucket")))
                .hasMessageStartingWith("The bucket policy does not exist");
    }
}
