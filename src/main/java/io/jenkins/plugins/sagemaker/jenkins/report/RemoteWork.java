package io.jenkins.plugins.sagemaker.jenkins.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a build had done in AWS, as its page shows it: short texts only, for it is kept in the build's file. */
public final class RemoteWork {

    private static final int LONGEST = 300;
    private static final int MOST_DETAILS = 16;

    private final String key;
    private final String name;
    private final String url;
    private final Outcome outcome;
    private final String message;
    private boolean outlived;
    private final Map<String, String> details = new LinkedHashMap<>();

    /**
     * @param key of the step within its build
     * @param name for example {@code training job digits-17}
     * @param url of a page for persons; null if there is none
     * @param message a sentence; empty if there is nothing to say
     */
    public RemoteWork(String key, String name, String url, Outcome outcome, String message) {
        this.key = key;
        this.name = name;
        this.url = safe(url);
        this.outcome = outcome;
        this.message = shortened(message);
    }

    /** A page shows no other links than those to the web. */
    static String safe(String url) {
        return url != null && url.matches("https?://[^\\s\"'<>]+") ? url : null;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    /** It went on after its build had ended. */
    public RemoteWork outliving() {
        outlived = true;
        return this;
    }

    /** What a result says in numbers and words, but not again what its name says. */
    public RemoteWork with(Map<?, ?> result) {
        Figures.of(result).forEach((label, text) -> {
            if (details.size() < MOST_DETAILS && !name.endsWith(" " + text)) {
                details.put(label, shortened(text));
            }
        });
        return this;
    }

    String key() {
        return key;
    }

    public String getName() {
        return name;
    }

    /** The name as the beginning of a line. */
    public String getTitle() {
        return Figures.capitalized(name);
    }

    public String getUrl() {
        return url;
    }

    public Outcome getOutcome() {
        return outcome;
    }

    public String getMessage() {
        return message;
    }

    public boolean isOutlived() {
        return outlived;
    }

    public Map<String, String> getDetails() {
        return details;
    }
}
