package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many at once: nothing is sold twice, and a uuid is one booking. */
class OctoLoadTest extends OctoSuite {

  @Test
  void of_200_holds_on_10_places_10_are_held() throws Exception {
    String slot = client.slots("walking-tour", "DEFAULT", fixture.day(5)).at("/0/id").asText();
    String half = reservation(slot, Collections.nCopies(10, "adult"));
    client.post("/bookings", half).ok();
    List<Supplier<Reply>> calls =
        IntStream.range(0, 200)
            .mapToObj(i -> reservation(slot, List.of("adult")))
            .map(body -> (Supplier<Reply>) () -> client.post("/bookings", body))
            .toList();

    List<Reply> replies = atOnce(calls);

    assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(10);
    assertThat(replies)
        .filteredOn(reply -> reply.status() != 200)
        .allSatisfy(reply -> reply.refused("UNPROCESSABLE_ENTITY"));
  }

  @Test
  void fifty_posts_of_one_uuid_are_one_booking() throws Exception {
    String slot = client.slots("walking-tour", "DEFAULT", fixture.day(6)).at("/0/id").asText();
    String body = reservation(slot, List.of("adult", "child"));

    List<Reply> replies = atOnce(Collections.nCopies(50, () -> client.post("/bookings", body)));

    assertThat(replies.stream().map(Reply::ok).distinct()).hasSize(1);
    String after =
        client.slots("walking-tour", "DEFAULT", fixture.day(6)).at("/0/vacancies").asText();
    assertThat(after).isEqualTo("18");
  }

  @Test
  void control_fifty_posts_of_fifty_uuids_are_as_many_bookings_as_fit() throws Exception {
    String slot = client.slots("walking-tour", "DEFAULT", fixture.day(7)).at("/0/id").asText();
    List<Supplier<Reply>> calls =
        IntStream.range(0, 50)
            .mapToObj(i -> reservation(slot, List.of("adult", "child")))
            .map(body -> (Supplier<Reply>) () -> client.post("/bookings", body))
            .toList();

    assertThat(atOnce(calls)).filteredOn(reply -> reply.status() == 200).hasSize(10);
  }

  @Test
  void there_is_room_for_30_holds_of_five_units() {
    List<String> slots = new ArrayList<>();
    client
        .slots("walking-tour", "DEFAULT", fixture.day(10))
        .forEach(s -> slots.add(s.path("id").asText()));

    for (int i = 0; i < 30; i++) {
      client.post("/bookings", reservation(slots.get(i / 4), Collections.nCopies(5, "adult"))).ok();
    }
  }

  @Test
  void changes_of_one_booking_at_once_leave_one_of_them() throws Exception {
    String slot = client.slots("walking-tour", "DEFAULT", fixture.day(8)).at("/0/id").asText();
    String path =
        "/bookings/"
            + client
                .post("/bookings", reservation(slot, List.of("adult")))
                .ok()
                .path("uuid")
                .asText();
    List<Supplier<Reply>> calls =
        IntStream.rangeClosed(1, 40)
            .mapToObj(i -> units(1 + i % 5))
            .map(body -> (Supplier<Reply>) () -> client.patch(path, body))
            .toList();

    assertThat(atOnce(calls)).allSatisfy(Reply::ok);

    int units = client.get(path).ok().path("unitItems").size();
    assertThat(client.get(path).ok().at("/availability/vacancies").asInt()).isEqualTo(20 - units);
  }

  private static String units(int count) {
    ObjectNode body = OctoClient.JSON.createObjectNode();
    body.set(
        "unitItems", OctoClient.units(Collections.nCopies(count, "adult").toArray(String[]::new)));
    return body.toString();
  }

  private static String reservation(String slot, List<String> units) {
    return OctoClient.reservation("walking-tour", "DEFAULT", slot, units).toString();
  }

  private static List<Reply> atOnce(List<Supplier<Reply>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<Reply>> waiting =
          calls.stream().map(call -> threads.submit(() -> after(start, call))).toList();
      start.countDown();
      List<Reply> replies = new ArrayList<>();
      for (Future<Reply> one : waiting) {
        replies.add(one.get());
      }
      return replies;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Reply after(CountDownLatch start, Supplier<Reply> call)
      throws InterruptedException {
    start.await();
    return call.get();
  }
}
