#!/bin/bash
# A visitor of a stack that runs, by HTTP alone: walks the demo journey of the README, or looks at one page.
#   dev/journey.sh FOLDER walk                     Sam, Stella and Edwin, from the first page to the newsletter in the mail
#   dev/journey.sh FOLDER bought                   what Sam bought on that walk is still there, and Sam signed in
#   dev/journey.sh FOLDER shows WHO APP PATH TEXT  whether the page has the text; guest is a new visitor each time
# FOLDER keeps the visitors' cookies. DOMAIN is the stack's, HTTPS where its Caddy listens (127.0.0.1:8443), MAILS the
# mail catcher's page and DEMO_PASSWORD what the demo members sign in with. dev/swarm.sh runs it.
set -euo pipefail
folder=$1
began=$(date +%s)
post="A loaf for the new year"
note="Rising since six this morning"

say() {
    printf '        %4d s  %s\n' "$(($(date +%s) - began))" "$*"
}

fail() {
    echo "The journey ended: $*" >&2
    exit 1
}

# Waits for a condition: seconds, words for the report, command.
await() {
    local end=$(($(date +%s) + $1)) what=$2
    shift 2
    until "$@" >/dev/null 2>&1; do
        [ "$(date +%s)" -lt "$end" ] || fail "not in time: $what"
        sleep 1
    done
    say "$what"
}

# As a browser does it: one jar of cookies a person, Caddy's own certificate taken as it is.
visit() {
    local jar=$folder/$1.cookies
    shift
    curl --silent --show-error --insecure --max-time 30 --connect-to ":443:$HTTPS" --cookie "$jar" --cookie-jar "$jar" \
        --location --user-agent "Mozilla/5.0 (X11; Linux x86_64)" --header "Accept: text/html" \
        --header "Sec-Fetch-Mode: navigate" --header "Sec-Fetch-Dest: document" "$@"
}

page() {
    [ "$1" != guest ] || rm -f "$folder/guest.cookies"
    visit "$1" "https://$2.$DOMAIN$3"
}

# The whole page is read before it is looked through: a pipe that closes early would be the page's failure.
shows() {
    local html
    html=$(page "$1" "$2" "$3")
    grep --quiet --ignore-case --fixed-strings -- "$4" <<<"$html"
}

# Sends a form and prints where that leads to.
sends() {
    local who=$1 app=$2 path=$3
    shift 3
    visit "$who" --header "Origin: https://$app.$DOMAIN" --output "$folder/answer.html" --write-out '%{url_effective}' \
        --fail-with-body "$@" "https://$app.$DOMAIN$path" || fail "$app$path: $(sed -n 's/.*<h1>\(.*\)<\/h1>.*/\1/p' "$folder/answer.html")"
}

# The value of a page's first hidden field of this name.
hidden() {
    sed -n "s/.*name=\"$1\" value=\"\([^\"]*\)\".*/\1/p" <<<"$2" | head -n 1 | sed 's/&amp;/\&/g; s/&#x3D;/=/g; s/&#61;/=/g'
}

mails() {
    curl --silent --fail --max-time 10 "$MAILS/messages${1:+?to=$1}"
}

mailed() {
    local there
    there=$(mails "$1")
    grep --quiet --fixed-strings -- "$2" <<<"$there"
}

sign_in_by_mail() {
    local html link
    html=$(page sam account /auth/login)
    sends sam federation /signin/mail --data-urlencode "email=sam@rose-ash.example" \
        --data-urlencode "to=$(hidden to "$html")" --data-urlencode "token=$(hidden token "$html")" >/dev/null
    await 60 "The mail with Sam's link arrived" mailed sam@rose-ash.example /signin/link/
    link=$(mails sam@rose-ash.example | grep -o '/signin/link/[A-Za-z0-9_-]*' | head -n 1)
    html=$(page sam federation "$link")
    sends sam federation "$link" --data-urlencode "token=$(hidden token "$html")" >/dev/null
    for app in account blog market cart events federation; do
        await 30 "Sam is known to the $app" shows sam "$app" / Sam
    done
}

sign_in_by_password() {
    local html
    html=$(page "$1" account /auth/login)
    sends "$1" federation /signin/password --data-urlencode "email=$1@rose-ash.example" \
        --data-urlencode "password=$DEMO_PASSWORD" --data-urlencode "to=$(hidden to "$html")" \
        --data-urlencode "token=$(hidden token "$html")" >/dev/null
    await 30 "${1^} signed in by password" shows "$1" account / "${1^}"
}

# The number of what the first card of this class on a page sells.
sold_in() {
    sed -n "/class=\"card $1\"/,/<\/article>/s/.*name=\"id\" value=\"\([0-9]*\)\".*/\1/p" <<<"$2" | head -n 1
}

fill_the_basket() {
    local html
    html=$(page sam blog /what-the-oven-teaches)
    sends sam blog /basket/lines --data kind=PRODUCT --data "id=$(sold_in product-card "$html")" --data quantity=1 >/dev/null
    await 30 "The loaf is in the basket, and the blog's menu says so" shows sam blog / £3.80
    sends sam blog /basket/lines --data kind=TICKET --data "id=$(sold_in entry-card "$html")" --data quantity=1 >/dev/null
    await 30 "The place in the workshop too" shows sam cart /basket £15.80
}

pay() {
    local html order payment
    html=$(page sam cart /checkout)
    order=$(sends sam cart /checkout --data-urlencode "key=$(hidden key "$html")" --data "total=$(hidden total "$html")" \
        --data-urlencode "name=Sam" --data-urlencode "email=sam@rose-ash.example")
    [[ $order == */orders/* ]] || fail "no order but $order"
    order=/orders/${order##*/}
    echo "$order" >"$folder/order"
    payment=$(sends sam cart "$order/pay" --data "")
    [[ $payment == */pay/* ]] || fail "no payment page but $payment"
    visit sam --output /dev/null --data card=4200000000000091 "$payment"
    await 60 "The order is paid" shows sam cart "$order" "Your payment has arrived"
}

look_at_the_ticket() {
    local html
    await 60 "The account shows the order and the ticket" shows sam account / "Sourdough, start to crust"
    html=$(page sam account /)
    grep -o '/tickets/RA1\.[A-Za-z0-9._-]*">Sourdough, start to crust' <<<"$html" | head -n 1 | cut -d '"' -f 1 >"$folder/ticket"
    await 30 "The ticket has its QR code" shows sam events "$(cat "$folder/ticket")" 'class="qr"'
    await 60 "The receipt arrived by mail" mailed sam@rose-ash.example £15.80
}

check_in() {
    local html date
    sign_in_by_password stella
    html=$(page stella events /check-in)
    date=$(grep -o '/check-in/[0-9]*"><strong>Sourdough, start to crust' <<<"$html" | head -n 1 | cut -d '"' -f 1)
    for answer in "Welcome, Sam" "Already in"; do
        sends stella events "$date" --data-urlencode "code=$(sed 's/.*\///' "$folder/ticket")" --data anyway=true >/dev/null
        grep --quiet -- "$answer" "$folder/answer.html" || fail "the door did not say: $answer"
    done
    say "Stella let the ticket in once"
}

write_a_note() {
    sends sam federation /compose --data-urlencode "text=$note" --data visibility=PUBLIC >/dev/null
    await 60 "Sam's note is in the cooperative's timeline" shows guest federation / "$note"
}

publish() {
    local draft html newsletter
    sign_in_by_password edwin
    await 30 "The blog knows Edwin too" shows edwin blog / Edwin
    draft=$(sends edwin blog /edit/new --form "title=$post" --form "body=Twelve days of resting dough." --form version=0)
    [[ $draft == */edit/* ]] || fail "no draft but $draft"
    draft=${draft##*/edit/}
    draft=/edit/${draft%%\?*}
    html=$(page edwin blog "$draft")
    newsletter=$(grep -o 'name="newsletter">.*' <<<"$html" | grep -o '<option value="[^"]\+"' | head -n 1 | cut -d '"' -f 2)
    sends edwin blog "$draft/publish" --data "version=$(hidden version "$html")" --data when=now \
        --data-urlencode "newsletter=$newsletter" >/dev/null
    await 30 "Edwin's post is on the blog" shows guest blog / "$post"
    await 60 "It is in the timeline" shows guest federation / "$post"
    await 90 "The newsletter with it arrived by mail" mailed "" "$post"
}

walk() {
    for app in blog market events federation account cart; do
        await 60 "The $app opens" shows guest "$app" / "<h1"
    done
    await 300 "A post shows a loaf of the market" shows sam blog /what-the-oven-teaches "Seeded sourdough loaf"
    await 240 "It shows a workshop of the calendar" shows sam blog /what-the-oven-teaches 'class="card entry-card"'
    sign_in_by_mail
    fill_the_basket
    pay
    look_at_the_ticket
    check_in
    write_a_note
    publish
}

case ${2:-} in
    walk) walk ;;
    bought)
        shows sam cart "$(cat "$folder/order")" "Your payment has arrived"
        shows sam events "$(cat "$folder/ticket")" 'class="qr"'
        shows sam account / Sam
        ;;
    shows) shows "$3" "$4" "$5" "$6" ;;
    *) fail "walk, bought or shows; not '${2:-}'" ;;
esac
