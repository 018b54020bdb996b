package jenkins.model.queue;

/** Has an address below Jenkins' own. */
public interface ITask {
    default String getUrl() {
        return null;
    }
}
