package io.travelsuite.jdbc.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.PersonalColumn;
import io.travelsuite.jdbc.PersonalColumns;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The register of personal data against the schema as it is. */
class PersonalColumnsTest {

  private final PersonalColumns register = PersonalColumns.register();
  private Fixture fixture;

  @BeforeEach
  void open() {
    fixture = Fixture.create();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private List<String> columns() {
    return fixture
        .rows()
        .texts(
            """
            SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns
            WHERE table_schema = DATABASE() AND table_name LIKE 'travel%'
            """);
  }

  @Test
  void every_column_of_the_schema_is_registered_and_no_other() {
    assertThat(columns())
        .hasSizeGreaterThan(250)
        .containsExactlyInAnyOrderElementsOf(register.all());
  }

  @Test
  void control_a_column_that_is_added_is_found() {
    fixture.rows().update("ALTER TABLE travel_line ADD COLUMN passenger VARCHAR(200) NULL");

    assertThat(columns())
        .filteredOn(column -> !register.all().contains(column))
        .containsExactly("travel_line.passenger");
  }

  @Test
  void the_record_of_processing_tells_class_protection_and_purpose_of_each_personal_column() {
    List<PersonalColumn> personal = register.personal();

    assertThat(personal)
        .hasSizeGreaterThan(40)
        .allMatch(column -> !column.purpose().isBlank())
        .allMatch(
            column ->
                List.of("contact", "trip", "payment", "request", "access")
                    .contains(column.dataClass()));
    assertThat(personal)
        .filteredOn(column -> column.protection() == PersonalColumn.Protection.SEALED)
        .extracting(column -> column.table() + "." + column.column())
        .containsExactly("travel_booking.customer", "travel_subject_key.keys_text");
  }
}
