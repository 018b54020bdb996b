package hudson.console;

import hudson.model.Item;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.User;
import java.io.Serial;

/** A link to one of Jenkins' own pages. */
public class ModelHyperlinkNote extends HyperlinkNote {
    @Serial
    private static final long serialVersionUID = 1L;

    public ModelHyperlinkNote(String url, int length) {
        super(url, length);
    }

    @Override
    protected String extraAttributes() {
        return " class='jenkins-table__link model-link model-link--float'";
    }

    public static String encodeTo(User u) {
        return encodeTo("/" + u.getUrl(), u.getDisplayName());
    }

    public static String encodeTo(Item item) {
        return encodeTo(item, item.getFullDisplayName());
    }

    public static String encodeTo(Item item, String text) {
        return encodeTo("/" + item.getUrl(), text);
    }

    public static String encodeTo(Run r) {
        return encodeTo("/" + r.getUrl(), r.getDisplayName());
    }

    public static String encodeTo(Node node) {
        String name = node.getNodeName();
        return name.isEmpty() ? "Jenkins" : encodeTo("/computer/" + name, name);
    }

    public static String encodeTo(String url, String text) {
        return labEncode(new ModelHyperlinkNote(url, text.length()), text);
    }
}
