package lv.vmis.register.check;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Gathering;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** May this person enter? Screen and API ask here, so they get the same verdict; the answer leaves after its journal entry. */
@Component
public class Check implements DisposableBean {

    /** Name of the look in the journal. */
    static final String OPERATION = "check";

    /** As many groups as are worth while: one writes while the other waits for the disk. */
    private static final int GROUPS = 2;

    private static final int MOST = 64;

    private final CheckIndex index;
    private final PastPersons past;
    private final ClearedHits cleared;
    private final Thresholds thresholds;
    private final Looks looks;
    private final Clock clock;
    private final Gathering<Question, CheckAnswer> gathering = new Gathering<>("checks", GROUPS, MOST, this::together);

    Check(CheckIndex index, PastPersons past, ClearedHits cleared, Thresholds thresholds, Looks looks, Clock clock) {
        this.index = index;
        this.past = past;
        this.cleared = cleared;
        this.thresholds = thresholds;
        this.looks = looks;
        this.clock = clock;
    }

    /**
     * Who is asked about.
     *
     * @param asOf the past moment whose knowledge is asked for; none: now
     */
    public record Asking(Traveller who, @Nullable Instant asOf) {}

    private record Question(Traveller asked, @Nullable Instant asOf, Purpose purpose, Actor by) {

        LocalDate day(LocalDate today) {
            return asOf == null ? today : PastPersons.dayOf(asOf);
        }

        Map<String, String> searchData() {
            if (asOf == null) {
                return asked.searchData();
            }
            var data = new LinkedHashMap<>(asked.searchData());
            data.put(Receipt.AS_OF, asOf.toString());
            return data;
        }
    }

    /** Checks together with whoever else asks at the time: a commit waits for the disk, and one can stand for many. */
    CheckAnswer gathered(Traveller asked, Purpose purpose, Actor by) {
        return gathering.ask(new Question(asked, null, purpose, by));
    }

    /** Checks many at once: each has its journal entry, and no answer leaves before all of them are durable. */
    List<CheckAnswer> run(List<Traveller> asked, Purpose purpose, Actor by) {
        return all(asked.stream().map(one -> new Asking(one, null)).toList(), purpose, by);
    }

    /** As {@link #run(List, Purpose, Actor)}, some of them as of a past moment. */
    public List<CheckAnswer> all(List<Asking> asked, Purpose purpose, Actor by) {
        return run(asked.stream()
                .map(one -> new Question(one.who(), one.asOf(), purpose, by))
                .toList());
    }

    @Override
    public void destroy() {
        gathering.close();
    }

    /** Each entry names its own actor; to the row security of the database the first stands for all. */
    private List<CheckAnswer> together(List<Question> group) {
        try {
            return Acting.as(group.getFirst().by(), () -> run(group));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException("a check throws nothing checked", impossible);
        }
    }

    public CheckAnswer run(Traveller asked, Purpose purpose, Actor by) {
        return run(List.of(asked), purpose, by).getFirst();
    }

    private List<CheckAnswer> run(List<Question> questions) {
        var day = LocalDate.now(clock);
        var looked = looks.searchingAll(
                questions,
                asked -> judge(asked, day),
                (question, judged) -> new Looks.Look(
                        question.by(),
                        OPERATION,
                        question.purpose(),
                        question.searchData(),
                        judged.persons(),
                        told(question.asked(), judged)));
        var now = clock.instant();
        return IntStream.range(0, questions.size())
                .mapToObj(i -> answer(questions.get(i), looked.get(i), day, now))
                .toList();
    }

    private static CheckAnswer answer(Question question, Looks.Looked<Judged> looked, LocalDate today, Instant now) {
        var judged = looked.value().judgement();
        return new CheckAnswer(
                question.asked(),
                judged.verdict(),
                judged.identified(),
                judged.candidates(),
                looked.value().cleared(),
                question.day(today),
                now,
                question.asOf(),
                looked.entry());
    }

    /** What is answered today, for an action that records it together with whom it is about. */
    public Judgement today(Traveller asked, Purpose purpose) {
        var day = LocalDate.now(clock);
        var percent = thresholds.percent(purpose, day);
        var found = index.find(List.of(new CheckIndex.Asked(asked, Thresholds.bits(percent))));
        return judge(new Question(asked, null, purpose, Acting.now().orElseThrow()), found.getFirst(), percent, day)
                .judgement();
    }

    /**
     * The judgement.
     *
     * @param cleared those whom it left out because an inspector has told them apart
     * @param percent from how likely on whoever is like the traveller was weighed
     */
    private record Judged(Judgement judgement, List<ClearedHit> cleared, int percent) {

        List<PersonId> persons() {
            return Stream.of(
                            judgement.identified().stream().map(Known::person),
                            judgement.candidates().stream().map(Known::person),
                            cleared.stream().map(ClearedHit::person))
                    .flatMap(each -> each)
                    .distinct()
                    .toList();
        }
    }

    private List<Judged> judge(List<Question> questions, LocalDate today) {
        var percents = questions.stream()
                .map(question -> thresholds.percent(question.purpose(), question.day(today)))
                .toList();
        var found = index.find(IntStream.range(0, questions.size())
                .mapToObj(i -> new CheckIndex.Asked(questions.get(i).asked(), Thresholds.bits(percents.get(i))))
                .toList());
        return IntStream.range(0, questions.size())
                .mapToObj(i -> judge(questions.get(i), found.get(i), percents.get(i), today))
                .toList();
    }

    private Judged judge(Question question, Judgement.Found today, int percent, LocalDate on) {
        var asked = question.asked();
        var day = question.day(on);
        var asOf = question.asOf();
        var found = asOf == null ? today : past.known(today, asked, asOf);
        var judged = Judgement.of(asked, found, day);
        var bearer = Bearer.of(asked);
        if (judged.candidates().isEmpty() || bearer.isEmpty()) {
            return new Judged(judged, List.of(), percent);
        }
        var candidates = judged.candidates().stream().map(Known::person).toList();
        var hits = asOf == null ? cleared.of(bearer.get(), candidates) : cleared.then(bearer.get(), candidates, asOf);
        return hits.isEmpty()
                ? new Judged(judged, hits, percent)
                : new Judged(
                        Judgement.of(
                                asked,
                                found,
                                hits.stream().map(ClearedHit::person).collect(Collectors.toSet()),
                                day),
                        hits,
                        percent);
    }

    /** What the journal keeps of the answer, enough to print it again, and by what names were compared. */
    private Map<String, ?> told(Traveller asked, Judged judged) {
        var verdict = judged.judgement().verdict();
        var told = new LinkedHashMap<String, Object>();
        told.put("verdict", verdict.kind());
        told.put("reasons", verdict.why());
        told.put("bans", verdict.known());
        if (!judged.cleared().isEmpty()) {
            told.put("cleared", judged.cleared().stream().map(ClearedHit::id).toList());
        }
        if (asked.familyName() != null) {
            told.put("weights", index.weights());
            told.put("likelyFrom", judged.percent());
        }
        return told;
    }
}
