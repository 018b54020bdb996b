package hudson;

import java.io.PrintStream;
import java.io.PrintWriter;

/** Small common functions of Jenkins' views. */
public class Functions {

    public Functions() {}

    public static void printStackTrace(Throwable t, PrintWriter pw) {
        t.printStackTrace(pw);
        pw.flush();
    }

    public static void printStackTrace(Throwable t, PrintStream ps) {
        t.printStackTrace(ps);
    }

    public static boolean isWindows() {
        return java.io.File.pathSeparatorChar == ';';
    }
}
