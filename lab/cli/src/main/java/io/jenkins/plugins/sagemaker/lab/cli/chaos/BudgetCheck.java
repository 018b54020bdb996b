package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import io.jenkins.plugins.sagemaker.lab.aws.RecordedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a controller has kept to its request budget: 10 requests a second for each API, two seconds' worth at once. */
final class BudgetCheck {

    private static final double PER_SECOND = 10;
    private static final double AT_ONCE = 20;
    private static final Set<String> WITHOUT = Set.of("InvokeEndpoint");

    private BudgetCheck() {}

    static List<String> violations(List<List<RecordedRequest>> lives) {
        List<String> violations = new ArrayList<>();
        for (List<RecordedRequest> life : lives) {
            Map<String, List<RecordedRequest>> byFamily = new HashMap<>();
            for (RecordedRequest request : life) {
                if (!request.service().equals("s3") && !WITHOUT.contains(request.operation())) {
                    byFamily.computeIfAbsent(request.service(), f -> new ArrayList<>())
                            .add(request);
                }
            }
            byFamily.forEach((family, requests) -> {
                if (exceeds(requests)) {
                    violations.add("the request budget for " + family + " was exceeded");
                }
            });
        }
        return violations;
    }

    private static boolean exceeds(List<RecordedRequest> requests) {
        for (int first = 0; first < requests.size(); first++) {
            for (int last = first; last < requests.size(); last++) {
                double seconds = Duration.between(
                                        requests.get(first).time(),
                                        requests.get(last).time())
                                .toMillis()
                        / 1000.0;
                if (last - first + 1 > AT_ONCE + PER_SECOND * seconds + 1) {
                    return true;
                }
            }
        }
        return false;
    }
}
