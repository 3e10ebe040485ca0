package lv.vmis.register.following;

/** What can be told of somebody who is followed. */
public enum EventType {
    BAN_SET("ban.set"),
    BAN_CHANGED("ban.changed"),
    BAN_ENDED("ban.ended"),
    DEPARTURE_CONFIRMED("departure.confirmed");

    private final String name;

    EventType(String name) {
        this.name = name;
    }

    /** As it stands in the event: "lv.vmis.register.ban.set". */
    String inEvent() {
        return "lv.vmis.register." + name;
    }
}
