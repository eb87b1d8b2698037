/** JSON as providers send it. Not exported. */
@NullMarked
package io.travelsuite.payments.json;

import org.jspecify.annotations.NullMarked;
