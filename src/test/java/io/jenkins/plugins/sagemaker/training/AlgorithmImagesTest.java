package io.jenkins.plugins.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SageMaker's own images by name, as AWS documents their registries and tags. */
class AlgorithmImagesTest {

    @ParameterizedTest
    @CsvSource({
        "image-classification, us-east-1, 811284229777.dkr.ecr.us-east-1.amazonaws.com/image-classification:1",
        "image-classification, eu-central-1, 813361260812.dkr.ecr.eu-central-1.amazonaws.com/image-classification:1",
        "image-classification:1, ap-northeast-1, 501404015308.dkr.ecr.ap-northeast-1.amazonaws.com/image-classification:1",
        "object-detection, us-west-2, 433757028032.dkr.ecr.us-west-2.amazonaws.com/object-detection:1",
        "blazingtext, eu-west-1, 685385470294.dkr.ecr.eu-west-1.amazonaws.com/blazingtext:1",
        "linear-learner, us-east-1, 382416733822.dkr.ecr.us-east-1.amazonaws.com/linear-learner:1",
        "kmeans, us-west-2, 174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:1",
        "factorization-machines, eu-central-1, 664544806723.dkr.ecr.eu-central-1.amazonaws.com/factorization-machines:1",
        "forecasting-deepar, us-east-1, 522234722520.dkr.ecr.us-east-1.amazonaws.com/forecasting-deepar:1",
        "lda, us-east-1, 766337827248.dkr.ecr.us-east-1.amazonaws.com/lda:1",
        "xgboost:1, us-west-2, 433757028032.dkr.ecr.us-west-2.amazonaws.com/xgboost:1",
        "xgboost:0.90-2, us-west-2, 246618743249.dkr.ecr.us-west-2.amazonaws.com/sagemaker-xgboost:0.90-2-cpu-py3",
        "xgboost:1.7-1, us-east-1, 683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1",
        "xgboost:1.7-1, eu-central-1, 492215442770.dkr.ecr.eu-central-1.amazonaws.com/sagemaker-xgboost:1.7-1",
        "xgboost:1.7-1, cn-north-1, 450853457545.dkr.ecr.cn-north-1.amazonaws.com.cn/sagemaker-xgboost:1.7-1",
        "pca, cn-northwest-1, 387376663083.dkr.ecr.cn-northwest-1.amazonaws.com.cn/pca:1",
        "pca, us-gov-west-1, 226302683700.dkr.ecr.us-gov-west-1.amazonaws.com/pca:1",
        "knn, us-iso-east-1, 490574956308.dkr.ecr.us-iso-east-1.c2s.ic.gov/knn:1",
        "ntm, us-isob-east-1, 765400339828.dkr.ecr.us-isob-east-1.sc2s.sgov.gov/ntm:1",
        "seq2seq, us-isof-south-1, 124985052026.dkr.ecr.us-isof-south-1.csp.hci.ic.gov/seq2seq:1",
        "sklearn:1.2-1, us-east-2, 257758044811.dkr.ecr.us-east-2.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3"
    })
    void anAlgorithmIsFoundInItsRegion(String algorithm, String region, String uri) {
        assertThat(AlgorithmImages.uri(algorithm, region, "ml.m5.large")).isEqualTo(uri);
    }

    @ParameterizedTest
    @CsvSource({
        "pytorch:2.8, ml.g5.xlarge, us-east-1, 763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.8-gpu-py312",
        "pytorch:2.8.0, ml.m5.large, us-east-1, 763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.8.0-cpu-py312",
        "pytorch:1.13, ml.p3.2xlarge, eu-south-1, 692866216735.dkr.ecr.eu-south-1.amazonaws.com/pytorch-training:1.13-gpu-py39",
        "tensorflow:2.14, ml.c5.large, cn-north-1, 727897471807.dkr.ecr.cn-north-1.amazonaws.com.cn/tensorflow-training:2.14-cpu-py310",
        "tensorflow:2.11.0, , us-west-2, 763104351884.dkr.ecr.us-west-2.amazonaws.com/tensorflow-training:2.11.0-cpu-py39"
    })
    void aFrameworkHasAnImageForEachKindOfInstance(String algorithm, String type, String region, String uri) {
        assertThat(AlgorithmImages.uri(algorithm, region, type)).isEqualTo(uri);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            xgbost:1.7-1         | eu-central-1 | SageMaker has no algorithm xgbost of its own: did you mean xgboost?
            deepar               | eu-central-1 | SageMaker has no algorithm deepar of its own: did you mean forecasting-deepar?
            Image_Classification | eu-central-1 | SageMaker has no algorithm Image_Classification of its own: did you mean image-classification?
            k-means              | eu-central-1 | SageMaker has no algorithm k-means of its own: did you mean kmeans?
            xgboost              | eu-central-1 | The algorithm xgboost has several versions, which do not do the same: give one, for example 'xgboost:3.0-5'; there are 3.0-5, 1.7-1, 1.5-1, 1.3-1, 1.2-2, 1.2-1, 1.0-1, 1, 0.90-2, 0.90-1.
            pca:2                | eu-central-1 | The algorithm pca has no version 2: did you mean 1?
            lda                  | eu-north-1   | The algorithm lda is not in the region eu-north-1, but in ap-northeast-1,
            pytorch:2.8          | us-iso-east-1| The algorithm pytorch:2.8 is not in the region us-iso-east-1, but in af-south-1,
            """)
    void whatIsNotThereIsToldWithThoseThatMayBeMeant(String algorithm, String region, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlgorithmImages.uri(algorithm, region, "ml.m5.large"))
                .withMessageStartingWith(sentence);
    }

    @Test
    void aVersionThatIsNearlyRightIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlgorithmImages.uri("xgboost:1.7", "eu-central-1", null))
                .withMessageStartingWith("The algorithm xgboost has no version 1.7: did you mean 1.7-1");
    }

    @Test
    void aRegionThatIsNearlyRightIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlgorithmImages.uri("pca", "eu-centrl-1", null))
                .withMessageStartingWith(
                        "No registry of SageMaker's images is known in the region eu-centrl-1: did you mean eu-central-1");
    }

    @Test
    void anImageForNeuronMustBeGivenWhole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlgorithmImages.uri("pytorch:2.8", "us-east-1", "ml.trn1.2xlarge"))
                .withMessageContaining("give it as trainingImage");
    }

    @Test
    void everyAlgorithmIsInEveryLargeRegionAndEveryPartition() {
        Set<String> missing = new TreeSet<>();
        for (String name : AlgorithmImages.names()) {
            for (String version : AlgorithmImages.versions(name)) {
                for (String region : Set.of("us-east-1", "eu-west-1", "cn-north-1", "us-gov-west-1", "ap-south-2")) {
                    try {
                        assertThat(AlgorithmImages.uri(name + ":" + version, region, "ml.m5.large"))
                                .matches("\\d{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.[a-z.]+/[a-z0-9-]+:[a-z0-9.-]+");
                    } catch (IllegalArgumentException e) {
                        missing.add(name + " " + region);
                    }
                }
            }
        }

        assertThat(AlgorithmImages.names()).hasSize(20);
        assertThat(missing).containsExactly("lda ap-south-2", "lda cn-north-1");
    }
}
