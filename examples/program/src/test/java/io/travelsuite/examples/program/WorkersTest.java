package io.travelsuite.examples.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {

  private static final List<Integer> NUMBERS = IntStream.range(0, 1_000).boxed().toList();

  @Test
  void answers_come_in_the_order_of_the_items() {
    try (Workers workers = new Workers(8)) {
      assertThat(workers.each(NUMBERS, number -> number * 2))
          .isEqualTo(NUMBERS.stream().map(number -> number * 2).toList());
    }
  }

  @Test
  void one_worker_takes_the_items_in_order() {
    List<Integer> taken = Collections.synchronizedList(new ArrayList<>());
    try (Workers workers = new Workers(1)) {
      workers.each(NUMBERS, taken::add);
    }
    assertThat(taken).isEqualTo(NUMBERS);
  }

  @Test
  void so_many_work_at_once() {
    CyclicBarrier all = new CyclicBarrier(8);
    try (Workers workers = new Workers(8)) {
      List<Boolean> met = workers.each(NUMBERS.subList(0, 8), number -> meet(all));
      assertThat(met).hasSize(8).containsOnly(true);
    }
  }

  @Test
  void what_a_task_throws_comes_out_and_the_rest_is_left() {
    List<Integer> taken = Collections.synchronizedList(new ArrayList<>());
    try (Workers workers = new Workers(1)) {
      assertThatThrownBy(
              () ->
                  workers.each(
                      NUMBERS,
                      number -> {
                        taken.add(number);
                        throw new IllegalStateException("out of order");
                      }))
          .hasMessage("out of order");
    }
    assertThat(taken).containsExactly(0);
  }

  private static boolean meet(CyclicBarrier all) {
    try {
      all.await(30, TimeUnit.SECONDS);
      return true;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
