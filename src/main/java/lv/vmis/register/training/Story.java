package lv.vmis.register.training;

import java.util.List;

/** A generated history: one person, or people found together, and what officials did about them, in order of time. */
record Story(List<Invented> people, List<Step> steps) {

    Story {
        people = List.copyOf(people);
        steps = List.copyOf(steps);
    }
}
