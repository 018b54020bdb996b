package io.jenkins.plugins.sagemaker.lab.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The text form of faults, as {@link Faults#parse} documents it. */
final class FaultSpecification {

    private static final Set<String> CHANCES = Set.of(
            FaultSource.CAPACITY,
            FaultSource.QUOTA,
            FaultSource.SPOT,
            FaultSource.MEMORY,
            FaultSource.CONTAINER,
            FaultSource.ALARM);
    private static final Set<String> SETTINGS =
            Set.of("latency", "accessDeniedFirst", "limits", "seed", "services", "operations");
    private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|s|m|h)");

    private final Map<String, String> settings = new LinkedHashMap<>();

    FaultSpecification(String specification) {
        for (String setting : specification.split(",")) {
            if (setting.isBlank()) {
                continue;
            }
            String[] parts = setting.strip().split("=", 2);
            if (parts.length < 2 || parts[1].isBlank()) {
                throw new IllegalArgumentException("Fault '" + setting.strip() + "' has no value; write name=value.");
            }
            if (!known().contains(parts[0])) {
                throw new IllegalArgumentException(
                        "There is no fault '" + parts[0] + "'; there are " + String.join(", ", known()) + ".");
            }
            if (settings.put(parts[0], parts[1].strip()) != null) {
                throw new IllegalArgumentException("Fault '" + parts[0] + "' is given twice.");
            }
        }
    }

    Faults faults() {
        List<FaultRule> rules = new ArrayList<>();
        if (settings.containsKey("latency")) {
            Duration latency = duration("latency");
            rules.add(target -> Optional.of(Fault.latency(latency)));
        }
        if (settings.containsKey("accessDeniedFirst")) {
            rules.add(deniedFor(duration("accessDeniedFirst")));
        }
        if (on("limits")) {
            rules.add(new RateLimits());
        }
        Map<String, Double> probabilities = new LinkedHashMap<>();
        for (String kind : RandomFaults.KINDS.keySet()) {
            if (settings.containsKey(kind)) {
                probabilities.put(kind, probability(kind, settings.get(kind)));
            }
        }
        if (!probabilities.isEmpty()) {
            rules.add(new RandomFaults(probabilities, seed()));
        }
        List<FaultSource> chances = new ArrayList<>();
        for (String kind : CHANCES) {
            if (settings.containsKey(kind)) {
                chances.add(chance(kind));
            }
        }
        return new Faults(rules.stream().map(this::limited).toList(), chances);
    }

    private FaultRule limited(FaultRule rule) {
        Set<String> services = set("services");
        Set<String> operations = set("operations");
        return target -> (services.isEmpty() || services.contains(target.service()))
                        && (operations.isEmpty() || operations.contains(target.operation()))
                ? rule.strike(target)
                : Optional.empty();
    }

    private static FaultRule deniedFor(Duration time) {
        return target -> target.now().isBefore(target.installed().plus(time))
                ? Optional.of(Fault.answer(
                        "accessDeniedFirst",
                        CommonErrors.accessDenied(target.protocol(), target.service() + ":" + target.operation())))
                : Optional.empty();
    }

    private FaultSource chance(String kind) {
        Map<String, Double> subjects = new LinkedHashMap<>();
        for (String item : settings.get(kind).split("\\+")) {
            int colon = item.lastIndexOf(':');
            if (colon > 0) {
                subjects.put(item.substring(0, colon), amount(kind, item.substring(colon + 1)));
            } else if (item.matches("[0-9.]+")) {
                subjects.put("", amount(kind, item));
            } else {
                subjects.put(item, 1.0);
            }
        }
        var numbers = new Subjects(subjects);
        return kind.equals(FaultSource.SPOT) ? new Interruptions(numbers, seed()) : new Chance(kind, numbers, seed());
    }

    /** A probability; for spot interruptions also a number of times. */
    private static double amount(String kind, String value) {
        return kind.equals(FaultSource.SPOT) && value.matches("[1-9]\\d{0,3}")
                ? Integer.parseInt(value)
                : probability(kind, value);
    }

    private static double probability(String kind, String value) {
        try {
            double probability = Double.parseDouble(value);
            if (probability >= 0 && probability <= 1) {
                return probability;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Fault '" + kind + "=" + value + "': a probability is a number.", e);
        }
        throw new IllegalArgumentException("Fault '" + kind + "=" + value + "': a probability lies between 0 and 1.");
    }

    private Duration duration(String name) {
        var matcher = DURATION.matcher(settings.get(name));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "Fault '" + name + "=" + settings.get(name) + "': a time is written as 50ms, 2s, 5m or 1h.");
        }
        try {
            long amount = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                default -> Duration.ofHours(amount);
            };
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException("Fault '" + name + "=" + settings.get(name) + "' is too long.", e);
        }
    }

    private boolean on(String name) {
        String value = settings.getOrDefault(name, "off");
        if (!value.equals("on") && !value.equals("off")) {
            throw new IllegalArgumentException("Fault '" + name + "=" + value + "' is neither on nor off.");
        }
        return value.equals("on");
    }

    private long seed() {
        String value = settings.getOrDefault("seed", "0");
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Fault 'seed=" + value + "': a seed is a whole number.", e);
        }
    }

    private Set<String> set(String name) {
        return settings.containsKey(name)
                ? Set.copyOf(List.of(settings.get(name).split("\\+")))
                : Set.of();
    }

    private static Set<String> known() {
        var known = new TreeSet<>(SETTINGS);
        known.addAll(RandomFaults.KINDS.keySet());
        known.addAll(CHANCES);
        return known;
    }
}
