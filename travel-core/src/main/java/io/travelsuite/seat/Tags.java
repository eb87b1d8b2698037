package io.travelsuite.seat;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.form.ShortName;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** What all sets of tags must be. */
final class Tags {

  private static final int MOST = 20;

  private Tags() {}

  /** A copy in alphabetical order, so that the same tags always read the same. */
  static Set<String> checked(Set<String> tags) {
    for (String tag : tags) {
      ShortName.check("tag", tag);
    }
    unless(tags.size() <= MOST, "tags", tags, "must be at most " + MOST);
    return Collections.unmodifiableSet(new TreeSet<>(tags));
  }

  static Set<String> with(Set<String> tags, String more) {
    Set<String> all = new TreeSet<>(tags);
    all.add(more);
    return all;
  }
}
