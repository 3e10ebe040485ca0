package lv.vmis.register.reference;

import java.time.LocalDate;

/** A public holiday, a day off in its place, or a day the Cabinet moved. */
record Holiday(LocalDate day, String nameLv, String nameEn, String kind, String certainty, String source) {

    boolean isWorked() {
        return kind.equals("working_day");
    }
}
