package io.jenkins.plugins.sagemaker.lab.aws.tuning;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is tried next. */
@FunctionalInterface
public interface Search {

    /**
     * @param tried all that has been tried and judged so far
     * @return nothing if there is nothing left to try
     */
    Optional<Map<String, String>> next(List<Trial> tried);
}
