package io.travelsuite.examples.seatmap;

import io.travelsuite.examples.program.OutputFolder;
import io.travelsuite.examples.program.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a seat map, or a chart of seats.io, as SVG. */
@Command(
    name = "seat-map",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Draws a seat map, or a chart of seats.io, as SVG.",
    footer = "Exit code: 0 drawn; 1 the picture cannot be written; 2 bad input.")
public final class DrawSeatMap implements Callable<Integer> {

  /** What the seats of the sample look like some days before it leaves. */
  private static final Sold SAMPLE_SOLD =
      new Sold(
          Set.of(
              "1-11", "1-12", "1-23", "1-24", "1-31", "1-32", "1-33", "1-34", "1-42", "1-51",
              "1-52", "1-61", "1-62", "1-63", "1-64", "1-71", "1-73", "1-74", "1-84", "2-21",
              "2-22", "2-33", "2-34", "2-53", "2-54", "2-61", "2-62", "2-72"),
          Set.of("2-83", "2-84"));

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "MAP",
      description = "a seat map or a chart of seats.io, JSON, plain or gzip (default: a train)")
  private @Nullable Path input;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SVG",
      description = "where the picture goes (default: this example's target/seat-map.svg)")
  private Path output = OutputFolder.target(DrawSeatMap.class).resolve("seat-map.svg");

  @Option(
      names = "--taken",
      split = ",",
      paramLabel = "SEAT",
      description = "labels of seats that somebody has")
  private List<String> taken = List.of();

  @Option(
      names = "--blocked",
      split = ",",
      paramLabel = "SEAT",
      description = "labels of seats that are not for sale")
  private List<String> blocked = List.of();

  @Option(
      names = "--colour-by",
      paramLabel = "WHAT",
      description =
          "STATE or ZONE: what free seats are coloured by (default: ZONE if no seat is taken or"
              + " blocked)")
  private Colours.@Nullable By colourBy;

  /** For picocli, and {@link #main}. */
  DrawSeatMap() {}

  /**
   * Draws; ends the JVM when something is wrong.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    Programs.run(commandLine(), arguments);
  }

  /** The program without the end of the JVM. */
  static CommandLine commandLine() {
    return Programs.commandLine(new DrawSeatMap());
  }

  @Override
  public Integer call() throws IOException {
    MapFile file = input == null ? MapFile.sample() : MapFile.read(input);
    Sold named = new Sold(new LinkedHashSet<>(taken), new LinkedHashSet<>(blocked));
    Sold sold = input == null && named.isNothing() ? SAMPLE_SOLD : named;
    sold.check(file.map());
    Colours.By usual = sold.isNothing() ? Colours.By.ZONE : Colours.By.STATE;
    String svg = SeatMapSvg.draw(file, sold, colourBy == null ? usual : colourBy);
    Path target = output.toAbsolutePath().normalize();
    Files.createDirectories(target.getParent());
    Files.writeString(target, svg);
    int seats = file.map().seats().size();
    spec.commandLine()
        .getOut()
        .println(
            String.format(Locale.ROOT, "%,d seats of %s drawn: %s", seats, file.name(), target));
    return ExitCode.OK;
  }
}
