package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.junit.TestResultSummary;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.TestResults;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.TestResults.Case;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.TestResults.Status;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads JUnit's XML files. */
final class JUnitExecution extends SynchronousNonBlockingStepExecution<TestResultSummary> {

    private static final long serialVersionUID = 1L;

    private final transient JUnitStep step;

    JUnitExecution(StepContext context, JUnitStep step) {
        super(context);
        this.step = step;
    }

    @Override
    protected TestResultSummary run() throws Exception {
        Run<?, ?> run = getContext().get(Run.class);
        TaskListener listener = getContext().get(TaskListener.class);
        listener.getLogger().println("Recording test results");
        List<Case> cases = new ArrayList<>();
        FilePath[] files = getContext().get(FilePath.class).list(step.getTestResults());
        for (FilePath file : files) {
            cases.addAll(read(file));
        }
        if (cases.isEmpty() && !step.isAllowEmptyResults()) {
            throw new AbortException(
                    files.length == 0
                            ? "No test report files were found. Configuration error?"
                            : "None of the test reports contained any result");
        }
        keep(run, cases);
        int failed = count(cases, Status.FAILED);
        if (failed > 0 && !step.isSkipMarkingBuildUnstable()) {
            run.setResult(Result.UNSTABLE);
            getContext()
                    .get(FlowNode.class)
                    .addAction(new WarningAction(Result.UNSTABLE).withMessage(failed + " tests failed"));
        }
        double seconds = cases.stream().mapToDouble(Case::seconds).sum();
        int skipped = count(cases, Status.SKIPPED);
        return new TestResultSummary(failed, skipped, cases.size() - failed - skipped, cases.size(), (float) seconds);
    }

    private static void keep(Run<?, ?> run, List<Case> cases) throws IOException {
        synchronized (run) {
            TestResults results = run.getAction(TestResults.class);
            if (results == null) {
                results = new TestResults();
                run.addAction(results);
            }
            results.add(cases);
        }
        run.save();
    }

    private static int count(List<Case> cases, Status status) {
        return (int) cases.stream().filter(c -> c.status() == status).count();
    }

    private static List<Case> read(FilePath file) throws IOException, InterruptedException {
        List<Case> cases = new ArrayList<>();
        try (InputStream in = file.read()) {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList elements =
                    factory.newDocumentBuilder().parse(in).getDocumentElement().getElementsByTagName("testcase");
            for (int i = 0; i < elements.getLength(); i++) {
                cases.add(read((Element) elements.item(i)));
            }
        } catch (SAXException | ParserConfigurationException e) {
            throw new AbortException("Failed to read test report file " + file.getRemote() + ": " + e.getMessage());
        }
        return cases;
    }

    private static Case read(Element test) {
        Status status = Status.PASSED;
        String message = null;
        for (String kind : new String[] {"failure", "error", "skipped"}) {
            NodeList found = test.getElementsByTagName(kind);
            if (found.getLength() > 0 && status == Status.PASSED) {
                status = kind.equals("skipped") ? Status.SKIPPED : Status.FAILED;
                Element why = (Element) found.item(0);
                message = why.getAttribute("message").isEmpty()
                        ? why.getTextContent().trim()
                        : why.getAttribute("message");
            }
        }
        String suite = test.getParentNode() instanceof Element parent ? parent.getAttribute("name") : "";
        String time = test.getAttribute("time").replace(",", "");
        return new Case(
                suite,
                test.getAttribute("classname"),
                test.getAttribute("name"),
                time.isEmpty() ? 0 : Double.parseDouble(time),
                status,
                message);
    }
}
