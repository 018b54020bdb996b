package io.jenkins.plugins.sagemaker.lab.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.lab.aws.Service.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static FaultRule.Target target(String service, String operation, Duration since) {
        return new FaultRule.Target(
                service, operation, "123456789012", "eu-central-1", Protocol.JSON, START.plus(since), START);
    }

    private static List<String> names(Faults faults, String service, String operation, int requests) {
        return IntStream.range(0, requests)
                .mapToObj(i -> faults.strike(target(service, operation, Duration.ZERO)).stream()
                        .map(Fault::name)
                        .reduce("", String::concat))
                .toList();
    }

    @Test
    void faultsStrikeAsOftenAsTheyShould() {
        List<String> struck = names(
                Faults.parse("throttle=0.3,error500=0.05,dropAfter=0.02"), "sagemaker", "DescribeTrainingJob", 20_000);

        assertThat(struck).filteredOn("throttle"::equals).hasSizeBetween(5_700, 6_300);
        assertThat(struck).filteredOn("error500"::equals).hasSizeBetween(850, 1_150);
        assertThat(struck).filteredOn("dropAfter"::equals).hasSizeBetween(320, 480);
    }

    @Test
    void oneSeedGivesTheSameFaultsHoweverRequestsInterleave() {
        var alone = Faults.parse("throttle=0.5,seed=7");
        var mixed = Faults.parse("throttle=0.5,seed=7");
        names(mixed, "s3", "PutObject", 13);

        assertThat(names(mixed, "sagemaker", "CreateModel", 50))
                .isEqualTo(names(alone, "sagemaker", "CreateModel", 50));
        assertThat(names(Faults.parse("throttle=0.5,seed=8"), "sagemaker", "CreateModel", 50))
                .isNotEqualTo(names(Faults.parse("throttle=0.5,seed=7"), "sagemaker", "CreateModel", 50));
    }

    @Test
    void onlyTheNamedServicesAndOperationsAreStruck() {
        var faults = Faults.parse("throttle=1,services=sagemaker+logs,operations=CreateModel+GetLogEvents");

        assertThat(names(faults, "sagemaker", "CreateModel", 1)).containsExactly("throttle");
        assertThat(names(faults, "logs", "GetLogEvents", 1)).containsExactly("throttle");
        assertThat(names(faults, "sagemaker", "DescribeModel", 1)).containsExactly("");
        assertThat(names(faults, "s3", "PutObject", 1)).containsExactly("");
    }

    @Test
    void accessIsDeniedUntilARoleHasPropagated() {
        var faults = Faults.parse("accessDeniedFirst=5m");

        assertThat(faults.strike(target("sagemaker", "CreateModel", Duration.ofSeconds(299))))
                .singleElement()
                .satisfies(fault -> assertThat(fault.error().code()).isEqualTo("AccessDeniedException"));
        assertThat(faults.strike(target("sagemaker", "CreateModel", Duration.ofMinutes(5))))
                .isEmpty();
    }

    @Test
    void rateLimitsLetBurstsPassAndRefillWithTime() {
        var faults = Faults.parse("limits=on");

        assertThat(names(faults, "sagemaker", "ListTrainingJobs", 6))
                .containsExactly("", "", "", "", "limits", "limits");
        assertThat(faults.strike(target("sagemaker", "ListTrainingJobs", Duration.ofMillis(500))))
                .isEmpty();
        assertThat(faults.strike(target("sagemaker", "ListTrainingJobs", Duration.ofMillis(600))))
                .hasSize(1);
        assertThat(names(faults, "s3", "PutObject", 5000)).containsOnly("");
    }

    @Test
    void placedFaultsStrikeTheRequestTheyAreMeantFor() {
        assertThat(names(Faults.on("s3", "PutObject").nth(2).dropAfterEffect(), "s3", "PutObject", 4))
                .containsExactly("", "dropAfter", "", "");
        assertThat(names(Faults.on("s3", "PutObject").times(2).throttle(), "s3", "PutObject", 3))
                .containsExactly("throttle", "throttle", "");
        assertThat(names(Faults.on("s3", "PutObject").nth(2).always().error500(), "s3", "PutObject", 4))
                .containsExactly("", "error500", "error500", "error500");
        assertThat(names(Faults.on("s3", "PutObject").dropBeforeEffect(), "s3", "GetObject", 1))
                .containsExactly("");
    }

    @Test
    void twoKindsOfFaultsAddUp() {
        var faults = Faults.parse("latency=50ms")
                .and(Faults.on("s3", "PutObject").expired())
                .and(Faults.on("s3", "PutObject").throttle());

        assertThat(faults.strike(target("s3", "PutObject", Duration.ZERO)))
                .extracting(Fault::name)
                .containsExactly("latency", "expired");
    }

    @Test
    void servicesAskForTheirOwnFaults() {
        var faults = Faults.parse("capacity=ml.p3.2xlarge+ml.g5.xlarge:0,container=0.5,seed=3");

        assertThat(faults.chance(FaultSource.CAPACITY, "ml.p3.2xlarge")).isTrue();
        assertThat(faults.chance(FaultSource.CAPACITY, "ml.g5.xlarge")).isFalse();
        assertThat(faults.chance(FaultSource.CAPACITY, "ml.m5.large")).isFalse();
        assertThat(faults.chance(FaultSource.ALARM, "anything")).isFalse();
        assertThat(IntStream.range(0, 1000)
                        .filter(i -> faults.chance(FaultSource.CONTAINER, "job"))
                        .count())
                .isBetween(430L, 570L);
    }

    @Test
    void anEmptySpecificationMeansNoFaults() {
        assertThat(names(Faults.parse(" "), "s3", "PutObject", 3)).containsOnly("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    throtle=0.3               | There is no fault 'throtle'; there are accessDeniedFirst, alarm,
                    throttle                  | Fault 'throttle' has no value; write name=value.
                    throttle=1.5              | Fault 'throttle=1.5': a probability lies between 0 and 1.
                    throttle=often            | Fault 'throttle=often': a probability is a number.
                    throttle=0.6,error500=0.6 | at most 1
                    throttle=0.1,throttle=0.2 | Fault 'throttle' is given twice.
                    latency=50                | Fault 'latency=50': a time is written as 50ms, 2s, 5m or 1h.
                    limits=yes                | Fault 'limits=yes' is neither on nor off.
                    throttle=1,seed=x         | Fault 'seed=x': a seed is a whole number.
                    capacity=ml.m5.large:2    | a probability lies between 0 and 1
                    """)
    void aWrongSpecificationIsToldInOneSentence(String specification, String message) {
        assertThatThrownBy(() -> Faults.parse(specification))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesMayBeBeginnings() {
        var faults = Faults.parse("container=digits-*:1+digits-9*:0,quota=ml.p3.*");

        assertThat(faults.chance(FaultSource.CONTAINER, "digits-1-ab")).isTrue();
        assertThat(faults.chance(FaultSource.CONTAINER, "digits-9-ab")).isFalse();
        assertThat(faults.chance(FaultSource.CONTAINER, "other")).isFalse();
        assertThat(faults.chance(FaultSource.QUOTA, "ml.p3.2xlarge")).isTrue();
        assertThat(faults.chance(FaultSource.QUOTA, "ml.p2.xlarge")).isFalse();
    }

    @Test
    void aWholeNumberIsHowOftenEachSpotJobIsInterrupted() {
        var faults = Faults.parse("spot=2+never:0");

        for (String job : List.of("a", "b")) {
            assertThat(IntStream.range(0, 5)
                            .filter(start -> faults.chance(FaultSource.SPOT, job))
                            .count())
                    .isEqualTo(2);
        }
        assertThat(faults.chance(FaultSource.SPOT, "never")).isFalse();
        assertThat(IntStream.range(0, 1000)
                        .filter(start -> Faults.parse("spot=0.5,seed=" + start).chance(FaultSource.SPOT, "c"))
                        .count())
                .isBetween(400L, 600L);
        assertThatThrownBy(() -> Faults.parse("container=2")).hasMessageContaining("between 0 and 1");
    }
}
