/** What secrets look like, for the redactor and the scanner. Not exported. */
@NullMarked
package io.travelsuite.security.shape;

import org.jspecify.annotations.NullMarked;
