package lv.vmis.register.partner;

import java.net.InetAddress;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.register.edge.ApiCall;
import lv.vmis.register.edge.Attribute;
import lv.vmis.register.edge.Environment;
import lv.vmis.register.edge.Outward;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.edge.Way;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** The terms of an agreement as typed, with its number and institution where it is new. */
public record AgreementForm(
        @Nullable UUID key,
        @Nullable String number,
        @Nullable String institution,
        @Nullable String legalBasis,
        @Nullable String signedOn,
        @Nullable List<String> ways,
        @Nullable List<String> services,
        @Nullable List<String> attributes,
        @Nullable List<String> purposes,
        @Nullable String perMinute,
        @Nullable String perDay,
        @Nullable String hoursFrom,
        @Nullable String hoursTo,
        @Nullable String networks,
        @Nullable String validFrom,
        @Nullable String validTo,
        @Nullable String eventsUrl,
        @Nullable String contact,
        @Nullable String reason) {

    private static final int TEXT = 300;
    private static final int REASON = 1_000;
    private static final int MOST = 10_000_000;
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,59}");
    private static final Pattern NETWORK = Pattern.compile("([0-9A-Fa-f.:]{2,45})/(\\d{1,3})");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

    /** One to begin with: what an answer has told since the register answers systems. */
    static AgreementForm fresh(LocalDate today) {
        return new AgreementForm(
                Ids.next(),
                null,
                null,
                null,
                null,
                List.of(Way.KEY.name()),
                Stream.of(ApiCall.CHECK, ApiCall.CHECK_MANY, ApiCall.FOLLOW)
                        .map(Enum::name)
                        .toList(),
                Stream.of(Attribute.REASONS, Attribute.INSTRUCTION, Attribute.BAN_TERRITORY, Attribute.BAN_DAYS)
                        .map(Enum::name)
                        .toList(),
                null,
                null,
                null,
                null,
                null,
                null,
                LatvianDates.numeric(today),
                null,
                null,
                null,
                null);
    }

    static AgreementForm of(Agreement agreement, Terms terms) {
        return new AgreementForm(
                Ids.next(),
                agreement.number(),
                agreement.institution(),
                terms.legalBasis(),
                day(terms.signedOn()),
                terms.ways().stream().map(Enum::name).toList(),
                terms.services().stream().map(Enum::name).toList(),
                terms.attributes().stream().map(Enum::name).toList(),
                terms.purposes(),
                number(terms.perMinute()),
                number(terms.perDay()),
                time(terms.hoursFrom()),
                time(terms.hoursTo()),
                String.join("\n", terms.networks()),
                day(terms.validFrom()),
                day(terms.validTo()),
                terms.eventsUrl(),
                terms.contact(),
                null);
    }

    public boolean has(String field, String value) {
        var chosen = switch (field) {
            case "ways" -> ways;
            case "services" -> services;
            case "attributes" -> attributes;
            default -> purposes;
        };
        return chosen != null && chosen.contains(value);
    }

    Outcome<ProposeTerms.Input> parse(
            @Nullable Agreement agreement,
            LocalDate today,
            Environment installation,
            Predicate<String> institutions,
            Predicate<String> purposeCodes) {
        var in = new Parse(today);
        var named = agreement == null ? in.text("number", number, TEXT) : new Parse.Parsed<>(agreement.number());
        if (named.value() != null && !NUMBER.matcher(named.value()).matches()) {
            in.refuse("number", PartnerRefusal.NOT_A_NUMBER);
        }
        var of = agreement == null
                ? in.code("institution", institution, institutions)
                : new Parse.Parsed<>(agreement.institution());
        var basis = in.text("legalBasis", legalBasis, TEXT);
        var signed = in.optionalDay("signedOn", signedOn);
        var shown = chosen(in, "ways", ways, Way.class);
        if (shown.isEmpty()) {
            in.refuse("ways", PartnerRefusal.CHOOSE_ONE);
        }
        var called = chosen(in, "services", services, ApiCall.class);
        if (called.isEmpty()) {
            in.refuse("services", PartnerRefusal.CHOOSE_ONE);
        }
        var told = chosen(in, "attributes", attributes, Attribute.class);
        var stated = purposes == null ? List.<String>of() : purposes;
        if (stated.isEmpty() || !stated.stream().allMatch(purposeCodes)) {
            in.refuse("purposes", PartnerRefusal.CHOOSE_ONE);
        }
        var minute = optional(in, "perMinute", perMinute);
        var daily = optional(in, "perDay", perDay);
        if (minute.value() != null && daily.value() != null && minute.get() > daily.get()) {
            in.refuse("perMinute", PartnerRefusal.LIMIT_TURNED);
        }
        var opens = hour(in, "hoursFrom", hoursFrom);
        var closes = hour(in, "hoursTo", hoursTo);
        hours(in, opens.value(), closes.value());
        var places = networks(in);
        var first = in.day("validFrom", validFrom);
        var last = in.optionalDay("validTo", validTo);
        if (first.value() != null && last.value() != null && last.get().isBefore(first.get())) {
            in.refuse("validTo", PartnerRefusal.ENDS_BEFORE);
        }
        var sent = eventsTo(in, called, installation);
        var who = in.text("contact", contact, TEXT);
        var why = in.text("reason", reason, REASON);
        return in.into(() -> new ProposeTerms.Input(
                named.get(),
                of.get(),
                new Terms(
                        basis.get(),
                        signed.orNull(),
                        shown,
                        called,
                        told,
                        stated,
                        minute.orNull(),
                        daily.orNull(),
                        opens.orNull(),
                        closes.orNull(),
                        places,
                        first.get(),
                        last.orNull(),
                        sent,
                        who.get()),
                why.get(),
                agreement == null));
    }

    private static <E extends Enum<E>> Set<E> chosen(
            Parse in, String field, @Nullable List<String> sent, Class<E> values) {
        var chosen = EnumSet.noneOf(values);
        for (var one : sent == null ? List.<String>of() : sent) {
            var value = in.oneOf(field, one, values).orNull();
            if (value != null) {
                chosen.add(value);
            }
        }
        return chosen;
    }

    private static Parse.Parsed<Integer> optional(Parse in, String field, @Nullable String typed) {
        return typed == null || typed.isBlank() ? new Parse.Parsed<>(null) : in.number(field, typed, 1, MOST);
    }

    private static Parse.Parsed<LocalTime> hour(Parse in, String field, @Nullable String typed) {
        return typed == null || typed.isBlank() ? new Parse.Parsed<>(null) : in.time(field, typed);
    }

    private void hours(Parse in, @Nullable LocalTime opens, @Nullable LocalTime closes) {
        if (in.noted("hoursFrom") || in.noted("hoursTo")) {
            return;
        }
        if ((opens == null) != (closes == null)) {
            in.refuse(opens == null ? "hoursFrom" : "hoursTo", PartnerRefusal.HOURS_HALF);
        } else if (opens != null && opens.equals(closes)) {
            in.refuse("hoursTo", PartnerRefusal.HOURS_SAME);
        }
    }

    private @Nullable String eventsTo(Parse in, Set<ApiCall> called, Environment installation) {
        var typed = in.optionalText("eventsUrl", eventsUrl, Outward.LONGEST).orNull();
        if (typed == null) {
            return null;
        }
        if (Outward.read(typed, installation).isEmpty()) {
            in.refuse("eventsUrl", PartnerRefusal.NOT_AN_ADDRESS);
        } else if (!called.contains(ApiCall.FOLLOW)) {
            in.refuse("eventsUrl", PartnerRefusal.EVENTS_OF_FOLLOWED);
        }
        return typed;
    }

    private List<String> networks(Parse in) {
        var typed = in.optionalText("networks", networks, REASON).orNull();
        if (typed == null) {
            return List.of();
        }
        var all = BETWEEN.splitAsStream(typed).filter(one -> !one.isEmpty()).collect(Collectors.toList());
        all.stream()
                .filter(one -> !isNetwork(one))
                .findFirst()
                .ifPresent(wrong -> in.refuse("networks", PartnerRefusal.NOT_A_NETWORK, wrong));
        return all;
    }

    /** An address and how many of its bits are the network; names are not looked up. */
    private static boolean isNetwork(String typed) {
        var found = NETWORK.matcher(typed);
        if (!found.matches()) {
            return false;
        }
        try {
            var bits = InetAddress.ofLiteral(found.group(1)).getAddress().length * 8;
            return Integer.parseInt(found.group(2)) <= bits;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : LatvianDates.numeric(day);
    }

    private static @Nullable String number(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    private static @Nullable String time(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }
}
