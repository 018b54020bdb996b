package io.jenkins.plugins.sagemaker.lab.aws.sns;

import io.jenkins.plugins.sagemaker.lab.aws.Service;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The local SNS: owns one {@link SnsRegion} per account and region and serves them. */
public final class Sns {

    private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

    private final Timeline timeline;
    private final Map<String, SnsRegion> regions = new ConcurrentHashMap<>();

    public Sns(Timeline timeline) {
        this.timeline = timeline;
    }

    /** The content of one account and region. */
    public SnsRegion region(String account, String region) {
        return regions.computeIfAbsent(account + " " + region, key -> new SnsRegion(account, region, timeline));
    }

    /** The service that clients call. */
    public Service service() {
        QueryService service = new QueryService("sns", NAMESPACE);
        new SnsOperations(this).addTo(service);
        return service;
    }
}
