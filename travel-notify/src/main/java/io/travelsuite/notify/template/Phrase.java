package io.travelsuite.notify.template;

/** A text of the templates' own: what it holds of others is isolated already. */
record Phrase(String text) {

  @Override
  public String toString() {
    return text;
  }
}
