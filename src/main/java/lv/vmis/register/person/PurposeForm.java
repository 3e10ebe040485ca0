package lv.vmis.register.person;

import java.time.LocalDate;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.reference.Codes;
import org.jspecify.annotations.Nullable;

/** The purpose as typed. */
public record PurposeForm(
        @Nullable String purpose,
        @Nullable String caseRef,
        @Nullable String reason,
        @Nullable String person,
        @Nullable String back) {

    Outcome<Purpose> parse(Codes codes, LocalDate today) {
        var in = new Parse(today);
        var code = in.code(
                "purpose",
                purpose,
                typed -> !typed.equals(Purpose.TASK_LIST.code()) && codes.isInForce("purpose", typed, today));
        var ref = in.optionalText("caseRef", caseRef, 60);
        var why = in.optionalText("reason", reason, 500);
        if (ref.orNull() == null && why.orNull() == null && !in.hasMistakes()) {
            in.refuse("caseRef", PersonRefusal.CASE_OR_REASON);
        }
        return in.into(() -> new Purpose(code.get(), ref.orNull(), why.orNull()));
    }

    /** Whose data the purpose is for; nobody's when it is for searching. */
    @Nullable
    PersonId whom() {
        var id = Parse.optionalId("person", person);
        return id == null ? null : new PersonId(id);
    }
}
