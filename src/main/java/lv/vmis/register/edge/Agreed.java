package lv.vmis.register.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A member of an answer that leaves only when the agreement names one of these attributes; otherwise it is absent. */
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Agreed {

    /** The filter of a record with such members; where nobody says what is agreed, it cannot be written at all. */
    String ONLY = "agreed";

    Attribute[] value();
}
