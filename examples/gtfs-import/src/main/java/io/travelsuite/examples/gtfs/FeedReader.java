package io.travelsuite.examples.gtfs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a whole feed in GTFS, and refuses it as a whole for one bad row, so that nothing is put on
 * sale by half. Files that say nothing about dated departures (fares, shapes, transfers…) are left
 * alone.
 */
final class FeedReader {

  private static final String BUILT_IN = "viarail.zip";
  private static final String VIA_RAIL = "1";

  private final FeedTable calendar;
  private final FeedTable calendarDates;
  private final Path folder;

  private FeedReader(Path folder) {
    this.folder = folder;
    this.calendar = table("calendar.txt");
    this.calendarDates = table("calendar_dates.txt");
  }

  /** The feed that comes with this example: the trains of VIA Rail Canada as of December 2021. */
  static Feed builtIn() {
    try (InputStream resource = FeedReader.class.getResourceAsStream(BUILT_IN)) {
      if (resource == null) {
        throw new FeedException(BUILT_IN + ": not on the class path");
      }
      // a file system is made of a file only
      Path copy = Files.createTempFile("feed", ".zip");
      try {
        Files.copy(resource, copy, StandardCopyOption.REPLACE_EXISTING);
        return read(copy).ofAgency(VIA_RAIL);
      } finally {
        Files.delete(copy);
      }
    } catch (IOException e) {
      throw new FeedException(BUILT_IN + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The feed in a zip file, or in a folder with the same files.
   *
   * @throws FeedException when it cannot be read, or something in it is missing or wrong
   */
  static Feed read(Path zipOrFolder) {
    if (Files.isDirectory(zipOrFolder)) {
      return new FeedReader(zipOrFolder).read();
    }
    if (!Files.exists(zipOrFolder)) {
      throw new FeedException(zipOrFolder + ": no such file or folder");
    }
    try (FileSystem zip = FileSystems.newFileSystem(zipOrFolder)) {
      return new FeedReader(zip.getPath("/")).read();
    } catch (IOException | ProviderNotFoundException e) {
      throw new FeedException(zipOrFolder + ": is not a whole zip file", e);
    }
  }

  private Feed read() {
    ParentRows parents = new ParentRows();
    table("agency.txt").read(List.of("agency_name", "agency_timezone"), parents::agency);
    stops(parents);
    table("routes.txt").read(List.of("route_id", "route_type"), parents::route);
    ServiceRows services = services();
    TripRows trips = new TripRows(parents, services);
    table("trips.txt").read(List.of("route_id", "service_id", "trip_id"), trips::trip);
    table("stop_times.txt")
        .read(
            List.of("trip_id", "arrival_time", "departure_time", "stop_id", "stop_sequence"),
            trips::stopTime);
    FeedTable frequencies = table("frequencies.txt");
    if (frequencies.exists()) {
      frequencies.read(
          List.of("trip_id", "start_time", "end_time", "headway_secs"), trips::frequency);
    }
    return new Feed(
        parents.agencies(), parents.stops(), parents.routes(), trips.trips(), services.services());
  }

  /** A stop may stand before the station whose zone it takes. */
  private void stops(ParentRows parents) {
    List<FeedRow> rows = new ArrayList<>();
    table("stops.txt").read(List.of("stop_id", "stop_name"), rows::add);
    rows.forEach(parents::place);
    rows.forEach(parents::stop);
  }

  private ServiceRows services() {
    if (!calendar.exists() && !calendarDates.exists()) {
      throw new FeedException(
          "calendar.txt: is missing from the feed, and so is calendar_dates.txt");
    }
    ServiceRows services = new ServiceRows();
    if (calendar.exists()) {
      calendar.read(ServiceRows.CALENDAR_COLUMNS, services::calendar);
    }
    if (calendarDates.exists()) {
      calendarDates.read(List.of("service_id", "date", "exception_type"), services::exception);
    }
    return services;
  }

  private FeedTable table(String name) {
    return new FeedTable(folder, name);
  }
}
