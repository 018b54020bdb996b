package io.jenkins.plugins.sagemaker.jenkins.step;

import com.cloudbees.jenkins.plugins.awscredentials.AmazonWebServicesCredentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.EnvVars;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.ProxyConfiguration;
import hudson.Util;
import hudson.model.Run;
import hudson.security.ACL;
import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.ClientFactory;
import io.jenkins.plugins.sagemaker.aws.ClientFactory.Proxy;
import io.jenkins.plugins.sagemaker.aws.LiveAws;
import io.jenkins.plugins.sagemaker.aws.MessageQueue;
import io.jenkins.plugins.sagemaker.aws.Workspace;
import io.jenkins.plugins.sagemaker.jenkins.config.SageMakerConfiguration;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Finds out, anew for each round of an operation, in which region and with which credentials a step works: what the step says, then the build's
 * environment ({@code withAWS}, {@code withCredentials}), then the global configuration. There is no silent default: a region that nobody
 * names is an error, and the controller's own identity is used only if the administrator allows it.
 */
@Extension
public final class AwsConnector {

    private final SessionCache sessions =
            new SessionCache(() -> OperationPool.get().now());
    private ClientFactory factory;
    private Proxy proxyOfFactory;
    private DefaultCredentialsProvider ownIdentity;

    static AwsConnector get() {
        return ExtensionList.lookupSingleton(AwsConnector.class);
    }

    /** @param run null if the build has been deleted; then only what the administrator has set can be used */
    Aws connect(AwsSettings settings, Run<?, ?> run, EnvVars env, Workspace workspace)
            throws RemoteException, InterruptedException {
        var config = SageMakerConfiguration.get();
        String region =
                first(settings.region(), env.get("AWS_REGION"), env.get("AWS_DEFAULT_REGION"), config.getRegion());
        if (region == null) {
            throw invalid("No AWS region is known: give the step a region, set AWS_REGION in the build's environment, "
                    + "or let an administrator set one under Manage Jenkins, System, Amazon SageMaker.");
        }
        String endpoint = first(settings.endpointUrl(), config.getEndpointUrl());
        var identity = new LiveAws.Identity(
                credentials(settings, run, env, config),
                region,
                endpoint == null ? null : uri(endpoint),
                Util.fixEmptyAndTrim(settings.assumeRoleArn()),
                Util.fixEmptyAndTrim(settings.externalId()),
                sessionName(settings, run));
        return LiveAws.connect(
                factory(), identity, workspace, OperationPool.get().clock());
    }

    /** By nobody's right but the administrator's, who may also give it credentials that no build can use. */
    MessageQueue connect(StateChangeFeed feed) throws RemoteException, InterruptedException {
        var config = SageMakerConfiguration.get();
        String id = first(feed.credentialsId(), config.getCredentialsId());
        var identity = new LiveAws.Identity(
                id == null ? ofControllerItself() : storedForJenkins(id),
                feed.region(),
                config.getEndpointUrl() == null ? null : uri(config.getEndpointUrl()),
                feed.assumeRoleArn(),
                feed.externalId(),
                "jenkins-state-changes");
        return LiveAws.connect(factory(), identity, feed.queue());
    }

    private AwsCredentials storedForJenkins(String id) throws RemoteException, InterruptedException {
        var found = ofJenkins(id);
        if (found == null) {
            throw invalid("There are no AWS credentials with the id " + id + " among those of Jenkins itself.");
        }
        return sessions.of(found, () -> resolved(id, found));
    }

    private AwsCredentials ofControllerItself() throws RemoteException, InterruptedException {
        return Aws.call("find AWS credentials of the controller itself", ownIdentity()::resolveCredentials);
    }

    private AwsCredentials credentials(AwsSettings settings, Run<?, ?> run, EnvVars env, SageMakerConfiguration config)
            throws RemoteException, InterruptedException {
        String named = Util.fixEmptyAndTrim(settings.credentialsId());
        if (named != null) {
            if (run == null) {
                throw invalid("The build has been deleted, and with it the right to use the AWS credentials " + named
                        + ": stop what it has left by hand.");
            }
            return stored(named, run);
        }
        String key = env.get("AWS_ACCESS_KEY_ID");
        String secret = env.get("AWS_SECRET_ACCESS_KEY");
        if (Util.fixEmpty(key) != null && Util.fixEmpty(secret) != null) {
            String token = Util.fixEmpty(env.get("AWS_SESSION_TOKEN"));
            return token == null
                    ? AwsBasicCredentials.create(key, secret)
                    : AwsSessionCredentials.create(key, secret, token);
        }
        if (Util.fixEmptyAndTrim(config.getCredentialsId()) != null) {
            return stored(config.getCredentialsId(), run);
        }
        if (config.isControllerIdentityAllowed()) {
            return ofControllerItself();
        }
        throw invalid(
                "No AWS credentials are known: give the step a credentialsId, wrap it in withCredentials or withAWS, or let an "
                        + "administrator set a default under Manage Jenkins, System, Amazon SageMaker.");
    }

    private AwsCredentials stored(String id, Run<?, ?> run) throws RemoteException, InterruptedException {
        var credentials = run == null
                ? ofController(id)
                : CredentialsProvider.findCredentialById(id, AmazonWebServicesCredentials.class, run, List.of());
        if (credentials == null) {
            throw invalid("There are no AWS credentials with the id " + id + " that this build may use.");
        }
        if (run != null) {
            CredentialsProvider.track(run, credentials);
        }
        return sessions.of(credentials, () -> resolved(id, credentials));
    }

    private static AwsCredentials resolved(String id, AmazonWebServicesCredentials credentials)
            throws RemoteException, InterruptedException {
        AwsCredentials resolved;
        try {
            resolved = credentials.resolveCredentials();
        } catch (SdkException e) {
            return Aws.call("use the credentials " + id, () -> {
                throw e;
            });
        } catch (RuntimeException e) {
            // Whatever plugin they are of; with half a key, for example, they fail like this.
            throw new RemoteException(
                    RemoteException.Kind.INVALID,
                    "",
                    "The AWS credentials " + id + " cannot be used: " + e.getMessage(),
                    e);
        }
        if (resolved == null) {
            throw invalid("The AWS credentials " + id + " are empty: they have neither a key nor a role.");
        }
        return resolved;
    }

    /** What is Jenkins' own alone, no build could have used. */
    private static AmazonWebServicesCredentials ofController(String id) {
        var found = ofJenkins(id);
        return found == null || found.getScope() == CredentialsScope.SYSTEM ? null : found;
    }

    private static AmazonWebServicesCredentials ofJenkins(String id) {
        return CredentialsProvider.findCredentialByIdInItemGroup(
                id, AmazonWebServicesCredentials.class, Jenkins.get(), ACL.SYSTEM2, List.of());
    }

    private synchronized DefaultCredentialsProvider ownIdentity() {
        if (ownIdentity == null) {
            ownIdentity = DefaultCredentialsProvider.builder().build();
        }
        return ownIdentity;
    }

    /** Made anew when the administrator changes the proxy. */
    private synchronized ClientFactory factory() {
        Proxy proxy = proxy(Jenkins.get().getProxy());
        if (factory == null || !proxy.equals(proxyOfFactory)) {
            if (factory != null) {
                factory.close();
            }
            var pool = OperationPool.get();
            factory = new ClientFactory(pool, pool.timeScale(), proxy);
            proxyOfFactory = proxy;
        }
        return factory;
    }

    private static Proxy proxy(ProxyConfiguration p) {
        if (p == null) {
            return Proxy.NONE;
        }
        Set<String> except = Stream.of(Util.fixNull(p.getNoProxyHost()).split("[\\s,|]+"))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        return new Proxy(
                p.getName(),
                p.getPort(),
                p.getUserName(),
                p.getSecretPassword() == null ? null : p.getSecretPassword().getPlainText(),
                except);
    }

    /** STS takes 2 to 64 of these characters. */
    private static String sessionName(AwsSettings settings, Run<?, ?> run) {
        String name = first(
                settings.roleSessionName(),
                run == null ? "jenkins-deleted-build" : "jenkins-" + run.getExternalizableId());
        String legal = name.replaceAll("[^\\w+=,.@-]+", "-");
        return legal.substring(0, Math.min(64, legal.length()));
    }

    private static URI uri(String endpoint) throws RemoteException {
        try {
            URI uri = URI.create(endpoint);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new RemoteException(RemoteException.Kind.INVALID, "", "The endpointUrl is not a URL: " + endpoint, e);
        }
        throw invalid("The endpointUrl must be a URL with a host, for example http://127.0.0.1:4566, not: " + endpoint);
    }

    private static String first(String... values) {
        for (String value : values) {
            if (Util.fixEmptyAndTrim(value) != null) {
                return value.trim();
            }
        }
        return null;
    }

    private static RemoteException invalid(String message) {
        return new RemoteException(RemoteException.Kind.INVALID, "", message, null);
    }

    synchronized void close() {
        if (factory != null) {
            factory.close();
            factory = null;
        }
    }
}
