package lv.vmis.register.kernel;

import org.jspecify.annotations.Nullable;

/** Why an official looks at personal data: a code of the list purpose, and the case or the reason in words. */
public record Purpose(
        String code, @Nullable String caseRef, @Nullable String reason) {

    /** The purpose of a page that shows an official the work waiting for his unit. */
    public static final Purpose TASK_LIST = new Purpose("TASK_LIST", null, null);

    /** The purpose of comparing two who may be one person. */
    public static final Purpose DUPLICATE = new Purpose("DUPLICATE", null, null);

    public static Purpose of(String code) {
        return new Purpose(code, null, null);
    }
}
