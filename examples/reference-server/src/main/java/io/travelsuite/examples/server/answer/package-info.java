/** What the shop and the office answer: what was asked for, or a "no" and why. */
@NullMarked
package io.travelsuite.examples.server.answer;

import org.jspecify.annotations.NullMarked;
