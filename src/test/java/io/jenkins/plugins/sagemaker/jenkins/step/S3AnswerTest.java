package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3AnswerTest {

    private static S3Answer answer(int status, String code, String message) {
        return new S3Answer(
                "train/data.csv",
                status,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + message
                        + "</Message><RequestId>1</RequestId></Error>");
    }

    @ParameterizedTest
    @CsvSource({
        "400, ExpiredToken, The provided token has expired.",
        "403, AccessDenied, Request has expired",
        "403, RequestTimeTooSkewed, The difference between the request time and the current time is too large.",
        "400, TokenRefreshRequired, The provided token must be refreshed."
    })
    void aSignatureThatIsNoLongerGoodIsNoRefusalForGood(int status, String code, String message) {
        S3Answer answer = answer(status, code, message);

        assertThat(answer.mayPassAtOnce()).isFalse();
        assertThat(answer.exception())
                .isInstanceOf(S3Answer.SignedTooLongAgo.class)
                .hasMessage("the permission to upload train/data.csv has expired: S3 says: " + message + " (" + code
                        + ", HTTP " + status + ")");
    }

    @ParameterizedTest
    @CsvSource({"400, BadDigest", "400, XAmzContentSHA256Mismatch", "400, IncompleteBody"})
    void otherContentThanSignedIsAFileThatHasChanged(int status, String code) {
        assertThat(answer(status, code, "did not match").exception())
                .isInstanceOf(WorkspaceFiles.Refused.class)
                .hasMessage("The file train/data.csv changed while it was sent: let nothing write to it during the"
                        + " upload. S3 says: did not match (" + code + ", HTTP 400)");
    }

    @Test
    void deniedAccessIsToldFromOtherRefusalsSinceItMayComeWithTime() {
        assertThat(answer(403, "AccessDenied", "Access Denied").exception())
                .isInstanceOf(S3Answer.Denied.class)
                .hasMessage("Could not upload train/data.csv: S3 says: Access Denied (AccessDenied, HTTP 403)");
    }

    @Test
    void anyOtherRefusalIsForGoodInTheWordsOfS3() {
        assertThat(answer(403, "SignatureDoesNotMatch", "no match").exception())
                .isInstanceOf(WorkspaceFiles.Refused.class)
                .hasMessageEndingWith("or the size of the file changed while it was sent.");
    }

    @ParameterizedTest
    @CsvSource({"500, InternalError", "503, SlowDown", "429, TooManyRequests", "400, RequestTimeout"})
    void troubleOfTheServiceIsTriedAgain(int status, String code) {
        assertThat(answer(status, code, "sorry").mayPassAtOnce()).isTrue();
    }

    @Test
    void anAnswerWithoutXmlIsStillASentence() {
        assertThat(new S3Answer("a", 407, "proxy").exception())
                .hasMessage("Could not upload a: S3 says: no message (HTTP 407)");
    }
}
