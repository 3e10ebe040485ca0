/** The questionnaire for a travel document (Reg. 454, Annex 2): what the foreigner tells beyond what the register knows, version by version. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "reference", "person", "returns", "decision"})
package lv.vmis.register.questionnaire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
