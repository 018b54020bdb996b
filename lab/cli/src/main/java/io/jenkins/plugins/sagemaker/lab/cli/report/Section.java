package io.jenkins.plugins.sagemaker.lab.cli.report;

import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Gate;
import java.util.List;
import java.util.Map;

/** What all sections of the page are made of. */
final class Section {

    private Section() {}

    /**
     * Opens a section with its heading.
     *
     * @param of the name of what it is about; may be empty
     * @param outcome null for none
     * @param words what the badge says
     */
    static void open(Markup html, String title, String of, Outcome outcome, String words) {
        html.open("section").open("h2").text(title);
        if (!of.isEmpty()) {
            html.text(" ").element("span", of, "class", "of");
        }
        if (outcome != null) {
            badge(html, outcome, words);
        }
        html.close().line();
    }

    static void close(Markup html) {
        html.close().line();
    }

    static void badge(Markup html, Outcome outcome, String words) {
        html.text(" ");
        html.open("span", "class", "badge " + outcome.style())
                .element("span", outcome.sign(), "aria-hidden", "true")
                .text(" " + words)
                .close();
    }

    /** Opens a table up to the first row; a heading that begins with # stands over numbers. */
    static void table(Markup html, String... headings) {
        html.open("div", "class", "scroll", "tabindex", "0")
                .open("table")
                .open("thead")
                .open("tr");
        for (String heading : headings) {
            boolean number = heading.startsWith("#");
            html.element("th", number ? heading.substring(1) : heading, "scope", "col", "class", number ? "num" : null);
        }
        html.close().close().open("tbody").line();
    }

    static void endTable(Markup html) {
        html.close().close().close().line();
    }

    static void numbers(Markup html, double... values) {
        for (double value : values) {
            html.element("td", Words.number(value), "class", "num");
        }
    }

    /** Names and values, as small as they come. */
    static void facts(Markup html, Map<String, String> facts) {
        html.open("dl", "class", "facts");
        facts.forEach((name, value) -> {
            if (value != null && !value.isEmpty()) {
                html.open("div").element("dt", name).element("dd", value).close();
            }
        });
        html.close().line();
    }

    static void gates(Markup html, List<Gate> gates) {
        if (gates.isEmpty()) {
            return;
        }
        html.open("ul", "class", "gates");
        for (Gate gate : gates) {
            Outcome outcome = gate.passed() ? Outcome.SUCCESS : Outcome.FAILURE;
            html.open("li", "class", outcome.style());
            html.element("span", outcome.sign(), "class", "sign", "aria-hidden", "true");
            html.element("code", gate.text());
            html.text(gate.actual() == null ? " never measured" : " it was " + Words.number(gate.actual()));
            html.close();
        }
        html.close().line();
    }
}
