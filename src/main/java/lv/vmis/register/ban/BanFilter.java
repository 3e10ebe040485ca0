package lv.vmis.register.ban;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list of bans is narrowed by, as it stands in the address.
 *
 * @param state name of a {@link BanState.Code}, or "all"; nothing: in force
 * @param on the day of the state; nothing: today
 * @param term LIMITED or INDEFINITE
 */
public record BanFilter(
        @Nullable String state,
        @Nullable String on,
        @Nullable String territory,
        @Nullable String decider,
        @Nullable String basis,
        @Nullable String nationality,
        @Nullable String born,
        @Nullable String term,
        @Nullable String endsFrom,
        @Nullable String endsTo) {

    public static final String ALL = "all";

    public static final List<BanState.Code> STATES = List.of(
            BanState.Code.IN_FORCE,
            BanState.Code.PENDING,
            BanState.Code.EXPIRED,
            BanState.Code.SUSPENDED,
            BanState.Code.CANCELLED);

    /** Reg. 122 p. 6, 7, 9: the institutions, the ministers and the consular officials; and the courts. */
    public static final List<String> DECIDERS =
            List.of("PMLP", "VRS", "IEM_MINISTRS", "AM_MINISTRS", "AM_KD_DIREKTORS", "AM_KONSULS", BanQuery.COURT);

    private static final int TEXT = 100;

    public String stateOr() {
        return state == null || state.isBlank() ? BanState.Code.IN_FORCE.name() : state;
    }

    public Outcome<BanQuery> parse(Countries countries, LocalDate today) {
        var in = new Parse(today);
        var code = chosen(in, "state", stateOr());
        var day = in.optionalDay("on", on).orNull();
        var country = country(in, countries);
        var birth = born == null || born.isBlank()
                ? null
                : in.birthDate("born", born).orNull();
        var from = in.optionalDay("endsFrom", endsFrom).orNull();
        var to = in.optionalDay("endsTo", endsTo).orNull();
        if (from != null && to != null && to.isBefore(from)) {
            in.refuse("endsTo", BanRefusal.ENDS_BEFORE_IT_BEGINS);
        }
        var where = oneOf(in, "territory", territory, List.of("LV", "SCH"));
        var who = oneOf(in, "decider", decider, DECIDERS);
        var law = in.optionalText("basis", basis, TEXT).orNull();
        var howLong = oneOf(in, "term", term, List.of("LIMITED", "INDEFINITE"));
        return in.into(() -> new BanQuery(
                code,
                day == null ? today : day,
                where,
                who,
                law == null || law.equals(ALL) ? null : law,
                country,
                birth == null ? null : birth.earliest(),
                birth == null ? null : birth.latest(),
                howLong == null ? null : howLong.equals("INDEFINITE"),
                from,
                to));
    }

    private @Nullable String country(Parse in, Countries countries) {
        var typed = in.optionalText("nationality", nationality, TEXT).orNull();
        if (typed == null) {
            return null;
        }
        var country = countries.accept(typed, Country::isNationality);
        if (country.isEmpty()) {
            in.refuse("nationality", BanRefusal.STATE_UNKNOWN, typed);
        }
        return country.map(Country::code).orElse(null);
    }

    private static BanState.@Nullable Code chosen(Parse in, String field, String typed) {
        var name = oneOf(in, field, typed, STATES.stream().map(Enum::name).toList());
        return name == null ? null : BanState.Code.valueOf(name);
    }

    private static @Nullable String oneOf(Parse in, String field, @Nullable String typed, List<String> known) {
        if (typed == null || typed.isBlank() || typed.equals(ALL)) {
            return null;
        }
        if (!known.contains(typed)) {
            in.refuse(field, EdgeRefusal.NOT_IN_LIST);
            return null;
        }
        return typed;
    }

    /** What is asked for, by its name in the address. */
    public Map<String, String> asked() {
        var asked = new LinkedHashMap<String, String>();
        put(asked, "state", state);
        put(asked, "on", on);
        put(asked, "territory", territory);
        put(asked, "decider", decider);
        put(asked, "basis", basis);
        put(asked, "nationality", nationality);
        put(asked, "born", born);
        put(asked, "term", term);
        put(asked, "endsFrom", endsFrom);
        put(asked, "endsTo", endsTo);
        return asked;
    }

    private static void put(Map<String, String> asked, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            asked.put(name, value);
        }
    }

    /** The address of a page that is narrowed in the same way. */
    public String at(String path) {
        return address(path).encode().buildAndExpand(asked()).toUriString();
    }

    /** The address of the page that follows after a ban. */
    public String after(UUID last) {
        return address("/bans")
                .queryParam("after", last)
                .encode()
                .buildAndExpand(asked())
                .toUriString();
    }

    private UriComponentsBuilder address(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        asked().keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address;
    }
}
