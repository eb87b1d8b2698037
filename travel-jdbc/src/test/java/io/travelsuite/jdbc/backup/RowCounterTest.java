package io.travelsuite.jdbc.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Dumps as both servers' tools write them. */
class RowCounterTest {

  private static final String MARIADB =
      """
      /*M!999999\\- enable the sandbox mode */\s
      /*!40101 SET character_set_client = utf8mb4 */;
      CREATE TABLE `travel_booking` (
        `id` binary(16) NOT NULL,
        `note` varchar(80) DEFAULT 'INSERT INTO `x` VALUES (1)',
        PRIMARY KEY (`id`)
      ) ENGINE=InnoDB;
      INSERT INTO `travel_booking` VALUES
      (0x01,'a'),
      (0x02,'it\\'s (two), really; INSERT INTO `travel_hold` VALUES (9)'),
      (0x03,NULL);
      INSERT INTO `travel_booking` VALUES
      (0x04,'\\\\');
      CREATE TABLE `travel_hold` (
        `id` int(11)
      );
      """;

  private static final String MYSQL =
      """
      CREATE TABLE `a``b` (
        `v` int GENERATED ALWAYS AS ((`w` + 1)) VIRTUAL
      );
      INSERT INTO `a``b` (`w`, `VALUES`) VALUES (1,'x'),(2,_binary 'y)'),(3,'');
      DELIMITER ;;
      CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW BEGIN
      INSERT INTO `a``b` VALUES (7);
      END ;;
      DELIMITER ;
      INSERT INTO `a``b` (`w`) VALUES (4);
      """;

  private static Map<String, Long> rows(String dump, int part) throws IOException {
    ByteArrayOutputStream passed = new ByteArrayOutputStream();
    RowCounter counter = new RowCounter(passed);
    byte[] bytes = dump.getBytes(UTF_8);
    for (int at = 0; at < bytes.length; at += part) {
      counter.write(bytes, at, Math.min(part, bytes.length - at));
    }
    assertThat(passed.toByteArray()).isEqualTo(bytes);
    return counter.rows();
  }

  @Test
  void rows_are_counted_whatever_texts_hold_and_wherever_the_stream_is_cut() throws IOException {
    for (int part : new int[] {1, 7, 10_000}) {
      assertThat(rows(MARIADB, part))
          .containsExactly(Map.entry("travel_booking", 4L), Map.entry("travel_hold", 0L));
      assertThat(rows(MYSQL, part)).containsExactly(Map.entry("a`b", 4L));
    }
  }
}
