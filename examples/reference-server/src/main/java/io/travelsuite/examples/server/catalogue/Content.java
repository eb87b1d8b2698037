package io.travelsuite.examples.server.catalogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What customers read of a product, before they book it.
 *
 * @param wording of the product itself
 * @param features what is in it, and what to know
 * @param questions what is often asked
 * @param sites where it leads, in the order in which one comes there
 * @param labels what kind of thing it is
 * @param parts its options and units
 */
public record Content(
    Wording wording,
    List<Feature> features,
    List<Question> questions,
    List<Site> sites,
    Labels labels,
    Parts parts) {

  /** Copies the lists. */
  public Content {
    features = List.copyOf(features);
    questions = List.copyOf(questions);
    sites = List.copyOf(sites);
  }

  /**
   * What something is called, and what it is.
   *
   * @param title what customers read
   * @param shortDescription in a sentence
   * @param description at length, or null where a sentence is enough
   */
  public record Wording(String title, String shortDescription, @Nullable String description) {}

  /**
   * Something that is in a product, or to be known of it.
   *
   * @param type in OCTO's words: INCLUSION, EXCLUSION, HIGHLIGHT, PREARRIVAL_INFORMATION…
   * @param text in a sentence
   */
  public record Feature(String type, String text) {}

  /**
   * What is often asked.
   *
   * @param question as customers ask it
   * @param answer in a sentence or two
   */
  public record Question(String question, String answer) {}

  /**
   * A place that a product leads to.
   *
   * @param title what it is called
   * @param shortDescription what is there
   * @param types in OCTO's words: START, POINT_OF_INTEREST, END…
   * @param minutesTo from the place before, or null
   * @param minutesAt there, or null
   * @param address where it is
   */
  public record Site(
      String title,
      String shortDescription,
      List<String> types,
      @Nullable Integer minutesTo,
      @Nullable Integer minutesAt,
      Address address) {

    /** Copies the list. */
    public Site {
      types = List.copyOf(types);
    }
  }

  /**
   * Where a place is.
   *
   * @param latitude in degrees, north of the equator
   * @param longitude in degrees, east of Greenwich
   * @param street and number, or null
   * @param town its name
   * @param postalCode or null
   * @param country by ISO 3166-1, two letters
   */
  public record Address(
      double latitude,
      double longitude,
      @Nullable String street,
      String town,
      @Nullable String postalCode,
      String country) {}

  /**
   * What kind of thing a product is.
   *
   * @param categories in OCTO's words: walking-tours, museums…
   * @param spoken the languages in which somebody tells of it on the spot (BCP 47)
   * @param stayMinutesFrom how long people stay at least, where no start and end tell; or null
   * @param stayMinutesTo how long at most, or null
   */
  public record Labels(
      List<String> categories,
      List<String> spoken,
      @Nullable Integer stayMinutesFrom,
      @Nullable Integer stayMinutesTo) {

    /** Copies the lists. */
    public Labels {
      categories = List.copyOf(categories);
      spoken = List.copyOf(spoken);
    }
  }

  /**
   * What a product has parts of.
   *
   * @param options the wording of each, by its code
   * @param units the wording of each, by its code
   */
  public record Parts(Map<String, Wording> options, Map<String, Wording> units) {

    /** Copies the maps. */
    public Parts {
      options = Map.copyOf(options);
      units = Map.copyOf(units);
    }
  }

  /** {@return nothing but the product's name} */
  static Content named(String name) {
    return new Content(
        new Wording(name, name, null),
        List.of(),
        List.of(),
        List.of(),
        new Labels(List.of(), List.of(), null, null),
        new Parts(Map.of(), Map.of()));
  }

  /** {@return the wording of an option; its name where nothing else is told} */
  public Wording of(Option option) {
    return parts.options().getOrDefault(option.code(), wording(option.name()));
  }

  /** {@return the wording of a unit; its name where nothing else is told} */
  public Wording of(Unit unit) {
    return parts.units().getOrDefault(unit.code(), wording(unit.name()));
  }

  private static Wording wording(String name) {
    return new Wording(name, name, null);
  }
}
