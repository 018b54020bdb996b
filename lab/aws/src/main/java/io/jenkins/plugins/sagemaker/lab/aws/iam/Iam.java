package io.jenkins.plugins.sagemaker.lab.aws.iam;

import io.jenkins.plugins.sagemaker.lab.aws.Service;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The local IAM: owns one {@link IamAccount} per account and serves them. */
public final class Iam {

    private static final String NAMESPACE = "https://iam.amazonaws.com/doc/2010-05-08/";

    private final Timeline timeline;
    private final Map<String, IamAccount> accounts = new ConcurrentHashMap<>();

    public Iam(Timeline timeline) {
        this.timeline = timeline;
    }

    /** The content of one account. */
    public IamAccount account(String account) {
        return accounts.computeIfAbsent(account, id -> new IamAccount(id, timeline));
    }

    /** The service that clients call. */
    public Service service() {
        QueryService service = new QueryService("iam", NAMESPACE);
        new RoleOperations(this).addTo(service);
        new PolicyOperations(this).addTo(service);
        new InstanceProfileOperations(this).addTo(service);
        return service;
    }
}
