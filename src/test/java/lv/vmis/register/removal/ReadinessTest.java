package lv.vmis.register.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.safeguard.Assessed;
import lv.vmis.register.safeguard.Assessed.Standing;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a removal is: worked examples, and random courses beside a model that lives through them step by step. */
class ReadinessTest {

    /** Noon in Riga. */
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    // RemovalSteps are written as KIND, KIND=outcome, SCHEDULED+hours from now, POSTPONED>days from now; an hour lies
    // between
    // two of them.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            served          | clear    |                                                              | NO_DOCUMENT NOT_SCHEDULED NO_MEDICAL_CHECK
            not served      | clear    |                                                              | NOT_SERVED NO_DOCUMENT NOT_SCHEDULED NO_MEDICAL_CHECK
            served document | clear    |                                                              | NOT_SCHEDULED NO_MEDICAL_CHECK
            served document | none     | MEDICAL_CHECK=FIT                                            | NOT_ASSESSED NOT_SCHEDULED
            served document | prevents | MEDICAL_CHECK=FIT                                            | PREVENTED NOT_SCHEDULED
            served document | old      | MEDICAL_CHECK=FIT SCHEDULED+24 NOTIFIED                      | NOT_ASSESSED
            served document | clear    | MEDICAL_CHECK=FIT SCHEDULED+24                               | NOT_NOTIFIED
            served document | clear    | MEDICAL_CHECK=FIT SCHEDULED+24 NOTIFIED                      | –
            served document | clear    | SCHEDULED+24 NOTIFIED MEDICAL_CHECK=UNFIT                    | UNFIT
            served document | clear    | MEDICAL_CHECK=UNFIT MEDICAL_CHECK=FIT SCHEDULED+24 NOTIFIED  | –
            served document | clear    | MEDICAL_CHECK=FIT SCHEDULED+24 NOTIFIED SCHEDULED+48         | NOT_NOTIFIED
            served document | clear    | MEDICAL_CHECK=FIT SCHEDULED-1 NOTIFIED                       | UNREPORTED
            served document | clear    | MEDICAL_CHECK=FIT SCHEDULED+24 NOTIFIED FAILED               | NOT_SCHEDULED NO_MEDICAL_CHECK
            served document | clear    | MEDICAL_CHECK=FIT SCHEDULED+24 NOTIFIED POSTPONED            | POSTPONED NO_MEDICAL_CHECK
            served document | clear    | POSTPONED>0 MEDICAL_CHECK=FIT                                | POSTPONED
            served document | clear    | POSTPONED>-1 MEDICAL_CHECK=FIT                               | NOT_SCHEDULED
            served document | clear    | POSTPONED>5 SCHEDULED+200 MEDICAL_CHECK=FIT NOTIFIED         | –
            served          | clear    | DOCUMENT_REQUESTED MEDICAL_CHECK=FIT SCHEDULED+24 NOTIFIED   | DOCUMENT_AWAITED
            served          | clear    | DOCUMENT_REQUESTED DOCUMENT_ANSWERED=REFUSED                 | DOCUMENT_REFUSED NOT_SCHEDULED NO_MEDICAL_CHECK
            served          | clear    | DOCUMENT_REQUESTED DOCUMENT_ANSWERED=REFUSED DOCUMENT_REQUESTED | DOCUMENT_AWAITED NOT_SCHEDULED NO_MEDICAL_CHECK
            served          | clear    | DOCUMENT_REQUESTED DOCUMENT_ANSWERED=ISSUED                  | NOT_SCHEDULED NO_MEDICAL_CHECK
            served document | clear    | READMISSION_REQUESTED                                        | READMISSION_AWAITED NOT_SCHEDULED NO_MEDICAL_CHECK
            served document | clear    | READMISSION_REQUESTED READMISSION_ANSWERED=REFUSED           | READMISSION_REFUSED NOT_SCHEDULED NO_MEDICAL_CHECK
            served document | clear    | READMISSION_REQUESTED READMISSION_ANSWERED=AGREED            | NOT_SCHEDULED NO_MEDICAL_CHECK
            served document missing | clear  | MEDICAL_CHECK=FIT SCHEDULED+24 NOTIFIED                 | MISSING
            served document suspended | clear | MEDICAL_CHECK=FIT SCHEDULED+24 NOTIFIED               | SUSPENDED
            served document nowhere | clear | MEDICAL_CHECK=FIT SCHEDULED+24 NOTIFIED                 | NO_STATE
            served document permit | clear | MEDICAL_CHECK=FIT SCHEDULED+24 NOTIFIED                  | MAY_STAY
            served document prison | clear | MEDICAL_CHECK=FIT SCHEDULED+24 NOTIFIED                  | IN_PRISON
            served document prison released | clear | MEDICAL_CHECK=FIT SCHEDULED+24 NOTIFIED         | –
            served document prison released | clear | MEDICAL_CHECK=FIT                               | IN_PRISON NOT_SCHEDULED
            """)
    void what_blocks_a_removal(String decision, String safeguards, @Nullable String done, String blocks) {
        var facts = new Readiness.Facts(
                decision.contains("missing"),
                decision.contains("permit"),
                decision.contains("prison")
                        ? LocalDate.ofInstant(NOW, RegisterClock.RIGA).plusDays(decision.contains("released") ? 1 : 2)
                        : null,
                !decision.contains("not served"),
                !decision.contains("nowhere"),
                decision.contains("suspended"),
                decision.contains("document"),
                List.of(
                        switch (safeguards) {
                            case "clear" -> assessed(Standing.CLEAR);
                            case "old" -> assessed(Standing.OUTDATED);
                            case "prevents" -> assessed(Standing.PREVENTS);
                            default -> assessed(Standing.UNANSWERED);
                        }),
                steps(done == null ? List.of() : Arrays.asList(done.split(" +", -1))));
        var expected = EnumSet.noneOf(Block.class);
        Arrays.stream(blocks.split(" ", -1))
                .filter(name -> !name.equals("–"))
                .map(Block::valueOf)
                .forEach(expected::add);
        assertThat(Readiness.of(facts, NOW).blocks()).isEqualTo(expected);
    }

    @Property(tries = 5_000)
    void it_is_as_far_as_one_who_lives_through_it_would_say(
            @ForAll("courses") List<String> course,
            @ForAll boolean missing,
            @ForAll boolean served,
            @ForAll boolean document) {
        var steps = steps(course);
        var facts = new Readiness.Facts(
                missing, false, null, served, true, false, document, List.of(assessed(Standing.CLEAR)), steps);
        var model = new Model(missing, served, document);
        steps.forEach(model::live);
        var readiness = Readiness.of(facts, NOW);
        assertThat(readiness.blocks()).isEqualTo(model.blocks());
        assertThat(readiness.startsAt()).isEqualTo(model.start);
    }

    @Provide
    Arbitrary<List<String>> courses() {
        return Arbitraries.of(
                        "DOCUMENT_REQUESTED",
                        "DOCUMENT_ANSWERED=REFUSED",
                        "DOCUMENT_ANSWERED=ISSUED",
                        "READMISSION_REQUESTED",
                        "READMISSION_ANSWERED=REFUSED",
                        "READMISSION_ANSWERED=AGREED",
                        "MEDICAL_CHECK=FIT",
                        "MEDICAL_CHECK=FIT_WITH_CARE",
                        "MEDICAL_CHECK=UNFIT",
                        "SCHEDULED+24",
                        "SCHEDULED-1",
                        "NOTIFIED",
                        "ALLOWANCE_PAID",
                        "TRANSPORT_BOOKED",
                        "COST=ESCORT",
                        "POSTPONED",
                        "POSTPONED>3",
                        "POSTPONED>-3",
                        "FAILED")
                .list()
                .ofMaxSize(14);
    }

    /** Lives through a removal from its first step on, as an official with a pencil would. */
    private static final class Model {
        private final boolean missing;
        private final boolean served;
        private boolean document;
        private boolean documentAsked;
        private boolean documentRefused;
        private boolean readmissionAsked;
        private @Nullable Boolean agreed;
        private @Nullable Boolean fit;
        private @Nullable Instant start;
        private boolean told;
        private boolean postponed;
        private @Nullable LocalDate until;

        Model(boolean missing, boolean served, boolean document) {
            this.missing = missing;
            this.served = served;
            this.document = document;
        }

        void live(RemovalStep step) {
            switch (step.kind()) {
                case DOCUMENT_REQUESTED -> {
                    documentAsked = true;
                    documentRefused = false;
                }
                case DOCUMENT_ANSWERED -> {
                    document |= "ISSUED".equals(step.outcome());
                    documentRefused = documentAsked;
                }
                case READMISSION_REQUESTED -> {
                    readmissionAsked = true;
                    agreed = null;
                }
                case READMISSION_ANSWERED -> {
                    if (readmissionAsked) {
                        agreed = "AGREED".equals(step.outcome());
                    }
                }
                case MEDICAL_CHECK -> fit = !"UNFIT".equals(step.outcome());
                case SCHEDULED -> {
                    start = step.startsAt();
                    told = false;
                    postponed = false;
                }
                case NOTIFIED -> told = true;
                case ALLOWANCE_PAID, TRANSPORT_BOOKED, ESCORT_NAMED, MONITORED, COST -> {}
                case POSTPONED -> {
                    end();
                    postponed = true;
                    until = step.untilOn();
                }
                case FAILED -> {
                    end();
                    postponed = false;
                }
            }
        }

        private void end() {
            start = null;
            told = false;
            fit = null;
        }

        Set<Block> blocks() {
            var blocks = EnumSet.noneOf(Block.class);
            var today = LocalDate.ofInstant(NOW, RegisterClock.RIGA);
            add(blocks, missing, Block.MISSING);
            add(blocks, !served, Block.NOT_SERVED);
            add(blocks, !document && !documentAsked, Block.NO_DOCUMENT);
            add(blocks, !document && documentAsked && !documentRefused, Block.DOCUMENT_AWAITED);
            add(blocks, !document && documentRefused, Block.DOCUMENT_REFUSED);
            add(blocks, readmissionAsked && agreed == null, Block.READMISSION_AWAITED);
            add(blocks, Boolean.FALSE.equals(agreed), Block.READMISSION_REFUSED);
            add(blocks, fit == null, Block.NO_MEDICAL_CHECK);
            add(blocks, Boolean.FALSE.equals(fit), Block.UNFIT);
            if (start == null) {
                var still = postponed && (until == null || until.compareTo(today) >= 0);
                blocks.add(still ? Block.POSTPONED : Block.NOT_SCHEDULED);
            } else {
                add(blocks, !told, Block.NOT_NOTIFIED);
                add(blocks, start.compareTo(NOW) < 0, Block.UNREPORTED);
            }
            return blocks;
        }

        private static void add(Set<Block> blocks, boolean stands, Block block) {
            if (stands) {
                blocks.add(block);
            }
        }
    }

    private static Assessed assessed(Standing standing) {
        return new Assessed("HEALTH", standing, LocalDate.of(2026, 11, 20), null, null);
    }

    /** An hour apart, the last an hour before now. */
    private static List<RemovalStep> steps(List<String> written) {
        var steps = new ArrayList<RemovalStep>();
        for (var i = 0; i < written.size(); i++) {
            var at = NOW.minus(Duration.ofHours(written.size() - i));
            steps.add(step(i + 1, written.get(i), at, Readiness.scheduled(steps)));
        }
        return steps;
    }

    private static RemovalStep step(int place, String written, Instant at, @Nullable RemovalStep set) {
        var parts = written.split("(?=[=+>])|(?=-\\d)", 2);
        var kind = StepKind.valueOf(parts[0]);
        var rest = parts.length > 1 ? parts[1] : "";
        return new RemovalStep(
                new UUID(0, 1),
                place,
                kind,
                at,
                rest.startsWith("=") ? rest.substring(1) : null,
                null,
                null,
                switch (kind) {
                    case SCHEDULED -> NOW.plus(Duration.ofHours(Integer.parseInt(rest)));
                    // A notice tells the start that was set.
                    case NOTIFIED -> set == null ? null : set.startsAt();
                    default -> null;
                },
                null,
                kind == StepKind.SCHEDULED ? 0 : null,
                null,
                rest.startsWith(">")
                        ? LocalDate.ofInstant(NOW, RegisterClock.RIGA).plusDays(Integer.parseInt(rest.substring(1)))
                        : null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "VRS_RIGA_IMIGRACIJA",
                "I. Ozoliņa",
                at,
                "VRS",
                null,
                null,
                null);
    }
}
