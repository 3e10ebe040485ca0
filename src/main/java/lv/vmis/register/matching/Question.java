package lv.vmis.register.matching;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A description being looked for, with what the register as a whole says about it: how rare each of its words, dates and
 * States is. Those figures are the same for every row, so the score of a row depends on that row only.
 */
final class Question {

    /** No word counts as rarer than that, in bits. */
    static final double MOST = 20;
    /** A slip rarely makes a name that so many others bear. */
    private static final int REAL_BEARERS = 3;
    /** People who are not in the register: a small one says little of how common a name is. */
    private static final int BACKGROUND = 2_000;
    /** Days on which people who are alive may have been born: a date nobody has is as rare as that. */
    private static final int DAYS = 20_000;

    /** So many persons of a date say enough of the States it is common in. */
    private static final int ROWS_OF_DATE = 300;

    private static final int YEARS = 100;
    /** Weight, in persons, of the assumption that a word is as common in a State as anywhere. */
    private static final double PSEUDO = 3;

    final List<Word> words;
    final List<Role> roles;
    final int[] roleNumbers;
    /** The first letter of each word, a bit for each letter. */
    final int[] initials;

    final int[] lengths;
    final int[] dates;
    final NearDates nearDates;
    final char sex;
    final List<String> states;
    /** By segment. */
    final List<StateRelations> relations;

    /** What the place of birth is compared by. */
    final List<String> birthPlace;

    final long[] documents;
    final double size;
    /** Rarity in bits, by word and level. */
    final double[][] rarity;
    /** Whether the word is the name of several others. */
    final boolean[] real;
    /** What agreement of a word is worth at each level, in a row of another State. */
    final double[][] worth;
    /** The same in a row of the same State, among whose people the word is more common. */
    final double[][] worthAtHome;
    /** By how many bits each word is less rare among people of the same State. */
    final double[] atHome;

    private long namesakes = Long.MAX_VALUE;
    /** Rarity of the whole date, and of its year, by date. */
    final double[] dateRarity;

    final double[] yearRarity;
    /** By how many bits each date is less rare among people of the same State. */
    private final double[] dateAtHome;
    /** Rarity of the nationality in bits. */
    final double stateRarity;

    Question(NameReader.Name name, Description who, List<View> views, List<Expansion> expansions, Weights weights) {
        words = name.words();
        roles = name.roles();
        roleNumbers = roles.stream().mapToInt(Role::ordinal).toArray();
        initials = words.stream()
                .mapToInt(word -> 1 << Segment.initial(word.latin()))
                .toArray();
        lengths = words.stream().mapToInt(word -> word.latin().length()).toArray();
        dates = who.births().stream().mapToInt(Born::number).toArray();
        nearDates = new NearDates(dates);
        sex = who.sex();
        states = who.nationalities();
        relations = views.stream()
                .map(view -> new StateRelations(states, view.segment()))
                .toList();
        birthPlace = Places.keys(who.birthPlace());
        documents = who.documents().stream().mapToLong(SegmentBuilder::sum).toArray();
        double known = views.stream().mapToLong(View::persons).sum() + 1;
        double total = known + BACKGROUND;
        size = bits(total);
        rarity = new double[words.size()][Level.COUNT];
        real = new boolean[words.size()];
        worth = new double[words.size()][Level.COUNT];
        worthAtHome = new double[words.size()][Level.COUNT];
        atHome = new double[words.size()];
        double realFrom = REAL_BEARERS + total / 200_000;
        for (int i = 0; i < words.size(); i++) {
            var bearers = new Bearers(views, expansions, relations, i);
            for (int level = 0; level < Level.COUNT; level++) {
                rarity[i][level] = Math.min(MOST, bits(total / (bearers.upTo(level) + 0.5)));
            }
            real[i] = bearers.named() >= realFrom;
            namesakes = roles.get(i) == Role.PARTICLE ? namesakes : Math.min(namesakes, bearers.named());
            atHome[i] = states.isEmpty() ? 0 : moreAtHome(views, bearers.atHome(), bearers.named(), known);
            for (var level : Level.values()) {
                worth[i][level.ordinal()] = worth(weights, i, level, rarity[i][level.ordinal()]);
                worthAtHome[i][level.ordinal()] = worth(weights, i, level, rarityAtHome(i, level.ordinal()));
            }
        }
        dateRarity = new double[dates.length];
        yearRarity = new double[dates.length];
        dateAtHome = new double[dates.length];
        for (int d = 0; d < dates.length; d++) {
            int date = dates[d];
            int year = Born.year(date);
            dateRarity[d] = bits((total + DAYS) / (sum(views, view -> view.personsOn(date)) + 1.0));
            dateAtHome[d] = states.isEmpty() || !Born.isFull(date) ? 0 : dateAtHome(views, date, known);
            yearRarity[d] = bits((total + YEARS) / (sum(views, view -> view.personsIn(year)) + 1.0));
        }
        stateRarity = states.isEmpty() ? 0 : bits(known / (mostWithState(views) + 1.0));
    }

    private static double bits(double ratio) {
        return Math.max(0, Math.log(ratio) / Math.log(2));
    }

    private static long sum(List<View> views, ToLongFunction<View> rows) {
        return views.stream().mapToLong(rows).sum();
    }

    private long mostWithState(List<View> views) {
        return states.stream()
                .mapToLong(state -> sum(views, view -> view.personsOfState(state)))
                .max()
                .orElse(0);
    }

    double rarityAtHome(int i, int level) {
        return Math.max(0, rarity[i][level] - atHome[i]);
    }

    private double worth(Weights weights, int i, Level level, double bits) {
        return weights.of(level.feature)
                + bits * weights.of(level.ofRarity)
                + (level.ofReal != null && real[i] ? weights.of(level.ofReal) : 0);
    }

    /** How rare a date of birth is, in bits; on some days many of one State are said to be born. */
    double dateRarity(int d, boolean home) {
        return home ? Math.max(0, dateRarity[d] - dateAtHome[d]) : dateRarity[d];
    }

    /** How much more often the date occurs among people of the same State than among all. */
    private double dateAtHome(List<View> views, int date, double known) {
        long born = 0;
        double atHome = 0;
        for (int v = 0; v < views.size(); v++) {
            var segment = views.get(v).segment();
            int end = segment.firstNotBefore(date + 1);
            int looked = 0;
            long last = Long.MIN_VALUE;
            for (int row = segment.firstNotBefore(date); row < end && looked < ROWS_OF_DATE; row = segment.next(row)) {
                long person = segment.person(row);
                // Rows of one person and date stand together.
                if (person != last && !views.get(v).gone().is(person)) {
                    last = person;
                    atHome += relations.get(v).of(row) == States.Relation.SAME ? 1 : 0;
                    looked++;
                }
            }
            born += looked;
        }
        return moreAtHome(views, atHome, born, known);
    }

    private double moreAtHome(List<View> views, double atHome, long persons, double known) {
        double shareOfState = (mostWithState(views) + 1.0) / known;
        double share = (atHome + PSEUDO * shareOfState) / (persons + PSEUDO);
        return bits(share / shareOfState);
    }

    /** How many have the rarest of the names as written or as it sounds. */
    long namesakes() {
        return namesakes == Long.MAX_VALUE ? 0 : namesakes;
    }

    /** The most that word {@code i} can be worth at this level or a weaker one. */
    double most(int i, int level) {
        double most = 0;
        for (int l = level; l < Level.COUNT; l++) {
            most = Math.max(most, Math.max(worth[i][l], worthAtHome[i][l]));
        }
        return most;
    }
}
