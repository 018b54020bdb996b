package io.jenkins.plugins.sagemaker.lab.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the measurements are made and written. */
final class Figures {

    private static final int COLLECTIONS = 4;

    private Figures() {}

    /** Bytes of the heap that are still in use after garbage was collected. */
    static long usedHeap() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            ManagementFactory.getMemoryMXBean().gc();
            used = Math.min(
                    used,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return used;
    }

    /** Processor time of this process. */
    static Duration cpu() {
        return Duration.ofNanos(
                ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime());
    }

    /** Middle, 95th percentile and longest of delays in milliseconds. */
    static Map<String, Object> delays(List<Long> millis) {
        List<Long> sorted = millis.stream().sorted().toList();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("seen", sorted.size());
        if (!sorted.isEmpty()) {
            figures.put("p50", percentile(sorted, 50) / 1000.0);
            figures.put("p95", percentile(sorted, 95) / 1000.0);
            figures.put("max", percentile(sorted, 100) / 1000.0);
        }
        return figures;
    }

    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    /** Requests of each operation, of each service and of all, in a second of AWS's time. */
    static Map<String, Object> perSecond(Map<String, Long> requests, Duration time) {
        Map<String, Object> figures = new TreeMap<>();
        Map<String, Double> services = new TreeMap<>();
        requests.forEach((operation, count) -> {
            double rate = count * 1000.0 / time.toMillis();
            figures.put(operation, rounded(rate));
            services.merge(operation.replace("throttled ", "").replaceFirst(" .*", ""), rate, Double::sum);
        });
        services.forEach((service, rate) -> figures.put(service, rounded(rate)));
        figures.put(
                "all", rounded(services.values().stream().mapToDouble(r -> r).sum()));
        return figures;
    }

    static double rounded(double number) {
        return Math.round(number * 1000) / 1000.0;
    }
}
