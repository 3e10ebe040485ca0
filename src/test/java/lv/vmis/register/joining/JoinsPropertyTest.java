package lv.vmis.register.joining;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever is joined and parted, in any order and at any depth, leaves each record as if it had never been joined. */
class JoinsPropertyTest {

    @Property(tries = 70, shrinking = ShrinkingMode.BOUNDED)
    void parting_leaves_every_record_as_if_it_had_never_been_joined(@ForAll("sequences") List<Joins.Step> steps) {
        new Joins().live(steps);
    }

    @Provide
    Arbitrary<List<Joins.Step>> sequences() {
        return Joins.sequences();
    }
}
