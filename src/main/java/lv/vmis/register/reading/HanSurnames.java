package lv.vmis.register.reading;

import java.util.List;
import java.util.Map;

/**
 * Usual Chinese surnames and how they are written outside the mainland.
 *
 * <p>Source: the surnames that 95 % of people in China bear (Ministry of Public Security, 2020), Wade-Giles as in Taiwan,
 * and Cantonese as in Hong Kong.
 */
final class HanSurnames {

    private static final Map<String, List<String>> FORMS = SyllableTable.of("""
            王 WONG
            李 LEE
            张張 CHANG CHEUNG
            刘劉 LAU
            陈陳 CHAN TAN
            杨楊 YEUNG
            黄黃 WONG HWANG
            赵趙 CHAO CHIU
            吴吳 NG
            周 CHOU CHOW
            徐 HSU TSUI
            孙孫 SUEN
            朱 CHU
            胡 WU
            郭 KUO KWOK
            何 HO
            高 KAO KO
            林 LAM LIM
            罗羅 LO LAW
            郑鄭 CHENG
            梁 LEUNG
            谢謝 HSIEH TSE
            宋 SUNG
            唐 TONG
            许許 HSU HUI
            韩韓 HON
            邓鄧 TENG TANG
            彭 PANG
            曾 TSENG TSANG
            萧蕭肖 HSIAO SIU
            蔡 TSAI CHOI
            叶葉 YEH YIP
            余 YU YUE
            蒋蔣 CHIANG CHEUNG
            沈 SHUM
            卢盧 LO
            傅 FOO
            贾賈 CHIA
            吕呂 LU LUI
            区區 OU AU
            尹 WAN
            梅 MUI
            莫 MOK
            钱錢 CHIEN CHIN
            洪 HUNG
            邱丘 CHIU YAU
            庄莊 CHUANG CHONG
            温溫 WEN WAN
            谭譚 TAN TAM
            廖 LIAO LIU
            钟鍾 CHUNG
            关關 KUAN KWAN
            苏蘇 SU SO
            方 FONG
            潘 POON
            龙龍 LUNG
            欧歐 AU
            麦麥 MAK
            冯馮 FENG FUNG
            詹 CHAN JIM
            """);

    private static final String OTHERS = "马馬冯馮董程曹袁于杜丁魏薛阎閻苏蘇潘戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎"
            + "易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦季俞章鲁魯葛伍韦韋申尤毕畢聂聶焦向柳邢路岳齐齊"
            + "沿梅莫庄莊辛管祝左涂谷祁时時舒耿牟卜路詹关關苗凌费費纪紀靳盛童欧歐甄项項曲成游阳陽裴席卫衛查屈鲍鮑位覃霍翁隋植甘"
            + "景薄单單包司柏宁寧柯阮桂闵閔解强強柴华華车車冉房边邊辜吉饶饒刁瞿戚丘古米池滕晋苑邬臧畅宫來来嵇郎";

    private HanSurnames() {}

    static boolean isUsual(String surname) {
        return FORMS.containsKey(surname) || OTHERS.contains(surname);
    }

    /** The forms other than pinyin, or none. */
    static List<String> forms(String surname) {
        return FORMS.getOrDefault(surname, List.of());
    }
}
