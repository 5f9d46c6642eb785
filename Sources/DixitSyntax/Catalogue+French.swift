// The messages in French. The form is explained at `Catalogue`; spaces before : ; ! ? and inside « » are made
// unbreakable when the catalogue is read.

extension Catalogue {
    static let frenchText = """
        E100: je ne peux pas lire « {text} » ici
        > écrivez `{instead}`
        E101: ce texte n’est jamais fermé
        > ouvert ici ; il lui faut un {closing} fermant
        E102: ce motif n’est jamais fermé
        > ouvert ici ; il lui faut un / fermant sur la même ligne
        E103: une apostrophe ne peut pas ouvrir un texte
        > écrivez "{text}" ou « {text} »
        E104: « {text} » n’est pas un nombre
        > des chiffres, et un point avant les décimales : 12.5
        E105: aucun calendrier n’a de date {text}
        > écrivez une date sous la forme 2016, 2016-05 ou 2016-05-12
        E106: le mois et le jour ont deux chiffres ; {text} n’est donc pas une date
        > écrivez {instead}
        E106.dayFirst: une date commence ici par l’année, et {text} n’en est pas une
        > écrivez {instead}
        E107: un $ doit être suivi d’un nom
        > par exemple $who
        E108: cette requête dépasse {limit} octets
        > mettez les longues listes de mots dans un paramètre
        E109: {text} dépasse tous les nombres avec lesquels je sais compter

        E201: j’attendais {expected}, mais j’ai trouvé {found}
        > `{word}` s’écrit ici `{keyword}` (et {others})
        > `{word}` s’écrit ici `{keyword}`
        > vouliez-vous dire `{suggestion}` ?
        E202: `and` et `or` sont mêlés : cela se lit de deux façons
        E203: cela ressemble à un texte, et un texte se met entre guillemets
        > écrivez {quoted}
        E204: j’attendais {expected}, mais j’ai trouvé {found}
        > écrivez {instead}
        E205: `{clause}` va avec `count`, pas avec `find`
        > écrivez `count …` pour compter par groupes
        E206: il y a déjà un `{clause}`
        E206.where: il y a déjà un `{clause}`
        > écrivez `and` pour ajouter une condition
        E207: deux textes côte à côte, sans rien entre eux
        > mettez `and`, `or` ou `near` devant celui-ci, ou écrivez "{joined}" pour l’expression
        E207.line: un texte commence cette ligne, et la requête qui précède ne continue pas par un texte
        > mettez `;` devant lui pour le chercher, ou un opérateur pour l’ajouter à la requête
        E208: une deuxième requête commence sur la même ligne
        > mettez `;` ou un retour à la ligne devant elle
        E209: `{text}` est une commande de l’invite et n’a pas sa place dans une requête
        E210: l’imbrication est trop profonde
        > {limit} niveaux au plus
        E211: `{word}` est un mot du langage et ne peut pas servir de nom
        E212: `having` porte sur des groupes, et il n’y a pas de `by`
        > ajoutez `by` et un champ
        E213: `{word}` s’écrit ici `{keyword}`
        > écrivez `{keyword}`
        E214: cette parenthèse n’est jamais fermée
        > ouverte ici ; il lui faut une ) fermante
        E215: cette parenthèse ne ferme rien
        E216: `{operator}` prend une seule valeur, et ceci est une liste
        > écrivez `in` pour une liste
        E217: un motif se met entre barres obliques
        > écrivez /{text}/
        E218: une condition se place après `where`
        > écrivez `where` devant ceci

        E300: je n’ai pas d’ensemble appelé « {name} »
        > vouliez-vous dire `{suggestion}` ?
        > ensembles : {known}
        E301: je ne connais pas de champ « {name} » dans {set}
        > vouliez-vous dire `{suggestion}` ?
        > champs : {known}
        E302: rien ne s’appelle « {name} » ici
        > vouliez-vous dire `{suggestion}` ?
        > nommés par `let` : {known}
        > nommez-le d’abord : let {name} = …
        E303: je ne connais pas de paramètre ${name}
        > vouliez-vous dire `${suggestion}` ?
        > paramètres : {known}
        > déclarez-le d’abord : param ${name}
        E304: je ne connais pas de format « {name} »
        > vouliez-vous dire `{suggestion}` ?
        > formats : {known}
        E306: `{name}` est déjà pris : c’est {noun}
        > choisissez un autre nom
        E307: `them` désigne les lignes du dernier `find`, et il n’y en a pas encore
        E308: `{name}` est un ensemble ; il faut ici une liste, un `let` ou une requête
        > écrivez (find {name})
        E309: `{name}` se définit par lui-même
        E310: une * ne peut que terminer un mot
        > pour les terminaisons : text matches /\\w+{ending}\\b/
        > placez-la juste après les lettres, comme dans "retrait*"
        E310.mode: `{mode}` prend les lettres telles quelles, et * en remplace d’autres
        > enlevez `{mode}`, ou l’étoile
        E311: il n’y a aucun mot à chercher dans « {text} »

        E401.contains: `{operator}` cherche des mots, mais `{field}` est {type}
        > écrivez : {instead}
        E401.matches: `{operator}` lit des textes, mais `{field}` est {type}
        > écrivez : {instead}
        E401.order: `{operator}` compare des nombres et des dates, mais `{field}` est {type}
        > écrivez : {instead}
        E402: cela compare {left} et {right}
        > vouliez-vous dire {suggestion} ?
        E403: `{field}` est {type}, ce que {value} n’est pas
        E403.texts: `{operator}` cherche des textes, ce que {value} n’est pas
        > écrivez {instead}
        E403.month: `{field}` est le mois d’une certaine année, ce que {value} n’est pas
        > écrivez-le avec son année : {instead}
        E403.week: `{field}` est le lundi d’une semaine, ce que {value} n’est pas
        > écrivez ce jour : {instead}
        E403.day: `{field}` est le jour d’une certaine année, ce que {value} n’est pas
        > écrivez la date entière : {instead}
        E403.year: `{field}` est une date, et l’année {value} n’a que deux chiffres
        > écrivez {first} ou {second}
        E403.weekday: `{field}` est un nombre de 1 pour lundi à 7 pour dimanche, et « {value} » n’en est pas un
        > écrivez {instead}
        E404: je ne distingue pas le jour du mois dans « {text} »
        > écrivez {first} ({firstRead}) ou {second} ({secondRead})
        E405: je ne peux pas lire « {text} » comme une date
        > écrivez {instead}, sans guillemets
        > écrivez-la sous la forme 2016-05-12, 2016-05 ou 2016, ou 7 days ago
        E406.count: `count of` compte des lignes liées, mais `{path}` est {type}
        E406.first: `{aggregate} of` demande des dates ou des nombres, mais `{path}` est {type}
        E407: ceci porte sur plusieurs choses, mais `{path}` est {type}
        > écrivez une condition sur {path} même
        E409: `{name}` est {type} et n’a pas de champs
        E410: `sort by relevance` demande un texte
        > ajoutez une condition avec `contains`
        E410.score: `score` dit combien une ligne répond à un texte, et aucun n’est demandé
        > ajoutez une condition avec `contains`
        E411: on ne trie par `count` que les groupes de `count … by`
        E412.parenthesis: une parenthèse de ce motif est seule
        E412.bracket: un [ ou un ] de ce motif est seul
        > écrivez \\[ ou \\] pour le signe lui-même
        E412.emptyClass: ces crochets ne proposent aucun caractère
        E412.range: cet intervalle ne va pas d’un caractère à un autre placé plus loin
        E412.group: un groupe de motif commence par ( ou (?:
        E412.braces: des accolades disent combien de fois répéter
        > un nombre, ou deux dans l’ordre croissant séparés par une virgule ; \\ devant une accolade pour le signe lui-même
        E412.repetition: rien ne précède ce signe qui puisse être répété
        E412.escape: je ne connais pas cette lettre après un \\
        > écrivez \\b \\d \\w \\s, ou \\ devant un signe à prendre tel quel
        E412.lookaround: un motif ne peut regarder ni devant ni derrière
        E412.backreference: un motif ne peut pas renvoyer à un groupe
        E413: ce motif est trop grand
        > répétez moins, ou écrivez deux conditions
        E414: ${name} doit être ici {type}
        E415: une ligne peut avoir plusieurs valeurs de {path}, on ne peut donc pas trier ainsi
        > écrire : sort by count of {path}, ou first of une date ou un nombre
        E416: des groupes se trient par ce qui les forme, et {path} n'en fait pas partie
        > écrire : count, ou l'une de ces clés : {keys}
        E417: `{mode}` compare des textes, mais `{field}` est {type}
        E418: near et within se placent entre des textes entre guillemets
        E419.show: `show` choisit des champs de lignes, et `count` donne des nombres
        > demandez les lignes avec `find`, ou laissez `show`
        E419.alone: `count` sans `by` est un seul nombre, et `{clause}` en concerne plusieurs
        > écrivez `by` et ce qui fait les groupes, ou laissez `{clause}`
        E420: `score` dépend des textes que demande une requête et n’est pas un champ à lui seul
        > écrivez `show score` ou `sort by score` là où `find` a une condition avec `contains`

        E501: ce script demande une valeur pour ${name}
        > ajoutez -p {name}="…" à la ligne de commande, ou .param set {name} "…"
        E502: arrêté après {limit} {limit:milliseconde|millisecondes}
        > précisez la question, ou accordez plus de temps
        E503: arrêté après {limit} lignes
        > précisez la question, ou accordez plus de lignes
        E504: arrêté à {limit} octets de mémoire
        > précisez la question, ou accordez plus de mémoire
        E505: interrompu

        E510: {field} vaut « {id} », et aucune ligne de {set} n'a cet identifiant
        E511: deux lignes de {set} ont l'identifiant « {id} »
        E512: aucune ligne de {set} n’a l’identifiant « {id} »
        > vouliez-vous dire {suggestion} ?
        E513: on ne peut ajouter des documents qu’à un corpus fait de documents
        > refaites-le à partir de ses fiches, les nouvelles parmi elles ; les lignes de vos propres ensembles viennent après les documents
        E514: ces ensembles ne conviennent pas : {defect}

        E520: « {name} » n'est pas un instantané de corpus
        > dixit index CORPUS -o FICHIER.corpus en fait un
        E521: l'instantané « {name} » est de la version {found}, et je lis la version {known}
        > refaites-le à partir de ses documents : dixit index CORPUS -o {name}
        E522: l'instantané « {name} » vient d'une machine qui range les octets dans un autre ordre
        > refaites-le sur celle-ci : dixit index CORPUS -o {name}
        E523: l'instantané « {name} » est tronqué : il a {bytes} de ses {expected} octets
        > copiez-le à nouveau
        E523.header: l'instantané « {name} » est tronqué au bout de {bytes} octets
        > copiez-le à nouveau
        E524: l'instantané « {name} » a été altéré : sa partie `{part}` n'est pas ce qui fut écrit
        > copiez-le à nouveau, ou refaites-le à partir de ses documents
        E525: l'instantané « {name} » se contredit dans sa partie `{part}`
        > refaites-le à partir de ses documents : dixit index CORPUS -o {name}
        E526: un corpus de ce schéma n'a pas d'instantané : {defect}
        E526.size: un corpus aussi grand n'a pas d'instantané : sa partie `{part}` est trop grande
        > indexez ses documents en plusieurs parties
        E527: je ne peux pas lire l'instantané « {name} » : {reason}
        E528: je ne peux pas écrire l'instantané « {name} » : {reason}
        E529: `{field}` et `{inverse}` sont les deux bouts d'une relation et ne disent pas la même chose
        > ne donnez que l'un des deux

        E540.sample: SQL n'a pas de `{text}` qui prenne chaque fois les mêmes lignes
        > triez les lignes et limitez leur nombre
        E540.relevance: `{text}` ne se dit pas en SQL
        > triez par un champ
        E540.pattern: `{text}` ne se dit pas en SQL : chaque moteur a ses propres motifs
        > cherchez des mots avec `contains`
        E540.slips: `{text}` ne se dit pas en SQL : les moteurs comptent les fautes autrement, ou pas du tout
        > écrivez l'orthographe voulue
        E540.spelling: `{text}` ne se dit pas ici en SQL : les tables contiennent les mots repliés
        > enlevez `{text}`
        E540.times: `{text}` ne se dit pas en SQL de plusieurs mots côte à côte : 20 au plus
        > cherchez des mots seuls, ou moins de fois
        E540.column: `{text}` ne se dit pas en SQL
        > montrez d'autres colonnes : document, start et end disent où se trouve une ligne
        E540.group: en SQL, les lignes ne se groupent pas par {text}
        E540.explain: `{text}` ne se dit pas en SQL
        > traduisez la requête elle-même
        E540.character: ce texte a un caractère qu'aucune requête SQL ne peut contenir : {text}
        E540.set: il n'y a pas de tables pour cela

        N601.person: personne ne s’appelle "{name}"
        > vouliez-vous dire "{suggestion}" ({rows} {counted}) ?
        > vouliez-vous dire "{suggestion}" ?
        N601.other: rien dans {set} ne s’appelle "{name}"
        > vouliez-vous dire "{suggestion}" ({rows} {counted}) ?
        > vouliez-vous dire "{suggestion}" ?
        N601.value: aucun {field} ne vaut « {value} » parmi ces {set}
        > vouliez-vous dire « {suggestion} » ?
        N601.star: « {value} » est cherché avec son *, qui ne remplace des lettres qu’après `contains`
        > écrivez {field} contains "{value}"
        N602: chaque condition seule :   {conditions}
        N603: "{name}" en désigne {count} : {matches}
        N604: {rows} de ces lignes {rows:n’a|n’ont} pas de {field} (ajoutez : and {field} is known)
        N605: {set} : {rows} de plus au seul nom de « {name} »
        N606: lu comme : {text}
        N607: une ligne compte dans chacun de ses groupes ; ceux de {paths} se recouvrent
        N608: « {name} » est {entity}
        N609: {count} {count:remarque de plus n’est pas montrée|remarques de plus ne sont pas montrées}
        N610: une case vide de ce tableau croisé peut être un groupe que `{clause}` a laissé
        N611: les signes ne sont pas cherchés : « {text} » est lu « {words} »
        N612: rien ne se trouve entre {low} et {high} : la première valeur est la plus grande

        label.rows: {rows} {rows:ligne|lignes}
        label.opened: ouvert ici
        label.first: une première fois ici

        hint.terminal: dans un terminal, l’interpréteur a retiré vos guillemets : mettez toute la requête entre '…'
        noun.error: erreur
        noun.note: note
        or: ou
        is: s’écrit
        noun.end: la fin
        noun.set: un ensemble
        noun.field: un champ
        noun.value: une valeur
        noun.condition: une condition
        noun.clause: une clause (`where`, `show`, `sort by`, …)
        noun.comparison: un opérateur (`=`, `contains`, `in`, …)
        noun.quotedText: un texte entre guillemets
        noun.wholeNumber: un nombre entier
        noun.list: une liste entre parenthèses
        noun.pattern: un motif entre barres obliques
        noun.parameter: un paramètre
        noun.format: un format
        noun.definition: un `let`
        noun.timeUnit: une unité de temps
        noun.name: un nom
        noun.text: un texte
        noun.keyword: un mot-clé
        noun.number: un nombre
        noun.date: une date
        noun.boolean: vrai ou faux
        noun.relation: une seule ligne liée
        noun.texts: un texte ou une liste de textes
        noun.relations: plusieurs lignes liées
        month.1: janvier
        month.2: février
        month.3: mars
        month.4: avril
        month.5: mai
        month.6: juin
        month.7: juillet
        month.8: août
        month.9: septembre
        month.10: octobre
        month.11: novembre
        month.12: décembre
        """
}
