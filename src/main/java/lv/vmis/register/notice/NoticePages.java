package lv.vmis.register.notice;

import gg.jte.models.runtime.JteModel;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Option;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.followup.FollowUps;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.FoundPersons;
import lv.vmis.register.person.LikelyPersons;
import lv.vmis.register.reference.Choices;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.LegalBases;
import lv.vmis.register.reference.Names;
import lv.vmis.register.reference.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Notices received: the list of those that wait, registering one, and entering what it says. */
@RestController
class NoticePages {

    private static final int PAGE = 50;

    private final Notices notices;
    private final RegisterNotice register;
    private final SettleNotice settle;
    private final EnterNoticedBan enterBan;
    private final EnterNoticedChange enterChange;
    private final LikelyPersons likely;
    private final Decisions decisions;
    private final FollowUps followUps;
    private final Units units;
    private final LegalBases bases;
    private final Countries countries;
    private final Codes codes;
    private final Choices choices;
    private final Names names;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final Templates html;
    private final TransactionTemplate transaction;

    NoticePages(
            Notices notices,
            RegisterNotice register,
            SettleNotice settle,
            EnterNoticedBan enterBan,
            EnterNoticedChange enterChange,
            LikelyPersons likely,
            Decisions decisions,
            FollowUps followUps,
            Units units,
            LegalBases bases,
            Countries countries,
            Codes codes,
            Choices choices,
            Names names,
            Purposes purposes,
            Looks looks,
            Once once,
            Templates html,
            PlatformTransactionManager transactions) {
        this.notices = notices;
        this.register = register;
        this.settle = settle;
        this.enterBan = enterBan;
        this.enterChange = enterChange;
        this.likely = likely;
        this.decisions = decisions;
        this.followUps = followUps;
        this.units = units;
        this.bases = bases;
        this.countries = countries;
        this.codes = codes;
        this.choices = choices;
        this.names = names;
        this.purposes = purposes;
        this.looks = looks;
        this.once = once;
        this.html = html;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Allow(Right.ENTER_NOTICE)
    @GetMapping("/notices")
    JteModel list(
            Frame f,
            Actor by,
            @RequestParam(defaultValue = "waiting") String state,
            @RequestParam(required = false) @Nullable UUID after) {
        var isWaiting = !state.equals("entered");
        var lines = looks.at(
                by,
                "notice.list",
                Purpose.TASK_LIST,
                () -> notices.list(isWaiting, after, PAGE + 1).stream()
                        .map(this::line)
                        .toList(),
                found -> found.stream()
                        .limit(PAGE)
                        .map(line -> line.notice().personId())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        var more = lines.size() > PAGE;
        return html.noticeList(f, names, more ? lines.subList(0, PAGE) : lines, more, isWaiting);
    }

    @Allow(Right.ENTER_NOTICE)
    @GetMapping("/notices/new")
    JteModel form(Frame f) {
        var form = new NoticeForm(Ids.next(), NoticeKind.BAN.name(), null, null, f.day(f.today()), null, null);
        return form(f, form, Mistakes.NONE);
    }

    @Allow(Right.ENTER_NOTICE)
    @PostMapping("/notices/new")
    ResponseEntity<JteModel> register(Frame f, Actor by, @ModelAttribute NoticeForm form) {
        var outcome = once.run(
                form.key(),
                by,
                form.toString(),
                () -> form.parse(f.today()).then(input -> register.run(input, by)),
                id -> "/notices/" + id);
        return Answers.to(outcome, mistakes -> form(f, form, mistakes));
    }

    private JteModel form(Frame f, NoticeForm form, Mistakes mistakes) {
        var kinds = Arrays.stream(NoticeKind.values())
                .map(kind -> new Option(kind.name(), names.of(f, "notice_kind", kind.name())))
                .toList();
        // Those who decide send notices of every kind, and all of them may be chosen before the kind is.
        var senders = Senders.of(NoticeKind.INFORMATION, units, f.today()).stream()
                .map(sender -> new Option(sender.code(), sender.title(f.language())))
                .toList();
        return html.noticeForm(f, form, kinds, senders, mistakes);
    }

    @Allow(Right.ENTER_NOTICE)
    @GetMapping("/notices/{id}")
    JteModel show(Frame f, Actor by, @PathVariable UUID id) {
        return html.noticeShow(f, names, open(by, id), Ids.next(), null, Mistakes.NONE);
    }

    @Allow(Right.ENTER_NOTICE)
    @PostMapping("/notices/{id}")
    ResponseEntity<JteModel> settle(
            Frame f,
            Actor by,
            @PathVariable UUID id,
            @RequestParam UUID key,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String answer) {
        var outcome = once.run(
                key,
                by,
                id + " " + version + " " + answer,
                () -> {
                    var in = new Parse(f.today());
                    var said = in.text("answer", answer, 2_000);
                    return in.into(() -> new SettleNotice.Input(id, version, said.get()))
                            .then(input -> settle.run(input, by));
                },
                _ -> "/notices/" + id);
        return Answers.to(outcome, mistakes -> html.noticeShow(f, names, open(by, id), Ids.next(), answer, mistakes));
    }

    @Allow(Right.ENTER_NOTICE)
    @GetMapping("/notices/{id}/ban")
    JteModel ban(Frame f, Actor by, @PathVariable UUID id) {
        var line = waiting(by, id, NoticeKind.BAN);
        return ban(f, line, NoticedBanForm.of(Ids.next(), line.notice()), FoundPersons.NOBODY, Mistakes.NONE);
    }

    @Allow(Right.ENTER_NOTICE)
    @PostMapping("/notices/{id}/ban")
    ResponseEntity<JteModel> enterBan(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute NoticedBanForm form) {
        var parsed = form.parse(id, countries, codes, f.today());
        var outcome = once.run(
                form.key(), by, id + form.toString(), () -> parsed.then(input -> enter(input, by)), decision -> {
                    purposes.state(
                            by,
                            entering(id),
                            decisions.find(decision).orElseThrow().personId());
                    return "/decisions/" + decision;
                });
        return Answers.to(outcome, mistakes -> {
            var asked = mistakes.all().stream().anyMatch(one -> one.code() == NoticeRefusal.PERSON_LIKELY_KNOWN);
            var meant = asked && parsed instanceof Outcome.Done<EnterNoticedBan.Input>(var input)
                    ? likelyMeant(input, by)
                    : FoundPersons.NOBODY;
            return ban(f, open(by, id), form, meant, mistakes);
        });
    }

    /** Of what is entered from the notice. */
    private Purpose entering(UUID notice) {
        return new Purpose("DECISION", null, found(notice).reference());
    }

    /** A second record of one person is hard to mend, so an official who enters somebody new is asked first. */
    private Outcome<UUID> enter(EnterNoticedBan.Input input, Actor by) {
        var somebody = input.newPerson();
        return somebody != null
                        && !input.distinctFrom().containsAll(likely.of(somebody).numbers())
                ? Outcome.refused(NoticeRefusal.PERSON_LIKELY_KNOWN)
                : enterBan.run(input, by);
    }

    private FoundPersons likelyMeant(EnterNoticedBan.Input input, Actor by) {
        return looks.at(
                by,
                "notice.likely",
                Purpose.TASK_LIST,
                () -> likely.of(Objects.requireNonNull(input.newPerson())),
                FoundPersons::ids);
    }

    private JteModel ban(Frame f, NoticeLine line, NoticedBanForm form, FoundPersons meant, Mistakes mistakes) {
        var sender = line.notice().sender();
        var usable = bases.inForce("ban", f.today(), sender).stream()
                .map(basis -> new Option(basis.code(), basis.citation(f.language()) + " – " + basis.text(f.language())))
                .toList();
        return html.noticeBan(
                f, names, line, form, meant, usable, choices.of("sex", f), choices.countries(f), mistakes);
    }

    @Allow(Right.ENTER_NOTICE)
    @GetMapping("/notices/{id}/change")
    JteModel change(Frame f, Actor by, @PathVariable UUID id) {
        var line = waiting(by, id, NoticeKind.CHANGE);
        return change(f, line, NoticedChangeForm.of(Ids.next(), line.notice()), Mistakes.NONE);
    }

    @Allow(Right.ENTER_NOTICE)
    @PostMapping("/notices/{id}/change")
    ResponseEntity<JteModel> enterChange(
            Frame f, Actor by, @PathVariable UUID id, @ModelAttribute NoticedChangeForm form) {
        var sender = found(id).sender();
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> {
                    var decision = decisions.noticed(
                            sender, String.valueOf(form.decision()).strip());
                    return form.parse(
                                    id,
                                    decision.orElse(null),
                                    decision.map(followUps::targets).orElse(List.of()),
                                    f.today())
                            .then(input -> enterChange.run(input, by));
                },
                change -> {
                    purposes.state(
                            by,
                            entering(id),
                            followUps.find(change).orElseThrow().personId());
                    return "/follow-ups/" + change;
                });
        return Answers.to(outcome, mistakes -> change(f, open(by, id), form, mistakes));
    }

    private JteModel change(Frame f, NoticeLine line, NoticedChangeForm form, Mistakes mistakes) {
        var kinds = choices.of("follow_up_kind", f).stream()
                .filter(kind -> !List.of("EXTEND", "AMEND").contains(kind.value()))
                .toList();
        return html.noticeChange(f, names, line, form, kinds, mistakes);
    }

    private NoticeLine waiting(Actor by, UUID id, NoticeKind kind) {
        var line = open(by, id);
        if (!line.notice().waits() || line.notice().kind() != kind) {
            throw new NotFound();
        }
        return line;
    }

    /** A notice waits for the office, so no case has to be named to see it. */
    private NoticeLine open(Actor by, UUID id) {
        return looks.at(
                by,
                "notice.show",
                Purpose.TASK_LIST,
                () -> line(notices.find(id).orElseThrow(NotFound::new)),
                line -> persons(line.notice()));
    }

    private static List<PersonId> persons(Notice notice) {
        return Optional.ofNullable(notice.personId()).stream().toList();
    }

    private NoticeLine line(Notice notice) {
        return new NoticeLine(
                notice, notices.term(notice).map(term -> term.until().day()).orElse(null));
    }

    private Notice found(UUID id) {
        return Objects.requireNonNull(transaction.execute(_ -> notices.find(id)))
                .orElseThrow(NotFound::new);
    }
}
