package lv.vmis.register.legacy.reconciling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.legacy.meaning.Known;
import lv.vmis.register.legacy.reconciling.SisCompared.Here;
import lv.vmis.register.legacy.reconciling.SisCompared.Where;
import lv.vmis.register.legacy.reconciling.SisCompared.Why;
import lv.vmis.register.legacy.value.OldDate;
import lv.vmis.register.reading.Latin;

/** Holds a list of N.SIS against the bans and alerts here: by the number of the alert, otherwise by surname and date of birth. */
final class SisComparison {

    private final Known known;
    private final LocalDate today;
    private final Map<String, Here> byNumber = new HashMap<>();
    private final Map<String, List<Here>> byPerson = new HashMap<>();
    private final Set<String> surnames = new HashSet<>();

    SisComparison(Known known, LocalDate today) {
        this.known = known;
        this.today = today;
    }

    List<SisCompared> compare(List<SisLine> lines, List<Here> all) {
        for (var one : all) {
            if (one.sisId() != null) {
                byNumber.putIfAbsent(one.sisId(), one);
            }
            byPerson.computeIfAbsent(key(one.familyName(), one.birthDate()), _ -> new ArrayList<>())
                    .add(one);
            surnames.add(Latin.fold(one.familyName()));
        }
        var found = new HashSet<Here>();
        var compared = new ArrayList<SisCompared>();
        for (var line : lines) {
            compared.add(compare(line, found));
        }
        for (var one : all) {
            if (!found.contains(one)) {
                compared.add(new SisCompared(Where.HERE_ONLY, whyOnlyHere(one), null, one));
            }
        }
        return compared;
    }

    private static Why whyOnlyHere(Here one) {
        if (one.isOver()) {
            return Why.BAN_OVER;
        }
        return one.oldNumber() == null ? Why.ALERT_NOT_LISTED : Why.NOT_LISTED;
    }

    /** Everything here about the person of an alert is found with it: several old bans are one alert. */
    private SisCompared compare(SisLine line, Set<Here> found) {
        var same = byPerson.getOrDefault(key(line.familyName(), birth(line.birthDate())), List.of());
        var numbered = line.sisId().isEmpty() ? null : byNumber.get(line.sisId());
        if (numbered != null) {
            found.add(numbered);
            same.stream().filter(one -> one.person().equals(numbered.person())).forEach(found::add);
            return new SisCompared(Where.BOTH, Why.SAME_NUMBER, line, numbered);
        }
        if (same.isEmpty()) {
            return new SisCompared(
                    Where.NSIS_ONLY,
                    surnames.contains(Latin.fold(line.familyName())) ? Why.OTHER_BIRTH : Why.NOBODY,
                    line,
                    null);
        }
        var state = known.state().apply(line.nationality()).orElse(line.nationality());
        var own = same.stream().filter(one -> one.countries().contains(state)).toList();
        found.addAll(own.isEmpty() ? same : own);
        if (own.isEmpty()) {
            return new SisCompared(Where.BOTH, Why.OTHER_STATE, line, same.getFirst());
        }
        return own.stream()
                .filter(one -> !one.isOver())
                .findFirst()
                .map(live -> new SisCompared(Where.BOTH, Why.SAME_PERSON, line, live))
                .orElse(new SisCompared(Where.BOTH, Why.LISTED_THOUGH_OVER, line, own.getFirst()));
    }

    private String birth(String text) {
        return OldDate.read(text, OldDate.Meaning.BIRTH, today) instanceof OldDate.Known(PartialDate date, var _)
                ? date.toString()
                : text;
    }

    private static String key(String surname, String birth) {
        return Latin.fold(surname) + ' ' + birth;
    }
}
