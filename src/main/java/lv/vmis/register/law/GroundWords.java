package lv.vmis.register.law;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Option;
import lv.vmis.register.reference.Ground;
import lv.vmis.register.reference.GroundChange;
import lv.vmis.register.reference.Law;
import lv.vmis.register.reference.LegalBasis;
import lv.vmis.register.reference.LegalParameter;
import lv.vmis.register.reference.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What grounds say, and what can be chosen for them, in the language of a page. */
@Component
public class GroundWords {

    private static final List<String> KEYS = List.of(
            "use", "citation-lv", "citation-en", "text-lv", "text-en", "norm", "authorities", "sis-basis", "ban-limit");

    private static final Set<String> DECIDING = Set.of("keeper", "official", "court");
    private static final String LIMIT = "ban\\.[a-z.]+\\.max";

    private final Law law;
    private final Units units;

    GroundWords(Law law, Units units) {
        this.law = law;
        this.units = units;
    }

    public String institution(Frame f, String code) {
        return units.institutionName(code, f.language());
    }

    /** What a ground is called: as its change has it, or as it was before. */
    public String cited(Frame f, GroundChange change) {
        var ground = change.ground();
        return ground == null
                ? law.bases().citation(change.code(), change.validFrom().minusDays(1), f.language())
                : ground.cited().in(f.language());
    }

    /** Everything it says, before and after; empty where it says nothing. */
    public List<GroundLine> lines(Frame f, GroundChange change) {
        var before = said(f, before(change), change.validFrom());
        var after = said(f, change.ground(), change.validFrom());
        return IntStream.range(0, KEYS.size())
                .mapToObj(i -> new GroundLine("law.ground." + KEYS.get(i), before.get(i), after.get(i)))
                .toList();
    }

    /** The basis of its alert before and after, in words. */
    public GroundLine alert(Frame f, GroundChange change) {
        return lines(f, change).get(KEYS.indexOf("sis-basis"));
    }

    private @Nullable Ground before(GroundChange change) {
        return change.kind() == GroundChange.Kind.ADDED
                ? null
                : law.bases()
                        .find(change.code(), change.validFrom().minusDays(1))
                        .map(LegalBasis::ground)
                        .orElse(null);
    }

    private List<String> said(Frame f, @Nullable Ground ground, LocalDate day) {
        if (ground == null) {
            return Collections.nCopies(KEYS.size(), "");
        }
        var deciders = ground.decidingAuthority();
        return List.of(
                f.name("reference.use", ground.use()),
                ground.citationLv(),
                ground.citationEn(),
                ground.textLv(),
                ground.textEn(),
                norm(ground),
                deciders == null
                        ? f.t("law.ground.anybody")
                        : List.of(deciders.split(",", -1)).stream()
                                .map(code -> institution(f, code))
                                .collect(Collectors.joining(", ")),
                ground.sisBasis() == null ? f.t("law.ground.no-alert") : sisBasis(f, ground.sisBasis()),
                !ground.use().equals(Ground.BAN)
                        ? f.t("law.ground.not-for-this")
                        : ground.banLimit() == null ? f.t("law.ground.by-kind") : limit(f, ground.banLimit(), day));
    }

    private static String norm(Ground ground) {
        return Stream.of(ground.section(), ground.paragraph(), ground.clause())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" / ", ground.law() + ", ", ""));
    }

    private String limit(Frame f, String code, LocalDate day) {
        return law.parameters().find(code, day).map(row -> limit(f, row)).orElse(code);
    }

    private static String limit(Frame f, LegalParameter row) {
        return row.said().in(f.language()) + " – " + f.t("law.amount." + row.unit(), row.shown());
    }

    private static String sisBasis(Frame f, String basis) {
        return f.t("law.sis-basis." + basis.replaceAll("[()/]", ""));
    }

    /** Kinds of acts that grounds serve. */
    List<Option> uses(Frame f) {
        return law.bases().all().stream()
                .map(LegalBasis::use)
                .distinct()
                .map(use -> new Option(use, f.name("reference.use", use)))
                .toList();
    }

    List<Option> sisBases(Frame f) {
        return Ground.SIS_BASES.stream()
                .map(basis -> new Option(basis, sisBasis(f, basis)))
                .toList();
    }

    /** Limits of bans that a ground may name. */
    List<Option> limits(Frame f) {
        return law.parameters().all().stream()
                .filter(row -> row.code().matches(LIMIT) && row.unit().equals("years") && row.isInForce(f.today()))
                .map(row -> new Option(row.code(), limit(f, row)))
                .toList();
    }

    /** Who may be named as deciding. */
    List<Option> institutions(Frame f) {
        return units.institutions(f.today()).stream()
                .filter(one -> DECIDING.contains(one.kind()))
                .map(one -> new Option(one.code(), one.title(f.language())))
                .toList();
    }

    /** Grounds in force, to be changed or ended. */
    List<Option> inForce(Frame f) {
        return law.bases().all().stream()
                .filter(row -> row.isInForce(f.today()))
                .map(row -> new Option(
                        row.code(),
                        "%s: %s – %s"
                                .formatted(
                                        f.name("reference.use", row.use()),
                                        row.citation(f.language()),
                                        row.text(f.language()))))
                .toList();
    }
}
