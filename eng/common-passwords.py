#!/usr/bin/env python3
"""Writes src/Modules/Accounts/Mine/common-passwords.txt: what people choose first when they are asked for a password.

Half is written here by hand, from what everyone knows of it (names, teams, sweet words, seasons, brands, insults aside); half follows rules:
walks on keyboards, runs of letters and digits, years. One entry a line, lower case, without accents, letters and digits only: CommonPasswords
folds what is typed likewise, and also recognises an entry repeated, followed by digits, or beside another.

    python3 eng/common-passwords.py > src/Modules/Accounts/Mine/common-passwords.txt
"""
import unicodedata

WORDS = """
password passwords passwort motdepasse monmotdepasse lemotdepasse nouveaumotdepasse mypassword newpassword thepassword letmein letmeinnow welcome
bienvenue bonjour bonsoir salut hello hellothere coucou admin admins administrator administrateur administratrice administration root toor user
utilisateur utilisatrice guest invite test tests testing tester essai demo demonstration default defaut changeme changemoi changezmoi changeit
change secret secrets topsecret login signin connexion access acces master maitre superuser superman batman spiderman ironman wonderwoman
security securite secure private prive system systeme server serveur computer ordinateur internet windows linux android iphone apple google
facebook instagram youtube twitter linkedin microsoft office outlook samsung nokia dell toshiba cisco oracle mysql postgres
iloveyou iloveu loveyou lovely lovelove love loveme mylove monamour jetaime jtaime jetadore tequiero amour amours amoureux amoureuse moncoeur coeur
bisous bisou doudou loulou loulous chouchou cheri cherie bebe mabelle mabiche nounours chaton chatons minou minette toutou princesse prince princess
prettygirl babygirl baby sweetie sweetheart honey angel angels ange anges sunshine soleil lune etoile etoiles star stars starwars startrek
flower fleur fleurs rose roses tulipe marguerite papillon butterfly dragon dragons licorne unicorn panda tigre tiger tigers lion lions loup wolf
monkey singe cheese fromage chocolat chocolate cookie cookies biscuit banane banana orange pomme fraise cherry cerise vanille caramel nutella
pizza coffee cafe expresso poutine sirop erable biere whisky vodka champagne
football soccer baseball basketball hockey tennis rugby golf ski snowboard canadiens canadien habs glabs nordiques expos alouettes impact patriotes
psg marseille olympique allezlom allezlesbleus barcelona realmadrid arsenal chelsea liverpool manchester juventus lakers yankees cowboys steelers
eagles rangers redsox ferrari porsche mercedes harley corvette mustang camaro toyota honda yamaha kawasaki renault peugeot citroen subaru
michael michel jordan jennifer jessica ashley daniel daniele thomas robert joshua andrew matthew mathieu nicolas nicole charlie charles george
maggie michelle anthony antoine alexandre alexandra alexis alexander william guillaume olivier olivia gabriel gabrielle samuel sophie sophia julie
julien juliette emilie emily camille chloe marie maria mariejosee jeanfrancois jeanpierre pierre paul jacques philippe francois francoise isabelle
nathalie sylvie stephane stephanie martin martine patrick patrice vincent sebastien benjamin maxime maxence jeremy jonathan christian christine
christophe caroline catherine valerie veronique melanie audrey laurence laurent florence frederic frederique virginie sandrine sarah laura manon
lea leo louis louise lucas lucie jules zoe rosalie felix nathan noah liam emma jacob xavier etienne raphael mohamed mohammed fatima ali yasmine
hannah abigail madison amanda samantha elizabeth victoria natasha tigger buster bailey snoopy garfield mickey minnie pikachu pokemon naruto
sonic mario zelda luigi minecraft fortnite roblox warcraft starcraft counterstrike callofduty
metallica nirvana slipknot eminem rihanna beyonce beatles rockstar rocknroll music musique guitare guitar piano guitariste danse theatre cinema
matrix hunter killer ninja pirate warrior guerrier shadow ombre phoenix falcon faucon scorpion thunder tonnerre freedom liberte liberty
whatever nothing rien something trustno trustnoone mustang access fuckyou merde putain tabarnak tabernac crisse calisse osti batard cestmoi
moimeme quebec montreal laval longueuil gatineau sherbrooke saguenay chicoutimi rimouski gaspesie troisrivieres levis canada ottawa toronto
vancouver paris lyon toulouse bordeaux nantes lille bretagne france belgique suisse geneve bruxelles maroc algerie tunisie haiti senegal
quebeclibre vivelequebec jemesouviens ohcanada
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march april june july august september
october november december lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday
printemps automne hiver spring summer autumn winter vacances holiday holidays noel joyeuxnoel christmas halloween anniversaire birthday
weekend bonneannee happynewyear
maison house home family famille maman papa mamie papi mother father mommy daddy frere soeur brother sister enfant enfants children amis amies
friends friend ami amie copain copine voisin travail bureau boulot work office school ecole college universite university cegep etudiant student
professeur teacher
travailler entreprise company compagnie organisme association conseil conseils comite consultation consultations competence competences formation
formations culture culturel culturelle tourisme sectoriel secteur questionnaire sondage survey portrait diapason rivage milieu ressources
ressourceshumaines humaines employe employee equipe team projet project gestion manager management direction directeur directrice
finance comptabilite marketing communication communications numerique digital intelligence artificielle intelligenceartificielle
artificial chatgpt openai robot cyber data donnees analyse analyste analyst
argent money dollars dollar euros banque bank loterie casino lucky chance bonheur happy happiness smile sourire merci thanks thankyou please
svp stp oui non yes maybe toujours always forever jamais never aujourdhui today demain tomorrow hier yesterday
correcthorsebatterystaple correcthorse batterystaple openseSame sesame sesameouvretoi ouvretoi abracadabra hocuspocus supercalifragilistic
onceuponatime iletaitunefois tobeornottobe etreounepasetre azertyuiop qwertyuiop
god jesus jesuschrist dieu allah akbar inchallah bismillah blessed faith foi espoir hope grace heaven paradis eternity eternite
pepper ginger cookie peanut buddy rusty sparky shelby molly lucy oscar rocky simba felix caline princesse filou caramel noisette minouche
ficelle pompon grizou pitou milou lassie rex medor
black noir blanc white bleu blue rouge red vert green jaune yellow violet purple silver argent gold dore diamond diamant crystal cristal
mountain montagne ocean mer plage beach riviere river foret forest island ile desert volcan
video photo picture image movie film serie telephone mobile cellulaire portable wifi routeur router printer imprimante keyboard clavier souris
mouse ecran laptop tablette
one two three four five six seven eight nine ten zero deux trois quatre cinq sept huit neuf onetwothree undeuxtrois undeuxtroisquatre
abcdef abc abcd aaa zzz xyz qwe asd zxc qaz wsx edc aze qsd wxc
"""

ROWS = ["1234567890", "0123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertzuiop", "yxcvbnm",
        "abcdefghijklmnopqrstuvwxyz", "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0",
        "1a2z3e4r5t6y7u8i9o0p", "a1z2e3r4t5y6u7i8o9p0", "aqzsedrftgyhujikolpm", "qawsedrftgyhujikolp", "a1b2c3d4e5f6g7h8i9j0", "1a2b3c4d5e6f7g8h9i0j",
        "aabbccddeeffgghhiijj", "112233445566778899", "123321", "12344321", "147258369", "159357", "741852963", "789456123", "963852741", "951753",
        "qwertyasdfghzxcvbn", "azertyqsdfghwxcvbn", "qwertyuiopasdfghjklzxcvbnm", "azertyuiopqsdfghjklmwxcvbn", "qwerty1234567890", "azerty1234567890",
        "1234567890qwertyuiop", "1234567890azertyuiop", "246810121416", "13579111315", "314159265358979323846", "271828182845904523536"]


def fold(text):
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if c.isascii() and c.isalnum())


def walks():
    for row in ROWS:
        for way in (row, row[::-1]):
            # Short rows go round: 123456789012.
            line, longest = (way + way, 14) if len(way) <= 10 else (way, 20)
            for start in range(len(way)):
                for length in range(4, min(longest, len(line) - start) + 1):
                    yield line[start:start + length]


def years():
    for year in range(1940, 2041):
        yield from (f"{year}", f"{year}{year}", f"{year}{year + 1}", f"{year}{year}{year}")


def digits():
    for unit in [str(d) for d in range(10)] + ["12", "69", "007", "123", "321", "1234", "4321", "12345", "123456", "654321", "101", "1001", "420", "666", "911"]:
        for times in range(1, 31):
            if 4 <= len(unit * times) <= 30:
                yield unit * times


written = {fold(word) for word in WORDS.split()}
ruled = {fold(entry) for rule in (walks(), years(), digits()) for entry in rule} - written
print(f"# {len(written)} entries written, {len(ruled)} by rule. Made by eng/common-passwords.py: change it there.")
print("\n".join(sorted(written | ruled)))
