package lv.vmis.register.sis;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Some thousands of the courses of which {@code ./register prove alerts} lives a hundred thousand. */
class AlertsPropertyTest {

    @Property(tries = 4_000)
    void each_ban_has_one_interval_and_each_person_the_right_alert_whatever_happens(@ForAll long seed) {
        var tally = new AlertCourses.Tally();

        AlertCourses.live(seed, tally);

        assertThat(tally.steps).isPositive();
    }
}
