package io.jenkins.plugins.sagemaker.jenkins.report;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.XmlFile;
import hudson.model.AdministrativeMonitor;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.HttpRedirect;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * Tells the administrator of work that has outlived its build. What was stopped leaves the list by itself; what runs on, or may run on, stays
 * until it is dismissed, also over restarts, for it may cost money.
 */
@Extension
@Symbol("sageMakerOutlivingWork")
public final class OutlivingWorkMonitor extends AdministrativeMonitor {

    private static final Logger LOGGER = Logger.getLogger(OutlivingWorkMonitor.class.getName());

    /** The oldest go first: whoever has not looked for so long reads the controller's log. */
    private static final int MOST = 100;

    private final XmlFile file =
            new XmlFile(new File(new File(Jenkins.get().getRootDir(), "sagemaker-steps"), "outliving-work.xml"));
    private final List<OutlivingWork> works = new ArrayList<>();

    public OutlivingWorkMonitor() {
        if (file.exists()) {
            try {
                for (Object work : (List<?>) file.read()) {
                    works.add((OutlivingWork) work);
                }
            } catch (IOException | ClassCastException e) {
                LOGGER.log(Level.WARNING, "cannot read " + file, e);
            }
        }
    }

    public static OutlivingWorkMonitor get() {
        return ExtensionList.lookupSingleton(OutlivingWorkMonitor.class);
    }

    /** Work was found whose build has ended. */
    public synchronized void found(OutlivingWork work) {
        works.removeIf(known -> known.isOf(work.getBuild(), work.getStep()));
        works.add(work);
        while (works.size() > MOST) {
            works.remove(0);
        }
        save();
    }

    /** What became of it, where it runs on or that is not known. */
    public synchronized void told(String build, String step, String state) {
        works.replaceAll(work -> work.isOf(build, step) ? work.in(state) : work);
        save();
    }

    /** It is over, or nobody wants to hear of it any more. */
    public synchronized void settled(String build, String step) {
        if (works.removeIf(work -> work.isOf(build, step))) {
            save();
        }
    }

    private void save() {
        try {
            file.write(works);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "cannot write " + file, e);
        }
    }

    public synchronized List<OutlivingWork> getWorks() {
        return List.copyOf(works);
    }

    @Override
    public synchronized boolean isActivated() {
        return !works.isEmpty();
    }

    @Override
    public String getDisplayName() {
        return "SageMaker: work that has outlived its build";
    }

    /** Takes one of the list. */
    @POST
    public HttpResponse doDismiss(@QueryParameter String build, @QueryParameter String step) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        settled(build, step);
        return new HttpRedirect("../../manage/");
    }
}
