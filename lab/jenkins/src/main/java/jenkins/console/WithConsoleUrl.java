package jenkins.console;

/** Has a console page. */
public interface WithConsoleUrl {
    default String getConsoleUrl() {
        return null;
    }
}
