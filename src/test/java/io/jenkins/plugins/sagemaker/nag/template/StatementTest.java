package io.jenkins.plugins.sagemaker.nag.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StatementTest {
    private static final Value NONE = Value.of(null);

    private static Statement statement(String action, String resource, Object principal, boolean strict) {
        return new Statement(
                Value.of("Allow"),
                List.of(Value.of(action)),
                List.of(),
                List.of(Value.of(resource)),
                List.of(),
                Value.of(principal),
                NONE,
                NONE,
                strict);
    }

    @ParameterizedTest
    @CsvSource({
        "*, true, true",
        "iam:PassRole, true, true",
        "iam:*, true, true",
        "iam:Pass*, true, true",
        "iam:*Role, true, true",
        "iam:*ssRo*, true, true",
        "iam:*PassRole*, true, true",
        "iam:PassRole*, true, true",
        "iam:*Passrole, false, true",
        "iam:P*Role, false, true",
        "iam:PassRol?, false, true",
        "iam:Passrole, false, true",
        "IAM:PassRole, false, true",
        "iam:**, false, true",
        "i*:PassRole, false, true",
        "iam:?, false, false",
        "iam:, false, false",
        "iam:Pass, false, false",
        "iam:*Pass, false, false",
        "iam:Role*, false, false",
        "iam:*Roles*, false, false",
        "iam:PassRoles, false, false",
        "sts:*, false, false",
        "s3:PassRole, false, false"
    })
    void anActionIsNamedByAPattern(String pattern, boolean byDefault, boolean strictly) {
        assertThat(statement(pattern, "*", null, false).namesAction("iam:PassRole"))
                .isEqualTo(byDefault);
        assertThat(statement(pattern, "*", null, true).namesAction("iam:PassRole"))
                .isEqualTo(strictly);
    }

    @ParameterizedTest
    @CsvSource({
        "*, true, true",
        "s3:*, true, true",
        "a:b:*, true, true",
        "s3:**, false, true",
        "**, false, true",
        "s3:Get*, false, false",
        ":*, false, true",
        "s3:, false, false"
    })
    void aWildcardActionIsAllOfAService(String action, boolean byDefault, boolean strictly) {
        assertThat(statement(action, "*", null, false).hasWildcardAction()).isEqualTo(byDefault);
        assertThat(statement(action, "*", null, true).hasWildcardAction()).isEqualTo(strictly);
    }

    @ParameterizedTest
    @CsvSource({
        "*, true, true, true, true",
        "**, false, true, false, true",
        "*/*, false, true, false, true",
        "arn:aws:s3:::*, false, true, false, true",
        "arn:aws:s3:::*/*, false, true, false, true",
        "arn:aws:iam::1:role/*, false, false, false, true",
        "arn:aws:iam::1:role/a*, false, false, false, false",
        "arn:aws:iam::1:user/*, false, false, false, false",
        "role/*, false, false, false, true",
        "arn:aws:s3:::, false, false, false, false",
        "arn:*, false, true, false, true"
    })
    void everyResourceIsCoveredByAStar(
            String resource, boolean byDefault, boolean strictly, boolean roles, boolean rolesStrictly) {
        assertThat(statement("*", resource, null, false).hasWildcardResource()).isEqualTo(byDefault);
        assertThat(statement("*", resource, null, true).hasWildcardResource()).isEqualTo(strictly);
        assertThat(statement("*", resource, null, false).coversEveryRole()).isEqualTo(roles);
        assertThat(statement("*", resource, null, true).coversEveryRole()).isEqualTo(rolesStrictly);
    }

    static Stream<Arguments> principals() {
        return Stream.of(
                Arguments.of(null, false),
                Arguments.of("*", true),
                Arguments.of("arn:aws:iam::1:*", true),
                Arguments.of("arn:aws:iam::1:root", false),
                Arguments.of(Map.of("AWS", "*"), true),
                Arguments.of(Map.of("AWS", "1"), false),
                Arguments.of(Map.of("AWS", List.of("1", "*")), true),
                Arguments.of(Map.of("AWS", List.of("1", 2L, Map.of("Ref", "*"))), false),
                Arguments.of(Map.of("AWS", 1L), false),
                Arguments.of(Map.of(), false));
    }

    @ParameterizedTest
    @MethodSource("principals")
    void aPrincipalIsAWildcardIfItHasAStar(Object principal, boolean wildcard) {
        assertThat(statement("*", "*", principal, false).hasWildcardPrincipal()).isEqualTo(wildcard);
    }

    @Test
    void aPrincipalThatIsAListMakesNoSense() {
        assertThatThrownBy(() -> statement("*", "*", List.of("*"), false).hasWildcardPrincipal())
                .isInstanceOf(MalformedValueException.class)
                .hasMessageContaining("a list stands where a map is expected");
    }

    @Test
    void oneOrMoreIsAList() {
        assertThat(Statement.listed(NONE)).isEmpty();
        assertThat(Statement.listed(Value.of("a"))).containsExactly(Value.of("a"));
        assertThat(Statement.listed(Value.of(Map.of("Ref", "a")))).containsExactly(Value.of(Map.of("Ref", "a")));
        assertThat(Statement.listed(Value.of(Arrays.asList("a", null)))).containsExactly(Value.of("a"), NONE);
        assertThatThrownBy(() -> Statement.listed(Value.of(5L))).isInstanceOf(MalformedValueException.class);
    }
}
