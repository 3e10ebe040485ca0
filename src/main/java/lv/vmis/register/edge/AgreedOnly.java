package lv.vmis.register.edge;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ser.FilterProvider;
import tools.jackson.databind.ser.PropertyWriter;
import tools.jackson.databind.ser.std.SimpleBeanPropertyFilter;
import tools.jackson.databind.ser.std.SimpleFilterProvider;

/** Writes of what an institution is told what needs no agreement, and what its agreement names ({@link Agreed}). */
public final class AgreedOnly extends SimpleBeanPropertyFilter {

    private final Set<Attribute> attributes;

    private AgreedOnly(Set<Attribute> attributes) {
        this.attributes = attributes;
    }

    public static FilterProvider of(Set<Attribute> attributes) {
        return new SimpleFilterProvider().addFilter(Agreed.ONLY, new AgreedOnly(attributes));
    }

    @Override
    protected boolean include(PropertyWriter member) {
        var needs = (@Nullable Agreed) member.getAnnotation(Agreed.class);
        return needs == null || Arrays.stream(needs.value()).anyMatch(attributes::contains);
    }
}
