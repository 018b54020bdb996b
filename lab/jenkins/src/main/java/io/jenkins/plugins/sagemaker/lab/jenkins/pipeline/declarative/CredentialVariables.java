package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.model.Run;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.credentialsbinding.impl.CredentialNotFoundException;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/** {@code X = credentials('id')}: the variables that a credential of each kind becomes. */
final class CredentialVariables {

    private CredentialVariables() {}

    static List<UninstantiatedDescribable> bindings(Run<?, ?> build, String variable, String id)
            throws CredentialNotFoundException {
        StandardCredentials credentials =
                CredentialsProvider.findCredentialById(id, StandardCredentials.class, build, List.of());
        if (credentials == null) {
            throw new CredentialNotFoundException("Could not find credentials entry with ID '" + id + "'");
        }
        if (credentials instanceof StringCredentials) {
            return List.of(binding("string", Map.of("variable", variable, "credentialsId", id)));
        }
        if (credentials instanceof FileCredentials) {
            return List.of(binding("file", Map.of("variable", variable, "credentialsId", id)));
        }
        if (credentials instanceof StandardUsernamePasswordCredentials) {
            return List.of(
                    binding("usernameColonPassword", Map.of("variable", variable, "credentialsId", id)),
                    binding(
                            "usernamePassword",
                            Map.of(
                                    "usernameVariable", variable + "_USR",
                                    "passwordVariable", variable + "_PSW",
                                    "credentialsId", id)));
        }
        throw new CredentialNotFoundException("No suitable binding handler could be found for type "
                + credentials.getClass().getSimpleName()
                + ". Supported types are StringCredentials,FileCredentials,StandardUsernamePasswordCredentials.");
    }

    private static UninstantiatedDescribable binding(String symbol, Map<String, Object> arguments) {
        return new UninstantiatedDescribable(symbol, null, arguments);
    }
}
