package lv.vmis.register.matching;

import java.util.Arrays;

/** Tells of a row, by a glance at its words and traits, what its score cannot exceed. Used by one thread. */
final class Glance {

    private static final int PARTICLE = Role.PARTICLE.ordinal();

    private final Question question;
    private final Segment segment;
    private final LevelMap levelMap;
    private final StateRelations states;
    private final Weights weights;
    private final int asked;
    /** The words that are not particles: how many, and their bits in {@link LevelMap}. */
    private final int names;

    private final int nameBits;
    private final double[] dateWorth = new double[Born.Relation.values().length];
    private final double[] stateWorth = new double[States.Relation.values().length];
    private final double most;
    private final double mostOfTraits;
    private final double leastContradiction;
    private final double leastContradictionOfWoman;
    private final double addedWorth;
    private final double missingWorth;
    private final double joinedWorth;
    private final double alikeWorth;

    Glance(Question question, Segment segment, LevelMap levelMap, StateRelations states, Weights weights) {
        this.question = question;
        this.segment = segment;
        this.levelMap = levelMap;
        this.states = states;
        this.weights = weights;
        asked = question.words.size();
        int bits = 0;
        for (int i = 0; i < asked; i++) {
            bits |= question.roleNumbers[i] == PARTICLE ? 0 : 1 << i;
        }
        names = Integer.bitCount(bits);
        nameBits = LevelMap.bitsOf(bits);
        for (var relation : Born.Relation.values()) {
            dateWorth[relation.ordinal()] = worth(relation);
        }
        for (var relation : States.Relation.values()) {
            stateWorth[relation.ordinal()] = worth(relation);
        }
        double given = Math.max(
                weights.of(Feature.WORD_CONTRADICTED),
                weights.of(Feature.GIVEN_CONTRADICTED) + Math.max(0, weights.of(Feature.TWIN)));
        double surname = weights.of(Feature.SURNAME_CONTRADICTED);
        leastContradiction = Math.min(0, Math.max(given, surname));
        leastContradictionOfWoman =
                Math.min(0, Math.max(given, surname + weights.of(Feature.SURNAME_CONTRADICTED_WOMAN)));
        addedWorth = Math.min(0, weights.of(Feature.WORD_ADDED));
        missingWorth = Math.min(0, weights.of(Feature.WORD_MISSING));
        joinedWorth = Math.max(
                0, weights.of(Feature.JOINED) + Question.MOST * Math.max(0, weights.of(Feature.JOINED_RARITY)));
        alikeWorth = alikeWorth();
        levelMap.value(question.worth, question.worthAtHome);
        most = weights.of(Feature.PRIOR)
                + question.size * weights.of(Feature.SIZE)
                + Math.max(0, weights.of(Feature.COMPLETE))
                + Math.max(0, weights.of(Feature.SURNAME_MISSING))
                + Math.max(0, weights.of(Feature.GIVEN_MISSING));
        mostOfTraits = Arrays.stream(stateWorth).max().orElse(0) + Math.max(0, Math.max(sexWorth('M'), sexWorth('F')));
    }

    /** What two words that agree in part only are worth at best. */
    private double alikeWorth() {
        int longest = Arrays.stream(question.lengths).max().orElse(0);
        return Math.max(
                Math.max(0, weights.of(Feature.INITIAL)),
                Math.max(
                        weights.of(Feature.PREFIX)
                                + Math.max(
                                        Comparison.SHORTEST_BEGINNING * weights.of(Feature.PREFIX_LENGTH),
                                        longest * weights.of(Feature.PREFIX_LENGTH)),
                        Math.max(
                                weights.of(Feature.LIKE) + Math.max(0, weights.of(Feature.LIKE_DEGREE)),
                                weights.of(Feature.FAR)
                                        + Question.MOST * Math.max(0, weights.of(Feature.FAR_RARITY)))));
    }

    private double worth(States.Relation relation) {
        return switch (relation) {
            case MISSING -> 0;
            case SAME -> weights.of(Feature.STATE_AGREES) + question.stateRarity * weights.of(Feature.STATE_RARITY);
            case KIN -> weights.of(Feature.STATE_KIN);
            case DIFFERENT -> weights.of(Feature.STATE_DIFFERS);
        };
    }

    private double sexWorth(char sex) {
        if (sex == 'U' || (question.sex != 'M' && question.sex != 'F')) {
            return 0;
        }
        return weights.of(sex == question.sex ? Feature.SEX_AGREES : Feature.SEX_DIFFERS);
    }

    private double worth(Born.Relation relation) {
        return switch (relation) {
            case MISSING -> weights.of(Feature.DATE_MISSING);
            case EXACT ->
                weights.of(Feature.DATE_EXACT) + rarest(question.dateRarity) * weights.of(Feature.DATE_RARITY);
            case PART ->
                weights.of(Feature.DATE_PART) + rarest(question.yearRarity) * weights.of(Feature.DATE_PART_RARITY);
            case SWAPPED -> weights.of(Feature.DATE_SWAPPED);
            case DIGIT -> weights.of(Feature.DATE_DIGIT);
            case YEAR_NEAR -> weights.of(Feature.DATE_YEAR_NEAR);
            case OTHER_YEAR -> weights.of(Feature.DATE_OTHER_YEAR);
            case SAME_YEAR -> weights.of(Feature.DATE_SAME_YEAR);
            case DIFFERENT -> weights.of(Feature.DATE_DIFFERENT);
        };
    }

    private static double rarest(double[] rarities) {
        double most = 0;
        for (double rarity : rarities) {
            most = Math.max(most, rarity);
        }
        return most;
    }

    /** What a row reaches at best, its words and its date left out. */
    double mostOfTraits() {
        return most + mostOfTraits;
    }

    /** What words that share no key are worth at best, two joined to one left out. */
    double mostOfAlike() {
        return names * alikeWorth;
    }

    /** What a date of birth is worth, or any other of the same year, or none near, whichever it is. */
    double mostOfDate(int date) {
        var relation = question.nearDates.of(date);
        return switch (relation) {
            case OTHER_YEAR, DIFFERENT -> Math.max(worthOf(Born.Relation.OTHER_YEAR), worthOf(Born.Relation.DIFFERENT));
            case SAME_YEAR -> Math.max(worthOf(Born.Relation.SAME_YEAR), sameMonth());
            case PART -> Math.max(worthOf(Born.Relation.PART), worthOf(Born.Relation.SAME_YEAR));
            case MISSING, EXACT, SWAPPED, DIGIT, YEAR_NEAR -> worthOf(relation);
        };
    }

    /** Within the year of a date that is known in part, dates may agree with it. */
    private double sameMonth() {
        for (int date : question.nearDates.asked()) {
            if (!Born.isFull(date)) {
                return worthOf(Born.Relation.PART);
            }
        }
        return Double.NEGATIVE_INFINITY;
    }

    private double worthOf(Born.Relation relation) {
        return dateWorth[relation.ordinal()];
    }

    /** What a closer look at words that found no equal can add at best. */
    double closerWorth(int openAsked, int openKnown) {
        double joined = openAsked + openKnown > 2 ? joinedWorth : 0;
        return Math.max(joined, Math.min(openAsked, openKnown) * alikeWorth);
    }

    /** No row has more than this; found by a glance at its words and date. */
    double bound(int row, double threshold) {
        var relation = states.of(row);
        boolean home = relation == States.Relation.SAME;
        char sex = segment.sex(row);
        double bound = most + stateWorth[relation.ordinal()] + sexWorth(sex);
        int to = segment.wordTo(row);
        int all = 0;
        int openKnown = 0;
        for (int at = segment.wordFrom(row); at < to; at++) {
            int packed = segment.wordAt(at);
            int place = levelMap.place(Segment.word(packed));
            if (place < 0) {
                openKnown += Segment.roleNumber(packed) == PARTICLE ? 0 : 1;
                continue;
            }
            all |= levelMap.at(place);
            bound += levelMap.best(place, home);
        }
        bound += dateWorth[question.nearDates.of(segment.date(row)).ordinal()];
        int openAsked = names - LevelMap.words(all & nameBits);
        int pairs = Math.min(openAsked, openKnown);
        boolean isWoman = question.sex == 'F' || (question.sex != 'M' && sex == 'F');
        double contradicted = bound
                + pairs * (isWoman ? leastContradictionOfWoman : leastContradiction)
                + (openAsked - pairs) * addedWorth
                + (openKnown - pairs) * missingWorth;
        if (pairs == 0 || contradicted >= threshold) {
            return contradicted;
        }
        if (bound + joinedWorth >= threshold && openAsked + openKnown > 2 && mayBeJoined(row, all)) {
            return bound + joinedWorth;
        }
        return bound + pairs * alikeWorth >= threshold && isAnyInitialShared(row, all)
                ? bound + pairs * alikeWorth
                : contradicted;
    }

    private boolean isAnyInitialShared(int row, int all) {
        int initials = 0;
        for (int i = 0; i < asked; i++) {
            initials |= LevelMap.level(all, i) < 0 ? question.initials[i] : 0;
        }
        for (int at = segment.wordFrom(row); at < segment.wordTo(row); at++) {
            int packed = segment.wordAt(at);
            if (((1 << Segment.initial(packed)) & initials) != 0 && levelMap.place(Segment.word(packed)) < 0) {
                return true;
            }
        }
        return false;
    }

    // Two words on one side have together the length of one on the other, or nearly.
    private boolean mayBeJoined(int row, int all) {
        int from = segment.wordFrom(row);
        int to = segment.wordTo(row);
        for (int at = from; at < to; at++) {
            int packed = segment.wordAt(at);
            int length = 0;
            for (int i = 0; i < asked; i++) {
                if (LevelMap.level(all, i) >= 0 || question.initials[i] != 1 << Segment.initial(packed)) {
                    continue;
                }
                length = length == 0 ? segment.lexicon.length(Segment.word(packed)) : length;
                boolean two = i + 1 < asked && isNear(length, question.lengths[i] + question.lengths[i + 1]);
                boolean twoKnown = at + 1 < to
                        && isNear(
                                question.lengths[i],
                                length + segment.lexicon.length(Segment.word(segment.wordAt(at + 1))));
                if (two || twoKnown) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isNear(int one, int other) {
        return Math.abs(one - other) <= Comparison.SPELT_LONGER;
    }
}
