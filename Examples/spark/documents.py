"""Writes made-up dispatches as JSON Lines, the same for one seed: documents.py COUNT > documents.jsonl

People return under other forms of their names ("MOREL Anne", "Mme Morel"), organisations under their acronyms, crowds under one noun,
so that linking over partitions has something to do; some documents have no date.
"""

import json
import random
import sys

FIRST = ["Anne", "Karim", "Lucie", "Paul", "Nadia", "Jean", "Farid", "Sophie", "Mustapha", "Inès", "Hugo", "Salma", "Théo", "Rachid"]
LAST = ["Morel", "Benali", "Dupont", "El Khalfi", "Haddad", "de Brie", "Roux", "Alaoui", "Le Goff", "Bensalah", "Garnier", "Ould Ahmed",
        "Perrin", "Tazi", "Lefèvre", "Chraïbi", "Mercier", "Aït Saïd"]
# Of a man, of a woman.
ROLES = [("Le ministre de la Mer", "La ministre de la Mer"), ("Le maire de la ville", "La maire de la ville"),
         ("Le porte-parole du gouvernement", "La porte-parole du gouvernement"), ("Le député", "La députée"),
         ("Le président de l’Union des pêcheurs", "La présidente de l’Union des pêcheurs"),
         ("Le directeur du port", "La directrice du port")]
# The article, what follows “de”, and the acronym.
BODIES = [("l’", "de l’", "Office du littoral", "ODL"), ("le ", "du ", "Conseil national des ports", "CNP"),
          ("la ", "de la ", "Fédération des quais", "FDQ"), ("l’", "de l’", "Union des pêcheurs", "UDP"),
          ("l’", "de l’", "Agence de l’eau", "AGE")]
TOWNS = ["Brest", "Rabat", "Casablanca", "Lorient", "Tanger", "Dakar", "Marseille", "Agadir", "Nantes", "Sfax"]
CROWDS = ["manifestants", "pêcheurs", "riverains", "dockers", "syndicats"]
FACTS = ["le port rouvrira au printemps", "les quais seront rénovés avant l’été", "la société civile sera consultée",
         "la réforme de la pêche est prête", "les travaux ont pris un an de retard", "le budget de la sécurité doublera",
         "les prix du poisson ont baissé", "la digue résistera aux tempêtes", "tous les emplois seront maintenus",
         "le développement de la côte est une priorité"]
QUOTES = ["Nous avons tenu parole", "Rien n’est décidé", "Le gouvernement doit agir vite", "C’est une victoire pour la région",
          "Les quotas sont injustes", "La réforme du port attendra", "Je démissionnerai s’il le faut"]
VERBS = ["annoncé", "affirmé", "souligné", "indiqué", "rappelé", "reconnu", "assuré"]
OUTLETS = ["Le Quai", "La Dépêche du Cap", "Agence du Littoral", "L’Écho des ports"]


def dispatch(number, pick):
    town, other_town = pick.sample(TOWNS, 2)
    first, last = pick.choice(FIRST), pick.choice(LAST)
    feminine = first in ("Anne", "Lucie", "Nadia", "Sophie", "Inès", "Salma")
    title = "Mme" if feminine else "M."
    name = f"{last.upper()} {first}" if pick.random() < 0.15 else f"{first} {last}"
    role = pick.choice(ROLES)[feminine]
    article, of, body, acronym = pick.choice(BODIES)
    speaker, guest = pick.choice(FIRST) + " " + pick.choice(LAST), pick.choice(FIRST) + " " + pick.choice(LAST)
    sentences = [
        f"{role}, {name}, a {pick.choice(VERBS)} à {town} que {pick.choice(FACTS)}.",
        f"« {pick.choice(QUOTES)} », a déclaré {speaker}, membre {of}{body} ({acronym}).",
        f"{title} {last} a {pick.choice(VERBS)} que {pick.choice(FACTS)}, ajoutant que {pick.choice(FACTS)}.",
        f"Selon {acronym if pick.random() < 0.5 else article + body}, {pick.choice(FACTS)}.",
        f"Les {pick.choice(CROWDS)} ont dénoncé une décision prise sans eux.",
        f"{town} et {other_town} ont signé un accord de coopération, a {pick.choice(VERBS)} {guest}.",
        f"« {pick.choice(QUOTES)} », a lancé {title} {last} lors d’une rencontre organisée par {article}{body} à {other_town}.",
        f"{speaker} estime que {pick.choice(FACTS)}.",
        f"Face à la presse, {guest} a refusé de dire si {pick.choice(FACTS)}.",
    ]
    chosen = sentences[:2] + pick.sample(sentences[2:], pick.randint(3, 7))
    document = {"id": f"d{number:07d}", "outlet": pick.choice(OUTLETS)}
    if pick.random() < 0.9:
        document["date"] = f"20{pick.randint(18, 24)}-{pick.randint(1, 12):02d}-{pick.randint(1, 28):02d}"
    document["title"] = f"{town} : {pick.choice(FACTS)}"
    document["text"] = f"{town.upper()} – " + " ".join(chosen[:3]) + "\n\n" + " ".join(chosen[3:])
    return document


def main():
    pick = random.Random(2016)
    for number in range(int(sys.argv[1])):
        print(json.dumps(dispatch(number, pick), ensure_ascii=False))


main()
