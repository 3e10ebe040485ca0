package lv.vmis.register.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import lv.vmis.register.kernel.Right;

/** The right a route needs. A route without it, and without {@link Open}, answers no one. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {
    Right value();
}
