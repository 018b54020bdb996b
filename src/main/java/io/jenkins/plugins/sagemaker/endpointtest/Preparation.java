package io.jenkins.plugins.sagemaker.endpointtest;

import io.jenkins.plugins.sagemaker.aws.Workspace;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Looks at all that will be sent before anything is sent. */
record Preparation(EndpointTestRequest request, Workspace workspace) {

    /** @throws RemoteException if a file is missing or the data set cannot be used, with a sentence for the user */
    EndpointTestState check(EndpointTestState state) throws RemoteException, InterruptedException {
        for (TestCase one : request.cases()) {
            checkFile(one);
        }
        if (request.data() == null) {
            return state.checked("", 0, null);
        }
        Items items = Items.open(request.data(), workspace);
        TreeSet<String> labels = new TreeSet<>();
        for (int i = 0; i < items.size(); i++) {
            labels.add(Numbers.label(items.label(i)));
        }
        return state.checked(items.fingerprint(), items.size(), tally(labels));
    }

    private void checkFile(TestCase one) throws RemoteException, InterruptedException {
        long size;
        if (one.file().isEmpty()) {
            size = one.bodyBytes().length;
        } else {
            var files = workspace.list(one.file());
            if (files.size() != 1) {
                throw invalid("Case '" + one.name() + "' wants to send " + one.file() + ", "
                        + (files.isEmpty()
                                ? "which is not in the workspace."
                                : "which is not one file but " + files.size() + "."));
            }
            size = files.get(0).size();
        }
        if (size > Payload.LARGEST) {
            throw invalid("Case '" + one.name() + "' wants to send " + size + " bytes; an endpoint takes at most "
                    + Payload.LARGEST + ".");
        }
    }

    /** Thresholds tell whether it is about classes or numbers; without any, labels with a fraction do. */
    private QualityTally tally(TreeSet<String> labels) throws RemoteException {
        Boolean wanted = request.wantsNumbers();
        boolean allNumbers = labels.stream().noneMatch(label -> Double.isNaN(Numbers.parse(label)));
        boolean numbers = wanted != null
                ? wanted
                : request.labels().isEmpty()
                        && allNumbers
                        && labels.stream().anyMatch(label -> !label.matches("-?\\d+"));
        if (numbers) {
            if (!allNumbers) {
                throw invalid("The data set " + request.data().path() + " has labels that are not numbers ("
                        + some(labels.stream()
                                .filter(label -> Double.isNaN(Numbers.parse(label)))
                                .toList())
                        + "), but metricThresholds bound "
                        + request.metricThresholds().get(0).measure() + ".");
            }
            return new NumberTally();
        }
        if (!request.labels().isEmpty()) {
            List<String> unknown = new ArrayList<>(labels);
            unknown.removeAll(request.labels());
            if (!unknown.isEmpty()) {
                throw invalid("The data set " + request.data().path() + " has the label " + some(unknown)
                        + ", which is none of the labels given: " + some(request.labels()) + ".");
            }
        }
        return new ClassTally(positive(labels));
    }

    private String positive(TreeSet<String> labels) {
        if (request.labels().size() == 2) {
            return request.labels().get(1);
        }
        return request.labels().isEmpty() && labels.size() == 2 ? labels.last() : null;
    }

    private static String some(Collection<String> all) {
        int most = 10;
        return String.join(", ", all.stream().limit(most).toList())
                + (all.size() > most ? " and " + (all.size() - most) + " more" : "");
    }

    private static RemoteException invalid(String sentence) {
        return new RemoteException(Kind.INVALID, "", sentence, null);
    }
}
