package io.travelsuite.examples.server.backup;

import io.travelsuite.examples.server.person.People;
import io.travelsuite.examples.server.person.PersonKeys;
import io.travelsuite.jdbc.DatabaseTime;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.security.erasure.Erasure;
import io.travelsuite.security.erasure.ErasureJournal;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Erases again, in a database that was just loaded, whom the journal names: before it is verified,
 * and before anybody reads it.
 *
 * @param keys what seals persons
 * @param journal who was erased
 * @param out is told how many
 */
record ErasedAgain(PersonKeys keys, ErasureJournal journal, PrintWriter out)
    implements Consumer<DataSource> {

  @Override
  public void accept(DataSource restored) {
    Clock clock = new DatabaseTime(restored).withZone(ZoneOffset.UTC);
    JdbcTravel travel = JdbcTravel.builder(restored).personalData(keys.library(clock)).build();
    Erasure.Report report = People.in(restored, travel, keys).erasure(journal).replay();
    out.println(
        "erased again: "
            + report.subjects()
            + " bookings of the journal, in "
            + report.rows()
            + " rows of this backup");
    if (report.torn()) {
      out.println("the journal's last line was broken off: ask who wanted to be erased then");
    }
  }
}
