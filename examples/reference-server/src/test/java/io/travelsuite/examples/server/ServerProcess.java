package io.travelsuite.examples.server;

import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.examples.server.edge.Listening;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a JVM of its own, so that it may be ended as the system ends one. */
final class ServerProcess implements AutoCloseable {

  private final Process process;
  private final int port = Listening.freePort();
  private String token = "";

  private ServerProcess(TestSchema schema) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(List.of(), List.of()));
    builder.environment().put("TRAVEL_JDBC_URL", schema.jdbcUrl());
    builder.environment().put("PORT", Integer.toString(port));
    builder.environment().put("TRAVEL_RATE", "1000000/m");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    process = builder.start();
  }

  /** How the program is run, with what this JVM was told of compilers and memory. */
  static List<String> command(List<String> properties, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.add("-Xmx512m");
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-XX:"))
        .forEach(command::add);
    command.addAll(properties);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(ReferenceServer.class.getName());
    command.addAll(arguments);
    return command;
  }

  /** Starts it on a database; when this returns, it answers. */
  static ServerProcess start(TestSchema schema) {
    try {
      ServerProcess started = new ServerProcess(schema);
      started.awaitToken();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitToken() throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("Demo token:")) {
        token = line.substring(line.indexOf(':') + 1).strip();
        return;
      }
    }
    throw new IllegalStateException("the server ended with " + process.onExit().join().exitValue());
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  String token() {
    return token;
  }

  /** SIGTERM; answers what it ended with. */
  int terminate() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("it does not end");
    }
    return process.exitValue();
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
