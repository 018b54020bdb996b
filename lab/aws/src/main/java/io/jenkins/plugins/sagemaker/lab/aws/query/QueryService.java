package io.jenkins.plugins.sagemaker.lab.aws.query;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.Service;
import java.util.LinkedHashMap;
import java.util.Map;

/** A service that speaks the query protocol: a table of operations, each of which turns a form into the members of its answer. */
public final class QueryService implements Service {

    private final String signingName;
    private final String namespace;
    private final Map<String, Operation> operations = new LinkedHashMap<>();

    /** @param namespace XML namespace of the answers */
    public QueryService(String signingName, String namespace) {
        this.signingName = signingName;
        this.namespace = namespace;
    }

    /** Adds an operation. */
    public QueryService on(String name, Operation operation) {
        operations.put(name, operation);
        return this;
    }

    @Override
    public String signingName() {
        return signingName;
    }

    @Override
    public Protocol protocol() {
        return Protocol.QUERY;
    }

    @Override
    public Reply handle(Call call) throws AwsError {
        Operation operation = operations.get(call.operation());
        if (operation == null) {
            throw new AwsError(
                    400,
                    "InvalidAction",
                    "Could not find operation " + call.operation() + " for version "
                            + namespace.replaceFirst(".*/doc/", "").replace("/", ""));
        }
        return QueryXml.reply(namespace, call, operation.answer(call, QueryForm.of(call)));
    }

    /** One operation of the service. */
    @FunctionalInterface
    public interface Operation {

        /** @return the members of the result, or null if the operation has none */
        Members answer(Call call, QueryForm form) throws AwsError;
    }
}
