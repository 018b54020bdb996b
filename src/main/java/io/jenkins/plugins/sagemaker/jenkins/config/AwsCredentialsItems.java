package io.jenkins.plugins.sagemaker.jenkins.config;

import com.cloudbees.jenkins.plugins.awscredentials.AmazonWebServicesCredentials;
import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.queue.Tasks;
import hudson.security.ACL;
import hudson.util.ListBoxModel;
import java.util.List;
import jenkins.model.Jenkins;

/** The AWS credentials that a form offers. */
public final class AwsCredentialsItems {

    /** Those of the scope "system" are for Jenkins itself: a build would not find them. */
    private static final CredentialsMatcher USABLE_BY_BUILDS =
            CredentialsMatchers.not(CredentialsMatchers.withScope(CredentialsScope.SYSTEM));

    private AwsCredentialsItems() {}

    /** For a form of this item (null: of the system), to whoever may configure it; others see only the current value. */
    public static ListBoxModel ofForm(Item item, String current) {
        boolean may = item == null
                ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                : item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(CredentialsProvider.USE_ITEM);
        return may ? of(item, current) : new StandardListBoxModel().includeCurrentValue(current);
    }

    /** For what Jenkins itself does, to an administrator; others see only the current value. */
    static ListBoxModel ofSystemForm(String current) {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                ? of(null, current, CredentialsMatchers.always())
                : new StandardListBoxModel().includeCurrentValue(current);
    }

    static ListBoxModel of(Item item, String current) {
        return of(item, current, USABLE_BY_BUILDS);
    }

    private static ListBoxModel of(Item item, String current, CredentialsMatcher matcher) {
        var authentication = item instanceof Queue.Task task ? Tasks.getAuthenticationOf2(task) : ACL.SYSTEM2;
        return new StandardListBoxModel()
                .includeEmptyValue()
                .includeMatchingAs(authentication, item, AmazonWebServicesCredentials.class, List.of(), matcher)
                .includeCurrentValue(current);
    }
}
