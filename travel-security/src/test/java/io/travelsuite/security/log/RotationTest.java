package io.travelsuite.security.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationTest {

  private static final String CONFIGURATION =
      """
      <configuration>
        <include resource="META-INF/travel/logback-rolling.xml"/>
        <root level="INFO"><appender-ref ref="TRAVEL_FILE"/></root>
      </configuration>
      """;

  @TempDir private Path folder;

  private LoggerContext context(String size, String total) throws JoranException {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new ch.qos.logback.classic.util.LogbackMDCAdapter());
    context.putProperty("TRAVEL_LOG_FILE", folder.resolve("travel.log").toString());
    context.putProperty("TRAVEL_LOG_FILE_SIZE", size);
    context.putProperty("TRAVEL_LOG_TOTAL", total);
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(
        new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.UTF_8)));
    return context;
  }

  @Test
  void files_that_ship_are_rotated_compressed_and_capped() throws Exception {
    long most = Long.getLong("travel.log.megabytes", 8) << 20;
    LoggerContext context = context("256KB", "1MB");
    Logger logger = context.getLogger("test");
    Random random = new Random(1);
    byte[] filler = new byte[600];
    for (long written = 0; written < most; written += 1_000) {
      random.nextBytes(filler); // which gzip can't make small
      logger.info("line {}", HexFormat.of().formatHex(filler));
    }
    context.stop();
    assertThat(sizes().stream().mapToLong(Long::longValue).sum()).isLessThan(2 << 20);
    assertThat(names()).anyMatch(name -> name.endsWith(".gz")).contains("travel.log");
  }

  @Test
  void what_ships_is_configured_without_a_complaint_and_redacts() throws Exception {
    LoggerContext context = context("50MB", "1GB");
    context.getLogger("test").info("password={}", "canary");
    List<Status> statuses = context.getStatusManager().getCopyOfStatusList();
    context.stop();
    assertThat(statuses).noneMatch(status -> status.getLevel() >= Status.WARN);
    assertThat(Files.readString(folder.resolve("travel.log")))
        .contains("password=[hidden]")
        .doesNotContain("canary");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private List<Long> sizes() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.toFile().length()).toList();
    }
  }
}
