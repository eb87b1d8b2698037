/** What the examples' programs share: how they are started, where they write, how they report. */
@NullMarked
package io.travelsuite.examples.program;

import org.jspecify.annotations.NullMarked;
