#!/usr/bin/env bash
# Writes the ten sheets of ../documents from the texts below. The first line is the title, the second what it is for, the others are the points.
#   ./sheets.sh
set -euo pipefail
cd "$(dirname "$0")/../documents"

sheet() { # language file note: the text on standard input
  local title lead point
  { read -r title; read -r lead
    printf '<!doctype html>\n<html lang="%s-CA">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>%s</title>\n' "$1" "$title"
    [ "$1" = fr ] && back='Revenir à mes étapes' how='Pour imprimer ou garder un PDF : menu du navigateur, puis « Imprimer » (sur un téléphone, passez par « Partager »).'
    [ "$1" = en ] && back='Back to my steps' how='To print or keep a PDF: browser menu, then “Print” (on a phone, look under “Share”).'
    printf '<style>\n:root { color-scheme: light dark; } body { margin: 0 auto; max-width: 42rem; padding: 1.5rem; font: 1.0625rem/1.5 Arial, sans-serif; overflow-wrap: break-word; }\n'
    printf 'h1 { font-size: 1.75rem; line-height: 1.2; } li { margin: .5rem 0; } footer { margin-top: 2rem; border-top: 1px solid; padding-top: .5rem; font-size: .875rem; } nav a { color: inherit; display: inline-block; padding-block: .75rem; }\n@media print { nav { display: none; } body { padding: 0; font-size: 11pt; } @page { size: letter; margin: 18mm; } }\n</style>\n</head>\n<body>\n'
    printf '<nav><a href="../../mine">%s</a></nav>\n<main>\n' "$back"
    printf '<h1>%s</h1>\n<p>%s</p>\n<nav><p>%s</p></nav>\n<ol>\n' "$title" "$lead" "$how"
    while read -r point; do printf '<li>%s</li>\n' "$point"; done
    printf '</ol>\n</main>\n<footer><p>%s</p></footer>\n</body>\n</html>\n' "$3"
  } > "$1/$2.html"
}

french='Diapason, 29 novembre 2026. À relire avant le 30 novembre 2027. Licence CC BY 4.0 : copiez, adaptez et partagez, en nommant la source. Cette fiche ne remplace pas un avis juridique.'
english='Diapason, November 29, 2026. To be reviewed before November 30, 2027. Licence CC BY 4.0: copy, adapt and share, naming the source. This sheet does not replace legal advice.'

sheet fr masquer-avant-de-demander "$french" <<'T'
Masquer avant de demander
À garder près du clavier. Avant de coller le message d’un visiteur dans un outil d’IA, relisez ces points.
Un nom, un courriel, un numéro de téléphone ou de carte ne se copie jamais. Remplacez-le par « la personne ».
Une date d’arrivée et un numéro de chambre, ensemble, suffisent à reconnaître quelqu’un. Enlevez l’un des deux, au moins.
Une allergie, un handicap, une fête de famille : ce sont des renseignements sensibles. Posez votre question sans eux.
Relisez votre demande à voix haute. Si la personne pouvait s’y reconnaître, recommencez.
Vous avez copié quelque chose par erreur? Dites-le tout de suite à la personne responsable. Une erreur dite tôt se répare.
T
sheet en mask-before-you-ask "$english" <<'T'
Mask before you ask
Keep it by the keyboard. Before you paste a visitor’s message into an AI tool, read these points again.
A name, an email address, a phone or card number is never copied. Write “the person” instead.
An arrival date and a room number, together, are enough to recognize someone. Remove at least one of them.
An allergy, a disability, a family celebration: this is sensitive information. Ask your question without it.
Read your request aloud. If the person could recognize themselves in it, start again.
Did you copy something by mistake? Tell the person in charge at once. A mistake told early can be mended.
T
sheet fr liste-de-phrases-sures "$french" <<'T'
Une liste de phrases sûres, en équipe
Une heure et demie, à trois personnes ou plus, avec du papier. Vous repartez avec des phrases que tout le monde peut dire sans se tromper.
Chaque personne note cinq phrases qu’elle répète chaque jour : une heure, un prix, un règlement, un chemin, un refus poli.
Mettez-les en commun. Gardez les douze qui reviennent le plus, ou qui font le plus de dégâts quand elles sont mal dites.
Traduisez-les, à la main ou avec un outil. Si vous prenez un outil, n’y mettez ni nom, ni numéro de chambre.
Faites lire chaque phrase à quelqu’un qui parle la langue. Personne ne la parle dans l’équipe? Gardez seulement ce qui se vérifie : une heure, un prix, un nom de lieu.
Remettez chaque traduction en français, sans regarder la première phrase. Si le sens a changé, écrivez plus simple et recommencez.
Ajoutez une dernière phrase : « Je préfère vérifier, je reviens vers vous dans cinq minutes. »
Affichez la liste à la réception, avec la date du jour, le nom de qui la relira, et la saison où elle sera relue.
T
sheet en safe-sentences-list "$english" <<'T'
A list of safe sentences, as a team
An hour and a half, three people or more, with paper. You leave with sentences that everyone can say without error.
Each person writes down five sentences they repeat every day: a time, a price, a rule, a way to go, a polite refusal.
Put them together. Keep the twelve that come up most, or that do the most harm when they are said wrong.
Translate them, by hand or with a tool. If you use a tool, put no name and no room number in it.
Have each sentence read by someone who speaks the language. Nobody on the team does? Keep only what can be checked: a time, a price, a place name.
Put each translation back into English, without looking at the first sentence. If the meaning has changed, write it more simply and start again.
Add one last sentence: “I would rather check, I will come back to you in five minutes.”
Post the list at the front desk, with today’s date, the name of whoever will reread it, and the season in which it will be reread.
T
sheet fr une-heure-au-clavier "$french" <<'T'
Une heure au clavier, à deux
Pour deux collègues : l’un est à l’aise, l’autre apprend. Choisissez une heure creuse et l’ordinateur dont la personne se sert vraiment.
La personne qui apprend garde les mains sur le clavier et la souris du début à la fin. L’autre montre du doigt et attend.
Dix minutes : elle raconte ce qui l’arrête dans sa journée. Notez trois gestes à apprendre, pas plus.
Quinze minutes : retrouver un message, le lire, y répondre, le ranger. Refaites-le deux fois sans aide.
Quinze minutes : enregistrer un document au bon endroit, le fermer, le retrouver.
Dix minutes : choisir un mot de passe long, fait de quatre mots sans lien, et savoir à qui le demander si on l’oublie. Ne l’écrivez pas sur l’écran.
Dix minutes : elle écrit les trois gestes avec ses mots, sur une feuille qui reste près du clavier.
Fixez la prochaine demi-heure, dans une semaine. Ce qui n’a pas été refait en sept jours s’oublie, et ce n’est la faute de personne.
T
sheet en one-hour-at-the-keyboard "$english" <<'T'
One hour at the keyboard, together
For two colleagues: one is at ease, the other is learning. Choose a quiet hour and the computer the person really uses.
Whoever is learning keeps their hands on the keyboard and mouse from beginning to end. The other points, and waits.
Ten minutes: they tell what stops them in their day. Write down three things to learn, no more.
Fifteen minutes: find a message, read it, answer it, put it away. Do it again twice without help.
Fifteen minutes: save a document in the right place, close it, find it again.
Ten minutes: choose a long password, made of four unrelated words, and know whom to ask if it is forgotten. Do not write it on the screen.
Ten minutes: they write the three things in their own words, on a sheet that stays by the keyboard.
Set the next half hour, one week away. What is not done again within seven days is forgotten, and it is nobody’s fault.
T
sheet fr relire-une-affiche "$french" <<'T'
Relire une affiche traduite
Six vérifications avant d’afficher ce qu’un outil a traduit.
Les heures, les prix et les dates sont les mêmes dans les deux langues. Comparez-les un à un.
Les noms de lieux ne sont pas traduits.
Une interdiction reste une interdiction : « ne pas » n’a pas disparu.
Les allergènes d’un menu sont nommés. Faites lire ce passage à quelqu’un qui parle la langue.
Le ton est poli. Une phrase trop courte peut sonner comme un ordre.
Quelqu’un d’autre que vous a relu l’affiche avant qu’elle soit collée.
T
sheet en reread-a-notice "$english" <<'T'
Reread a translated notice
Six checks before you post what a tool has translated.
Times, prices and dates are the same in both languages. Compare them one by one.
Place names are not translated.
What is forbidden is still forbidden: the “not” has not vanished.
The allergens of a menu are named. Have someone who speaks the language read that part.
The tone is polite. A sentence that is too short may sound like an order.
Someone other than you has read the notice before it goes up.
T
sheet fr dix-minutes-sans-ecran "$french" <<'T'
Dix minutes sans écran
Avant de chercher quoi que ce soit, trois questions et un geste.
« Qu’est-ce qui vous ferait plaisir aujourd’hui? » La réponse n’est dans aucun outil.
« Avec qui êtes-vous, et jusqu’à quelle heure? » Une bonne sortie est d’abord une sortie possible.
« Qu’avez-vous déjà aimé ici? » Vous saurez quoi ne pas proposer.
Dites ce que vous avez vu vous-même cette semaine, et appelez avant d’envoyer quelqu’un au loin.
T
sheet en ten-minutes-without-a-screen "$english" <<'T'
Ten minutes without a screen
Before looking anything up, three questions and one gesture.
“What would please you today?” No tool holds the answer.
“Who are you with, and until what time?” A good outing is first of all a possible one.
“What have you already liked here?” You will know what not to suggest.
Say what you have seen yourself this week, and call before you send anyone far away.
T
