package io.travelsuite.jdbc.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.inventory.Stop;
import io.travelsuite.price.DateRange;
import io.travelsuite.search.Departure;
import io.travelsuite.search.SearchPage;
import io.travelsuite.search.SearchRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BetweenPagesTest extends BetweenSuite {

  @Test
  void pages_follow_each_other_without_gap_or_overlap() {
    Stop[] slow = {Stop.of("A", 0), Stop.of("B", 60), Stop.of("A", 90), Stop.of("B", 130)};
    Stop[] fast = {Stop.of("X", 0), Stop.of("A", 60), Stop.of("B", 70)};
    for (int hour = 0; hour < 6; hour++) {
      open(DAY.atTime(hour, 0), slow);
      open(DAY.plusDays(1).atTime(hour, 30), fast);
      open(newProduct("p" + hour, "Europe/Lisbon"), DAY.atTime(4, 0), fast);
    }
    SearchRequest request = between("A", "B").dates(new DateRange(DAY, DAY.plusDays(2)));
    List<Departure> all = find(request);
    assertThat(all).hasSize(24);
    assertThat(all).isSortedAccordingTo((a, b) -> a.leaves().at().compareTo(b.leaves().at()));
    for (int limit : new int[] {1, 5, 24}) {
      List<Departure> paged = new ArrayList<>();
      String next = "";
      while (next != null) {
        SearchRequest one = request.limit(limit);
        SearchPage page = fixture.travel().search().find(next.isEmpty() ? one : one.after(next));
        paged.addAll(page.departures());
        next = page.next();
      }
      assertThat(paged).as("pages of " + limit).isEqualTo(all);
    }
  }

  @Test
  void hundreds_of_layouts_between_two_stops_are_all_looked_at() {
    for (int i = 0; i < 310; i++) {
      open(DAY.atTime(8, 0).plusMinutes(i), Stop.of("A", 0), Stop.of("B", 30 + i));
    }

    assertThat(find(between("A", "B").limit(1_000))).hasSize(310);
    SearchPage page = fixture.travel().search().find(between("A", "B").limit(309));
    assertThat(page.departures()).hasSize(309);
    assertThat(find(between("A", "B").after(page.next()))).hasSize(1);
  }
}
