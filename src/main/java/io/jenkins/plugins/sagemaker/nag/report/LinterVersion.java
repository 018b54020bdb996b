package io.jenkins.plugins.sagemaker.nag.report;

/** Which linter wrote a report. */
public final class LinterVersion {

    private LinterVersion() {}

    /** The plugin's version as its jar says; classes outside of a jar have none. */
    public static String text() {
        String version = LinterVersion.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
