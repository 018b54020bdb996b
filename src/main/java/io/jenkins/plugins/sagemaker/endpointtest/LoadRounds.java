package io.jenkins.plugins.sagemaker.endpointtest;

import static io.jenkins.plugins.sagemaker.operation.Progress.next;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.endpointtest.EndpointTestState.Phase;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Warms the endpoint up and runs the load. What goes wrong here is what is measured, so nothing is asked twice. */
record LoadRounds(EndpointTestRequest request, Aws aws) {

    /** Where a test goes on after cases and data. */
    static Phase firstPhase(EndpointTestRequest request) {
        return request.load().requests() == 0
                ? Phase.REPORT
                : request.load().warmupRequests() == 0 ? Phase.LOAD : Phase.WARM_UP;
    }

    Progress<EndpointTestState, EndpointTestResult> advance(EndpointTestState state)
            throws RemoteException, InterruptedException {
        boolean warming = state.phase() == Phase.WARM_UP;
        int all = warming ? request.load().warmupRequests() : request.load().requests();
        int concurrency = request.load().concurrency();
        var payloads = payloads();
        var invoker = new Invoker(request.endpointName(), aws);
        var measured = state.measured().copy();
        int at = state.cursor();
        for (var round = new Round(); at < all && !round.isOver(); ) {
            var batch = IntStream.range(at, Math.min(all, at + concurrency * Round.REQUESTS_PER_THREAD))
                    .mapToObj(i -> payloads.get(i % payloads.size()))
                    .toList();
            long begin = System.nanoTime();
            var answers = invoker.invokeAll(batch, concurrency);
            if (!warming) {
                measured.addLoadTime((System.nanoTime() - begin) / 1000);
                for (int i = 0; i < batch.size(); i++) {
                    measured.addLoad(batch.get(i).name(), answers.get(i));
                }
            }
            at += batch.size();
        }
        var after = state.afterRequests(at, measured);
        if (at < all) {
            return next(after, warming ? List.of() : Round.news(state.cursor(), at, all, "requests of the load"));
        }
        return next(after.to(warming ? Phase.LOAD : Phase.REPORT));
    }

    private List<Payload> payloads() throws RemoteException, InterruptedException {
        List<Payload> payloads = new ArrayList<>();
        long bytes = 0;
        for (TestCase one : request.cases()) {
            if (!one.wantsRefusal() && bytes <= Items.LARGEST_READ) {
                payloads.add(CaseRounds.payload(one, aws));
                bytes += payloads.get(payloads.size() - 1).body().asByteArrayUnsafe().length;
            }
        }
        if (payloads.isEmpty()) {
            Items items = Items.open(request.data(), aws.workspace());
            payloads.addAll(items.payloads(Round.batch(items, 0, request.load().concurrency())));
        }
        return payloads;
    }
}
