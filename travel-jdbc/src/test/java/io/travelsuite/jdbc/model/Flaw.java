package io.travelsuite.jdbc.model;

/** What a model may get wrong on purpose, to prove that the comparison would see it. */
enum Flaw {
  /** The sound model. */
  NONE,
  /** A cancelled unit stays taken. */
  KEEPS_CANCELLED_UNITS,
  /** A hold stays a hold past its time. */
  FORGETS_EXPIRY,
  /** A hold can be extended past its cap. */
  FORGETS_THE_CAP,
  /** A repeated key takes units again. */
  FORGETS_KEYS,
  /** Another request under a used key is taken for the same. */
  FORGETS_WHAT_WAS_ASKED,
  /** A change asks for the new units before it gives back the old. */
  WEIGHS_A_CHANGE_GROSS,
  /** A seat can be had twice as long as units are left. */
  FORGETS_SEATS,
  /** A line takes its units on its first leg only. */
  SEES_ONE_LEG,
  /** A line takes its units of its first pool only. */
  SEES_ONE_POOL,
  /** A closed occurrence is sold on. */
  FORGETS_CLOSING,
  /** What is given back after a shrink is sold again at once. */
  SELLS_THE_OVERHANG_AGAIN,
  /** A party is refused where it cannot sit together, whatever it asked for. */
  NEVER_SPLITS_A_PARTY,
  /** Nothing is kept for channels. */
  FORGETS_ALLOTMENTS,
  /** Nothing is kept for higher fare classes. */
  FORGETS_CLASSES,
  /** Sale goes on after its end. */
  FORGETS_THE_CUTOFF,
  /** An occurrence is sold by its first terms for ever. */
  FORGETS_NEW_TERMS,
  /** A ticket can be used again and again. */
  FORGETS_REDEEMING
}
