package io.travelsuite.examples.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class VectorsTest {

  @TestFactory
  Stream<DynamicTest> every_case_is_judged_as_its_file_says() {
    return Vectors.cases().stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.provider() + " " + vector.name(), () -> check(vector)));
  }

  private static void check(VectorCase vector) {
    Outcome outcome = Outcome.of(vector);
    assertThat(outcome.isAsSaidBy(vector))
        .as("%s, and the case says valid %s %s", outcome, vector.isValid(), vector.error())
        .isTrue();
  }
}
