package jenkins.model;

import hudson.model.Result;
import java.util.Calendar;

/** What is known of a build that may be long over. */
public interface HistoricalBuild {
    int getNumber();

    Result getResult();

    Calendar getTimestamp();

    String getUrl();
}
