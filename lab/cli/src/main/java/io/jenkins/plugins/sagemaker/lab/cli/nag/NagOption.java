package io.jenkins.plugins.sagemaker.lab.cli.nag;

import io.jenkins.plugins.sagemaker.nag.TemplateFiles;

/** The options of {@code lab/run nag}: those of cfn_nag_scan, by their long and short names. */
enum NagOption {
    INPUT_PATH('i', "input-path", Kind.LIST, "PATH", "a template, a folder of templates, or - for standard input"),
    OUTPUT_FORMAT(
            'o', "output-format", Kind.VALUE, "FORMAT", "txt, colortxt, json, sarif or junit; colortxt if not given"),
    TEMPLATE_PATTERN(
            't',
            "template-pattern",
            Kind.VALUE,
            "REGEX",
            "which paths in a folder are templates; " + TemplateFiles.DEFAULT_PATTERN + " if not given"),
    PROFILE_PATH('p', "profile-path", Kind.VALUE, "FILE", "only the rules that this file names"),
    DENY_LIST_PATH('e', "deny-list-path", Kind.VALUE, "FILE", "not the rules that this file names"),
    BLACKLIST_PATH('b', "blacklist-path", Kind.VALUE, "FILE", "older name of --deny-list-path"),
    PARAMETER_VALUES_PATH('a', "parameter-values-path", Kind.VALUE, "FILE", "JSON with values of parameters"),
    CONDITION_VALUES_PATH('c', "condition-values-path", Kind.VALUE, "FILE", "JSON with truth values of conditions"),
    ALLOW_SUPPRESSION('l', "allow-suppression", Kind.SWITCH, "", "metadata of resources may suppress rules; on"),
    PRINT_SUPPRESSION('n', "print-suppression", Kind.SWITCH, "", "tell on standard error what is suppressed"),
    FAIL_ON_WARNINGS('f', "fail-on-warnings", Kind.SWITCH, "", "warnings count as failures"),
    IGNORE_FATAL('g', "ignore-fatal", Kind.SWITCH, "", "pass over templates that cannot be read"),
    STRICT('\0', "strict", Kind.SWITCH, "", "see what cfn_nag does not see"),
    PACK('\0', "pack", Kind.VALUE, "NAME", "rules beside those of cfn_nag: sagemaker"),
    RULES_FILE('\0', "rules-file", Kind.VALUE, "FILE", "own rules in YAML, see docs/cfnNag.md"),
    DEBUG('d', "debug", Kind.SWITCH, "", "tell on standard error how many files were checked, and how fast"),
    ISOLATE_CUSTOM_RULE_EXCEPTIONS(
            's',
            "isolate-custom-rule-exceptions",
            Kind.SWITCH,
            "",
            "taken and without effect: no rule can end a run here"),
    RULE_DIRECTORY('r', "rule-directory", Kind.REFUSED, "", ""),
    RULE_REPOSITORY('u', "rule-repository", Kind.REFUSED, "", ""),
    RULE_ARGUMENTS('m', "rule-arguments", Kind.REFUSED, "", ""),
    RULE_ARGUMENTS_PATH('h', "rule-arguments-path", Kind.REFUSED, "", ""),
    VERSION('v', "version", Kind.SWITCH, "", "print the version and do nothing else"),
    HELP('\0', "help", Kind.SWITCH, "", "print this and do nothing else");

    /** What may follow an option. */
    enum Kind {
        /** Nothing; {@code --no-NAME} turns it off. */
        SWITCH,
        /** One value; the option may be given once. */
        VALUE,
        /** One value each time that the option is given. */
        LIST,
        /** The option is for rules written in Ruby. */
        REFUSED
    }

    final char letter;
    final String word;
    final Kind kind;
    final String value;
    final String help;

    NagOption(char letter, String word, Kind kind, String value, String help) {
        this.letter = letter;
        this.word = word;
        this.kind = kind;
        this.value = value;
        this.help = help;
    }

    /** Null if there is none. */
    static NagOption byLetter(char letter) {
        for (NagOption option : values()) {
            if (option.letter == letter) {
                return option;
            }
        }
        return null;
    }

    /** Null if there is none. */
    static NagOption byWord(String word) {
        for (NagOption option : values()) {
            if (option.word.equals(word)) {
                return option;
            }
        }
        return null;
    }

    /** As users write it, with both names where there are two. */
    String names() {
        return letter == '\0' ? "--" + word : "-" + letter + ", --" + word;
    }
}
