package io.travelsuite.seat;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What all sets of tags must be. */
final class Tags {

  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9._-]{1,32}");
  private static final int MOST = 20;

  private Tags() {}

  /** A copy in alphabetical order, so that the same tags always read the same. */
  static Set<String> checked(Set<String> tags) {
    for (String tag : tags) {
      unless(TAG.matcher(tag).matches(), "tag", tag, "must be 1 to 32 of A-Z a-z 0-9 . _ -");
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
