package lv.vmis.register.reference;

import java.time.LocalDate;
import java.util.List;
import lv.vmis.register.kernel.Language;
import org.springframework.stereotype.Component;

/** Why a day does not count: the names of public holidays and moved days off. */
@Component
public class Holidays {

    private final ReferenceData data;
    private final WorkingDays workingDays;

    Holidays(ReferenceData data, WorkingDays workingDays) {
        this.data = data;
        this.workingDays = workingDays;
    }

    /** A day that is not counted; no name on an ordinary weekend. */
    public record Skipped(LocalDate day, String name) {}

    /** The days off after the first day, up to the last. */
    public List<Skipped> between(LocalDate first, LocalDate last, Language language) {
        return first.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(day -> !workingDays.isWorkingDay(day))
                .map(day -> new Skipped(day, name(day, language)))
                .toList();
    }

    private String name(LocalDate day, Language language) {
        return data.now().holidays().stream()
                .filter(holiday -> holiday.day().equals(day) && !holiday.isWorked())
                .map(holiday -> language == Language.EN ? holiday.nameEn() : holiday.nameLv())
                .findFirst()
                .orElse("");
    }
}
