#!/bin/sh
# Rebuilds the vendored front-end files. Neither building nor running the register needs this script;
# run it after a change in assets/ and keep its output in the repository.
# Needs: node 20+, npm, python3 with fontTools and brotli (Debian: python3-fonttools python3-brotli).
set -eu
cd "$(dirname "$0")"

PYTHON=${PYTHON:-python3}
STATIC=../src/main/resources/static
PDF=../src/main/resources/pdf
FONTS=node_modules/@expo-google-fonts

[ "${1:-}" = "--offline" ] || npm ci --omit=optional --no-fund --no-audit
mkdir -p "$STATIC/fonts" "$PDF"

# --- style and scripts -------------------------------------------------------------------------
node_modules/.bin/sass --no-source-map --style=compressed --quiet-deps --load-path=node_modules \
  scss/register.scss "$STATIC/register.css"
node_modules/.bin/terser js/register.js --compress --mangle --output "$STATIC/register.js"
cp node_modules/htmx.org/dist/htmx.min.js "$STATIC/htmx.min.js"
cp favicon.svg "$STATIC/favicon.svg"

# --- fonts -------------------------------------------------------------------------------------
# The same ranges stand as unicode-range in scss/_fonts.scss.
CORE='U+20-7E,U+A0,U+A7,U+A9,U+AB,U+AD,U+B0,U+B1,U+B7,U+BB,U+D7,U+100,U+101,U+10C,U+10D,U+112,U+113,U+122,U+123,U+12A,U+12B,U+136,U+137,U+13B,U+13C,U+145,U+146,U+160,U+161,U+16A,U+16B,U+17D,U+17E,U+2010-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+202F,U+20AC,U+2116,U+2212'
LATIN='U+A0-2AF,U+2B0-2FF,U+300-36F,U+1E00-1EFF,U+2000-206F,U+20A0-20BF,U+2113,U+2122'
GREEK='U+370-3FF,U+1F00-1FFF'
CYRILLIC='U+400-52F,U+1C80-1C8A,U+2DE0-2DFF,U+A640-A69F'
SYMBOLS='U+2190-2195,U+2248,U+2260,U+2264,U+2265,U+25B2,U+25BC,U+25CF'

web() { # source, name, ranges, features
  "$PYTHON" -m fontTools.subset "$1" --unicodes="$3" --layout-features="$4" --flavor=woff2 \
    --no-hinting --desubroutinize --name-IDs='1,2,13,14' --output-file="$STATIC/fonts/$2.woff2"
}
pdf() { # source, name
  "$PYTHON" -m fontTools.subset "$1" \
    --unicodes="U+20-7E,$LATIN,$GREEK,$CYRILLIC,U+2116,U+2212" \
    --layout-features='kern,mark,mkmk,ccmp,locl' --no-hinting --name-IDs='*' --output-file="$PDF/$2.ttf"
}
for weight in 400Regular 700Bold; do
  source=$FONTS/noto-sans/$weight/NotoSans_$weight.ttf
  number=${weight%%[A-Z]*}
  web "$source" "noto-sans-$number" "$CORE" kern
  web "$source" "noto-sans-$number-latin" "$LATIN" kern,mark,mkmk,ccmp
  web "$source" "noto-sans-$number-greek" "$GREEK" kern,mark,ccmp
  web "$source" "noto-sans-$number-cyrillic" "$CYRILLIC" kern,mark,ccmp
  pdf "$source" "NotoSans-${weight#"$number"}"
done
mono=$FONTS/noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf
web "$mono" noto-sans-mono 'U+20-7E,U+AB' ''
web "$mono" noto-sans-symbols "$SYMBOLS" ''

# --- checksums: a test compares them with the files --------------------------------------------
(cd .. && find src/main/resources/static src/main/resources/pdf -type f \
  \( -path '*/fonts/*' -o -name 'register.css' -o -name 'register.js' -o -name 'htmx.min.js' \
     -o -name 'favicon.svg' -o -name 'NotoSans*.ttf' \) | LC_ALL=C sort | xargs sha256sum) > checksums.txt
