/** Long work for takings-over of old registers: how far it is, going on where it stopped, and stopping it. */
@NullMarked
package lv.vmis.register.legacy.job;

import org.jspecify.annotations.NullMarked;
