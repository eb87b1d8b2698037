/** The form of names that several packages take. Not exported. */
@NullMarked
package io.travelsuite.form;

import org.jspecify.annotations.NullMarked;
