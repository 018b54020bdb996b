package jenkins.util;

import java.io.Serial;
import java.util.Locale;
import org.jvnet.localizer.Localizable;

/** A text that is the same in all languages. */
public class NonLocalizable extends Localizable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String nonLocalizable;

    public NonLocalizable(String nonLocalizable) {
        super(null, null);
        this.nonLocalizable = nonLocalizable;
    }

    @Override
    public String toString(Locale locale) {
        return nonLocalizable;
    }

    @Override
    public String toString() {
        return nonLocalizable;
    }
}
