package lv.vmis.register.decision;

import lv.vmis.register.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One of those found together, as the page of their orders shows him.
 *
 * @param obstacle why no order is prepared for him; nothing when one can be
 * @param form what differs for him; nothing when no order can be prepared
 * @param order as his order would say it
 */
public record MemberToOrder(
        CaseToDecide found,
        @Nullable Refusal obstacle,
        FamilyOrdersForm.@Nullable Member form,
        @Nullable DecisionForm order) {}
