package lv.vmis.register.partner;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import lv.vmis.register.edge.ApiCall;
import lv.vmis.register.edge.Attribute;
import lv.vmis.register.edge.Texts;
import lv.vmis.register.edge.Way;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.reference.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The terms of an agreement in words, the same on the screen and in its annex, always in the same order. */
@Component
class TermWords {

    private final Texts texts;
    private final Codes codes;

    TermWords(Texts texts, Codes codes) {
        this.texts = texts;
        this.codes = codes;
    }

    List<TermLine> of(Terms terms, Language language) {
        return List.of(
                line(language, "legal-basis", terms.legalBasis()),
                line(language, "signed-on", terms.signedOn() == null ? null : LatvianDates.numeric(terms.signedOn())),
                line(
                        language,
                        "validity",
                        texts.get(
                                language,
                                terms.validTo() == null ? "partner.valid-from" : "partner.valid-between",
                                LatvianDates.numeric(terms.validFrom()),
                                terms.validTo() == null ? "" : LatvianDates.numeric(terms.validTo()))),
                named(language, "ways", "partner.way", Way.values(), terms.ways()),
                named(language, "services", "partner.service", ApiCall.values(), terms.services()),
                named(language, "attributes", "partner.attribute", Attribute.values(), terms.attributes()),
                lines(
                        language,
                        "purposes",
                        terms.purposes().stream()
                                .map(code -> "%s (%s)".formatted(codes.text("purpose", code, language), code))
                                .toList()),
                line(language, "per-minute", limit(language, terms.perMinute())),
                line(language, "per-day", limit(language, terms.perDay())),
                line(
                        language,
                        "hours",
                        terms.hoursFrom() == null
                                ? texts.get(language, "partner.any-hour")
                                : texts.get(
                                        language,
                                        terms.hoursFrom().isBefore(Objects.requireNonNull(terms.hoursTo()))
                                                ? "partner.hours-between"
                                                : "partner.hours-overnight",
                                        terms.hoursFrom().toString(),
                                        Objects.requireNonNull(terms.hoursTo()).toString())),
                lines(
                        language,
                        "networks",
                        terms.networks().isEmpty()
                                ? List.of(texts.get(language, "partner.any-network"))
                                : terms.networks()),
                line(
                        language,
                        "events-url",
                        terms.eventsUrl() == null ? texts.get(language, "partner.events-read") : terms.eventsUrl()),
                line(language, "contact", terms.contact()));
    }

    private String limit(Language language, @Nullable Integer limit) {
        return limit == null ? texts.get(language, "partner.no-limit") : limit.toString();
    }

    private TermLine named(
            Language language, String key, String list, Enum<?>[] all, Collection<? extends Enum<?>> chosen) {
        return lines(
                language,
                key,
                Arrays.stream(all)
                        .filter(chosen::contains)
                        .map(one -> texts.get(language, list + "." + one.name()))
                        .toList());
    }

    private TermLine line(Language language, String key, @Nullable String said) {
        return lines(language, key, said == null ? List.of() : List.of(said));
    }

    private TermLine lines(Language language, String key, List<String> said) {
        return new TermLine(texts.get(language, "partner." + key), said.isEmpty() ? List.of("–") : said);
    }
}
