package io.jenkins.plugins.sagemaker.lab.aws.kms;

import io.jenkins.plugins.sagemaker.lab.aws.Service;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The local KMS: owns one {@link KmsRegion} per account and region and serves them. */
public final class Kms {

    private final Timeline timeline;
    private final Map<String, KmsRegion> regions = new ConcurrentHashMap<>();

    public Kms(Timeline timeline) {
        this.timeline = timeline;
    }

    /** The content of one account and region. */
    public KmsRegion region(String account, String region) {
        return regions.computeIfAbsent(account + " " + region, key -> new KmsRegion(account, region, timeline));
    }

    /** The service that clients call. */
    public Service service() {
        return new KmsService(this);
    }
}
