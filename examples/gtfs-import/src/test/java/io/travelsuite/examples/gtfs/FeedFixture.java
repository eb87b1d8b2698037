package io.travelsuite.examples.gtfs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A small feed that is whole, to be changed. */
final class FeedFixture {

  /** The files, each after a line with its name. */
  private static final String WHOLE =
      """
      # agency.txt
      agency_id,agency_name,agency_timezone
      A,Prairie Rail,America/Toronto
      B,Other Rail,America/Toronto
      # stops.txt
      stop_id,stop_code,stop_name,location_type,stop_timezone,parent_station
      1,REG,Regina,0,America/Regina,
      2,,"Moose Jaw, ""old"" station",,America/Regina,
      3,WPG,Winnipeg,0,America/Toronto,9
      4,TOR,Toronto,0,,
      9,,Winnipeg Union,1,America/Winnipeg,
      # routes.txt
      route_id,agency_id,route_short_name,route_long_name,route_type
      R,A,PR,Regina - Toronto,2
      S,B,OR,,3
      # trips.txt
      route_id,service_id,trip_id,trip_short_name
      R,week,T,1
      S,week,U,
      # stop_times.txt
      trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type,timepoint
      T,08:00:00,08:05:00,1,1,,1,
      T,,,2,5,3,2,0
      T,9:00:01,09:30:00,3,7,0,0,1
      T,33:15:00,33:15:00,4,8,1,,
      U,08:00:00,08:00:00,3,1,,,
      U,09:00:00,09:00:00,4,2,,,
      # calendar.txt
      service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
      week,1,1,1,1,1,0,0,20220301,20220331
      # calendar_dates.txt
      service_id,date,exception_type
      week,20220302,2
      week,20220305,1
      # frequencies.txt
      trip_id,start_time,end_time,headway_secs,exact_times
      U,08:00:00,10:00:00,1800,0
      U,10:00:00,11:00:00,3600,1
      """;

  private final Map<String, String> files = new LinkedHashMap<>();

  FeedFixture() {
    for (String file : WHOLE.substring(2).split("\n# ", -1)) {
      String[] parts = file.split("\n", 2);
      files.put(parts[0], parts[1].stripTrailing() + "\n");
    }
  }

  FeedFixture with(String file, String content) {
    files.put(file, content);
    return this;
  }

  FeedFixture without(String file) {
    files.remove(file);
    return this;
  }

  /** Replaces a text that must stand in the file just once. */
  FeedFixture replacing(String file, String old, String replacement) {
    String content = Objects.requireNonNull(files.get(file), file);
    int at = content.indexOf(old);
    if (at < 0 || content.indexOf(old, at + 1) >= 0) {
      throw new IllegalArgumentException(old + " must stand once in " + content);
    }
    return with(file, content.replace(old, replacement));
  }

  FeedFixture replacingEverywhere(String old, String replacement) {
    files.replaceAll((file, content) -> content.replace(old, replacement));
    return this;
  }

  Path folder(Path parent) {
    try {
      Path folder = Files.createTempDirectory(parent, "feed");
      writeInto(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path zip(Path parent) throws IOException {
    Path zip = parent.resolve("feed.zip");
    try (FileSystem system = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      writeInto(system.getPath("/"));
    }
    return zip;
  }

  private void writeInto(Path folder) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
