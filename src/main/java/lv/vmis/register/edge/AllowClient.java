package lv.vmis.register.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A route of the API for the systems of institutions under an agreement. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowClient {

    /** What the agreement must name; nothing where any agreement will do. */
    ApiCall[] value() default {};
}
