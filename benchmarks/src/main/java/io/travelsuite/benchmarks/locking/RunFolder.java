package io.travelsuite.benchmarks.locking;

import io.travelsuite.benchmarks.load.Sample;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What passes between the program that plans the runs and the JVM that JMH runs one in: the
 * database's URL, whose password has no place on a command line, and the latencies, which JMH has
 * no place for.
 */
record RunFolder(Path path) {

  static final String PROPERTY = "travelsuite.benchmarks.run";

  private static final String URL = "jdbcUrl";

  /** The folder that this JVM was started with, if any. */
  static @Nullable RunFolder given() {
    String path = System.getProperty(PROPERTY);
    return path == null ? null : new RunFolder(Path.of(path));
  }

  /** A new one, which only this user can read. */
  static RunFolder create(String jdbcUrl) {
    try {
      RunFolder folder = new RunFolder(Files.createTempDirectory("travel-run-"));
      Properties run = new Properties();
      run.setProperty(URL, jdbcUrl);
      folder.write("run", run);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String jdbcUrl() {
    return read("run").getProperty(URL);
  }

  void write(Histogram micros) {
    Sample sample = Sample.of(0, micros);
    Properties latencies = new Properties();
    latencies.setProperty("p50Ms", String.valueOf(sample.p50Ms()));
    latencies.setProperty("p99Ms", String.valueOf(sample.p99Ms()));
    write("latencies", latencies);
  }

  Sample sample(double perSecond) {
    Properties latencies = read("latencies");
    return new Sample(
        perSecond,
        Double.parseDouble(latencies.getProperty("p50Ms")),
        Double.parseDouble(latencies.getProperty("p99Ms")));
  }

  void delete() {
    try {
      Files.deleteIfExists(path.resolve("run"));
      Files.deleteIfExists(path.resolve("latencies"));
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Properties read(String name) {
    try (Reader reader = Files.newBufferedReader(path.resolve(name))) {
      Properties properties = new Properties();
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, Properties properties) {
    try (Writer writer = Files.newBufferedWriter(path.resolve(name))) {
      properties.store(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
