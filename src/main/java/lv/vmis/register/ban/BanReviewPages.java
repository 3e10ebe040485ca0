package lv.vmis.register.ban;

import gg.jte.models.runtime.JteModel;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.person.Persons;
import lv.vmis.register.reference.Choices;
import lv.vmis.register.reference.Names;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Long bans to be reviewed, and the review of one (P6). */
@RestController
class BanReviewPages {

    private static final int MOST = 200;

    /** How long before its day a review is in the list. */
    private static final int MONTHS_AHEAD = 3;

    record Opened(PersonBar bar, ReviewRow row) {}

    private final BanReviews reviews;
    private final ReviewBan review;
    private final Persons persons;
    private final Choices choices;
    private final Names names;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final Templates html;
    private final TransactionTemplate transaction;

    BanReviewPages(
            BanReviews reviews,
            ReviewBan review,
            Persons persons,
            Choices choices,
            Names names,
            Purposes purposes,
            Looks looks,
            Once once,
            Templates html,
            PlatformTransactionManager transactions) {
        this.reviews = reviews;
        this.review = review;
        this.persons = persons;
        this.choices = choices;
        this.names = names;
        this.purposes = purposes;
        this.looks = looks;
        this.once = once;
        this.html = html;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/bans/reviews")
    JteModel list(Frame f, Actor by) {
        var rows = looks.at(
                by,
                "ban.reviews",
                Purpose.TASK_LIST,
                () -> reviews.due(by.institution(), f.today(), f.today().plusMonths(MONTHS_AHEAD), MOST),
                found -> found.stream().map(ReviewRow::personId).distinct().toList());
        return html.banReviews(f, names, rows);
    }

    @Allow(Right.PREPARE_DECISION)
    @GetMapping("/bans/{id}/review")
    JteModel form(Frame f, Actor by, @PathVariable UUID id) {
        var opened = open(f, by, id);
        return page(f, opened, new ReviewForm(Ids.next(), f.day(opened.row().dueOn()), null, null), Mistakes.NONE);
    }

    @Allow(Right.PREPARE_DECISION)
    @PostMapping("/bans/{id}/review")
    ResponseEntity<JteModel> review(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute ReviewForm form) {
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(id, f.today()).then(input -> review.run(input, by)),
                decision -> ReviewResult.CHANGE.name().equals(form.result())
                        ? "/decisions/" + decision + "/follow-up?ban=" + id
                        : "/bans/reviews");
        return Answers.to(outcome, mistakes -> page(f, open(f, by, id), form, mistakes));
    }

    private JteModel page(Frame f, Opened opened, ReviewForm form, Mistakes mistakes) {
        return html.banReview(f, names, opened.bar(), opened.row(), form, choices.of("ban_review", f), mistakes);
    }

    private Opened open(Frame f, Actor by, UUID ban) {
        var seen = Objects.requireNonNull(transaction.execute(_ -> reviews.find(ban, f.today())))
                .orElseThrow(NotFound::new);
        return looks.at(
                by,
                "ban.review",
                purposes.at(by, seen.personId()),
                seen.personId(),
                () -> new Opened(
                        persons.bar(seen.personId()).orElseThrow(NotFound::new),
                        reviews.find(ban, f.today()).orElseThrow(NotFound::new)));
    }
}
