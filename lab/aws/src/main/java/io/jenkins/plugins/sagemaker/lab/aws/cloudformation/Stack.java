package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A stack with all that is known about it. Guarded by the lock of its {@link StackRegion}. */
final class Stack {

    static final String TYPE = "AWS::CloudFormation::Stack";

    final String id;
    final String name;
    final Instant created;
    final Map<String, StackResource> resources = new LinkedHashMap<>();
    final List<StackEvent> events = new ArrayList<>();
    final Map<String, ChangeSet> changeSets = new LinkedHashMap<>();
    /** Names of the exports of other stacks that this one uses. */
    final Set<String> imports = new HashSet<>();
    /** The operations that were begun with a ClientRequestToken, so that a repeated request is recognized. */
    final Map<String, String> tokens = new HashMap<>();

    StackInput input;
    StackStatus status;
    String statusReason;
    Instant updated;
    Instant deleted;
    List<StackOutput> outputs = List.of();
    boolean terminationProtection;
    OnFailure onFailure = OnFailure.ROLLBACK;
    Integer timeoutMinutes;
    String policy;
    String changeSetId;
    /** ClientRequestToken of the operation that goes on or went last. */
    String token;

    StackRun run;

    /** What ended in CREATE_FAILED or UPDATE_FAILED and can still be rolled back, or null. */
    StackRun failed;

    Stack(String id, String name, Instant created) {
        this.id = id;
        this.name = name;
        this.created = created;
    }

    /** What happens to a stack whose creation fails. */
    enum OnFailure {
        ROLLBACK,
        DO_NOTHING,
        DELETE
    }

    boolean isDeleted() {
        return status == StackStatus.DELETE_COMPLETE;
    }

    /** Whether this operation was begun with this token before. */
    boolean isRepeated(String operation, String requestToken) {
        return requestToken != null && operation.equals(tokens.get(requestToken));
    }

    void remember(String operation, String requestToken) {
        token = requestToken;
        if (requestToken != null) {
            tokens.put(requestToken, operation);
        }
    }
}
