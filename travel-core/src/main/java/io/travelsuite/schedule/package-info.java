/** What makes occurrences by rules, and what an operator does to dated ones. */
@NullMarked
package io.travelsuite.schedule;

import org.jspecify.annotations.NullMarked;
