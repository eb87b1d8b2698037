package io.travelsuite.examples.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;

/**
 * MySQL in a container, which Testcontainers removes when the JVM is gone. It is not killed by
 * tests: restarted, it would listen on another port.
 */
final class ContainerServer implements DatabaseServer {

  private static final String IMAGE = "mysql:9.7";
  private static final String PASSWORD = "travel";

  private final MySQLContainer container;

  private ContainerServer() {
    container =
        new MySQLContainer(IMAGE)
            .withUsername("root")
            .withPassword(PASSWORD)
            .withCommand("--max-connections=600", "--innodb-buffer-pool-size=512M");
    container.start();
  }

  /** A new one if Docker answers and Testcontainers is on the class path. */
  static Optional<DatabaseServer> start(Map<String, String> environment) {
    return mayHaveDocker(environment)
            && isOnClassPath()
            && DockerClientFactory.instance().isDockerAvailable()
        ? Optional.of(new ContainerServer())
        : Optional.empty();
  }

  /**
   * Asking Docker costs up to 3 s where there is none: first look for what it would be asked by.
   */
  private static boolean mayHaveDocker(Map<String, String> environment) {
    String home = System.getProperty("user.home");
    String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", home);
    return environment.containsKey("DOCKER_HOST")
        || Files.exists(Path.of("/var/run/docker.sock"))
        || Files.exists(Path.of(home, ".docker", "run", "docker.sock"))
        || Files.exists(Path.of(runtime, "docker.sock"));
  }

  private static boolean isOnClassPath() {
    String type = "org/testcontainers/mysql/MySQLContainer.class";
    return ContainerServer.class.getClassLoader().getResource(type) != null;
  }

  @Override
  public String jdbcUrl() {
    String address = container.getHost() + ":" + container.getMappedPort(3306);
    return "jdbc:mysql://"
        + address
        + "/test?user=root&password="
        + PASSWORD
        + "&allowPublicKeyRetrieval=true";
  }

  @Override
  public boolean canKill() {
    return false;
  }

  @Override
  public void kill() {
    throw new IllegalStateException("A container cannot be killed here: use killable()");
  }

  @Override
  public void restart() {
    throw new IllegalStateException("A container cannot be restarted here: use killable()");
  }
}
