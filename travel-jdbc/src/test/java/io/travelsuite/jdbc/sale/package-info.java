@NullMarked
package io.travelsuite.jdbc.sale;

import org.jspecify.annotations.NullMarked;
