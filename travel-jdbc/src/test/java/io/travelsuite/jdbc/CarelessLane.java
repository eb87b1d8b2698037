package io.travelsuite.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A lane as it should not be: the leader copies and clears the queue without its lock. */
final class CarelessLane {

  private final List<Call<Integer, Integer>> queue = new ArrayList<>();
  private final AtomicBoolean led = new AtomicBoolean();
  private int sum;

  int add(int number) {
    Call<Integer, Integer> call = new Call<>(number, null, Long.MAX_VALUE / 2);
    synchronized (queue) {
      queue.add(call);
    }
    while (!call.settled()) {
      if (led.compareAndSet(false, true)) {
        lead();
        led.set(false);
      } else {
        Thread.onSpinWait();
      }
    }
    return Optional.ofNullable(call.answer()).orElseThrow();
  }

  private void lead() {
    List<Call<Integer, Integer>> batch = List.copyOf(queue);
    queue.clear(); // one that came in between is lost
    for (Call<Integer, Integer> call : batch) {
      sum += call.request();
      call.answer(sum);
    }
  }
}
