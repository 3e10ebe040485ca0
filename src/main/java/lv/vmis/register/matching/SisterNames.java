package lv.vmis.register.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Given names that sister languages write by different sounds: a passport of Belarus says ULADZIMIR, the same man's
 * papers in Russian say VLADIMIR.
 *
 * <p>Source: the forms in which Belarusian, Ukrainian, Russian and Polish name the same saints.
 */
final class SisterNames {

    private static final Map<String, List<String>> SISTERS = table("""
            VLADIMIR ULADZIMIR VOLODYMYR WLODZIMIERZ
            VLADISLAV ULADZISLAU VLADYSLAV WLADYSLAW
            SERGEI SIARHEI SERHII
            NIKOLAI MIKALAI MYKOLA MIKOLAJ
            IGOR IHAR IHOR
            OLEG ALEH OLEH
            OLGA VOLHA OLHA
            EVGENII YAUHEN YAUHENI YEVHEN YEVHENII
            EVGENIIA YAUHENIYA YEVHENIIA
            GRIGORII RYHOR HRYHORII GRZEGORZ
            GEORGII HEORHI HEORHII
            GENNADII HENADZ HENNADII
            GLEB HLEB HLIB
            DMITRII DZMITRY DMYTRO
            DENIS DZIANIS DENYS
            ALEKSANDR ALIAKSANDR OLEKSANDR
            ALEKSANDRA ALIAKSANDRA OLEKSANDRA
            ALEKSEI ALIAKSEI OLEKSII
            ELENA ALENA OLENA HELENA
            EKATERINA KATSIARYNA KATERYNA
            ANNA HANNA GANNA
            TATIANA TATSIANA TETIANA
            NATALIA NATALLIA NATALKA
            NADEZHDA NADZEYA NADIIA
            LIUBOV LIUBOU
            SVETLANA SVIATLANA SVITLANA
            ANASTASIIA NASTASSIA
            MARGARITA MARHARYTA
            GALINA HALINA HALYNA
            VERONIKA VERANIKA
            VALENTINA VALIANTSINA
            VALENTIN VALIANTSIN
            VASILII VASIL VASYL
            VIKTOR VIKTAR
            ANDREI ANDRII ANDRZEJ
            ARTEM ARTSIOM
            ARKADII ARKADZ
            BOGDAN BAHDAN BOHDAN
            DANIIL DANILA DANYLO
            FEDOR FIODAR FEDIR
            FILIPP PILIP PYLYP
            IAKOV YAKAU YAKIV
            IOSIF YOSIF YOSYP JOZEF
            IURII YURY JERZY
            KIRILL KIRYL KYRYLO
            KONSTANTIN KANSTANTSIN KOSTIANTYN
            LEONID LIAVON
            MATVEI MATSVEI MATVII
            MIKHAIL MIKHAS MYKHAILO MICHAL
            NIKITA MIKITA MYKYTA
            PAVEL PAVLO PAWEL
            PETR PIOTR PETRO
            ROMAN RAMAN
            RODION RADZIVON
            STANISLAV STANISLAU STANISLAW
            STEPAN STSIAPAN SZCZEPAN
            TIMOFEI TSIMAFEI TYMOFII
            TIMUR TSIMUR TYMUR
            VIACHESLAV VIACHASLAU VIACHESLAU
            VITALII VITAL VITALI
            VADIM VADZIM VADYM
            IAROSLAV YARASLAU
            ROSTISLAV RASTSISLAU ROSTYSLAV
            SVIATOSLAV SVIATASLAU
            """);

    private SisterNames() {}

    /** The word with the keys of its other forms too, so that the rows that have it are found by each. */
    static Word added(Word word) {
        var others = word.folds().stream()
                .flatMap(key -> SISTERS.getOrDefault(key, List.of()).stream())
                .toList();
        return others.isEmpty()
                ? word
                : new Word(
                        word.latin(),
                        Stream.concat(word.folds().stream(), others.stream())
                                .distinct()
                                .toList(),
                        word.vowelless());
    }

    private static Map<String, List<String>> table(String lines) {
        var table = new HashMap<String, List<String>>();
        lines.lines().forEach(line -> {
            var keys = new LinkedHashSet<String>();
            for (var form : line.split(" ")) {
                keys.add(Fold.keys(form).getFirst());
            }
            for (var key : keys) {
                var others = new ArrayList<>(keys);
                others.remove(key);
                if (table.put(key, List.copyOf(others)) != null) {
                    throw new IllegalStateException("%s stands in two lines".formatted(key));
                }
            }
        });
        return Map.copyOf(table);
    }
}
