package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative

/** Answers {@code when}. */
class Conditions implements Serializable {

    private static final long serialVersionUID = 1L

    final def script
    final DeclarativeRun build

    Conditions(script, DeclarativeRun build) {
        this.script = script
        this.build = build
    }

    boolean all(List conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            if (!holds(conditions[i])) {
                return false
            }
        }
        return true
    }

    boolean any(List conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            if (holds(conditions[i])) {
                return true
            }
        }
        return false
    }

    boolean holds(Map condition) {
        switch (condition.name) {
            case 'allOf':
                return all(condition.children)
            case 'anyOf':
                return any(condition.children)
            case 'not':
                return !all(condition.children)
            case 'expression':
                def value = condition.block.call()
                // As Jenkins does it: the text 'false' is no, unlike elsewhere in Groovy.
                return value instanceof CharSequence ? Boolean.parseBoolean(value.toString()) : (value ? true : false)
            default:
                def given = condition.arguments == null ? null : condition.arguments.call()
                return answer(condition.name, given instanceof Map ? given : [sole: given])
        }
    }

    boolean answer(String name, Map given) {
        switch (name) {
            case 'branch':
                return build.matches(script.env.BRANCH_NAME, text(given.sole ?: given.pattern), text(given.comparator))
            case 'tag':
                return build.matches(script.env.TAG_NAME, text(given.sole ?: given.pattern), text(given.comparator))
            case 'buildingTag':
                return script.env.TAG_NAME != null
            case 'changeRequest':
                return isChangeRequest(given)
            case 'environment':
                return same(text(script.env."${given.name}"), text(given.value), given.ignoreCase)
            case 'equals':
                return given.expected == given.actual
            case 'triggeredBy':
                return build.triggeredBy(text(given.sole ?: given.cause))
            case 'changelog':
            case 'changeset':
                build.log('Warning, empty changelog. The lab does not know what changed since the last build.')
                return false
            default:
                // isRestartedRun: the lab never starts a build in the middle.
                return false
        }
    }

    boolean isChangeRequest(Map given) {
        if (script.env.CHANGE_ID == null) {
            return false
        }
        def variables = [id: 'CHANGE_ID', target: 'CHANGE_TARGET', branch: 'CHANGE_BRANCH', fork: 'CHANGE_FORK', url: 'CHANGE_URL',
                         title: 'CHANGE_TITLE', author: 'CHANGE_AUTHOR', authorDisplayName: 'CHANGE_AUTHOR_DISPLAY_NAME',
                         authorEmail: 'CHANGE_AUTHOR_EMAIL']
        def names = new ArrayList(variables.keySet())
        for (int i = 0; i < names.size(); i++) {
            def wanted = given[names[i]]
            if (wanted != null) {
                def comparator = given.comparator ?: 'EQUALS'
                return build.matches(script.env."${variables[names[i]]}", text(wanted), text(comparator))
            }
        }
        return true
    }

    boolean same(String actual, String expected, ignoreCase) {
        return ignoreCase ? expected.equalsIgnoreCase(actual) : expected == actual
    }

    String text(value) {
        return value == null ? null : value.toString()
    }
}
