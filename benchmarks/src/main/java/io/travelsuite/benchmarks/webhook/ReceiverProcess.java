package io.travelsuite.benchmarks.webhook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Receiver} in a JVM of its own, which can be killed and started again. Thread-safe. */
final class ReceiverProcess implements AutoCloseable {

  private final String jdbcUrl;
  private @Nullable Process process;
  private volatile URI address = URI.create("http://127.0.0.1:1/");

  ReceiverProcess(String jdbcUrl) {
    this.jdbcUrl = jdbcUrl;
  }

  /** Returns when it takes deliveries. */
  synchronized void start() {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1", // half a minute's life is spent on compiling else
            "-Dsun.net.httpserver.nodelay=true",
            "-cp",
            System.getProperty("java.class.path"),
            Receiver.class.getName(),
            jdbcUrl);
    try {
      Process started =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      process = started;
      address = URI.create("http://127.0.0.1:" + port(started.inputReader()) + "/");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String port(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(Receiver.PORT)) {
        return line.substring(Receiver.PORT.length());
      }
    }
    throw new IOException("the receiver ended before it took deliveries");
  }

  /** Where it listens; changes when it is started again. */
  URI address() {
    return address;
  }

  /** As a crash does, SIGKILL. */
  synchronized void kill() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
