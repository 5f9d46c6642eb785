// Tout ce que la ligne de commande et l'invite disent en français.

import Dixit
import DixitFormats

extension Phrase {
    var french: String {
        switch self {
        case .page(let shown, let all): "\(Self.range(shown)) sur \(number(all)), .next"
        case .readingDocuments(let documents, let rate, let seconds):
            "lecture\u{A0}: \(count(documents, "document", "documents")), "
                + "\(rate < 1000 ? "\(rate) ko/s" : "\(number(rate / 1000)) Mo/s")"
                + (seconds.map { ", encore \(Self.written(seconds: $0))" } ?? "")
        case .readDocuments(let summary):
            count(summary.documents, "document lu", "documents lus") + " dans "
                + count(summary.files, "fichier", "fichiers")
                + (summary.duplicates > 0 ? " · " + count(summary.duplicates, "doublon", "doublons") : "")
                + (summary.skippedRecords > 0 ? " · " + count(summary.skippedRecords, "omis", "omis") : "")
                + (summary.unreadFiles > 0
                    ? " · \(count(summary.unreadFiles, "fichier non lu", "fichiers non lus")), ou pas jusqu'au bout"
                    : "")
        case .moreOfThese(let count):
            "\(number(count)) \(count == 1 ? "autre de cette sorte" : "autres de cette sorte")"
        case .onlyFirstDocument(let id):
            "il y a plusieurs documents dedans\u{202F}; voici le premier, \(DisplayText.printable(id))"
        case .endedEarly: "arrêté à la première chose fausse (--strict)"
        case .chooseReading(let count):
            "tapez \((1...count).map { "\($0)" }.joined(separator: " ou ")) pour exécuter cette lecture"
        case .running(let time): "\(AnswerLine.written(time, .french)) … Ctrl-C arrête"
        case .noCorpus: "quels documents\u{202F}? Nommez des fichiers ou des dossiers\u{A0}: dixit seeds"
        case .nothingLoaded: "il n'y a aucun document à interroger"
        case .cannotWrite(let path, let reason): "je ne peux pas écrire «\u{A0}\(path)\u{A0}»\u{A0}: \(reason)"
        case .foreignForm(let path):
            "«\u{A0}\(path)\u{A0}» ne serait pas un tel fichier\u{A0}: un tableur ouvre reponses.csv "
                + "(avec -F excel ou .mode excel s'il est français)"
        case .wouldReplace(let path):
            "«\u{A0}\(path)\u{A0}» est lu ici, ou est un corpus\u{A0}: les réponses le remplaceraient. Nommez un autre fichier, ou "
                + "supprimez-le d'abord"
        case .commandNotFirst(let name):
            "il n'y a ni fichier ni dossier «\u{A0}\(name)\u{A0}»\u{202F}; la commande vient en premier\u{A0}: dixit \(name) …"
        case .unknownCommand(let name, let suggestion):
            "je n'ai pas de commande \(name)"
                + (suggestion.map { "\u{202F}; vouliez-vous dire \($0)\u{202F}?" } ?? " (.help en donne la liste)")
        case .commandOfOtherPrograms(let name, let ours): "\(name) s'écrit \(ours) ici"
        case .noAnswerYet: "il n'y a pas encore de réponse"
        case .noSuchRow(let row, let count):
            "il n'y a pas de ligne \(row)\u{A0}: la dernière réponse en a \(number(count))"
        case .noMoreRows: "il n'y a plus de lignes"
        case .noPassage: "cette ligne ne s'appuie sur aucun texte"
        case .noRecord: "cette ligne est un nombre ou un groupe\u{A0}: demandez les lignes mêmes avec find"
        case .noQueryToRefine: "il n'y a pas encore de requête à modifier"
        case .noQueryYet: "il n'y a pas encore de requête"
        case .nothingToUndo: "il n'y a aucune modification de requête à défaire"
        case .unknownName(let name, let kind, let known):
            "je ne connais pas \(Self.french(kind)) «\u{A0}\(name)\u{A0}»"
                + (known.isEmpty ? "" : "\u{A0}: \(known.joined(separator: ", "))")
        case .unusedParameter(let name, let asked):
            "aucun script ne demande $\(name)"
                + (asked.isEmpty ? "" : "\u{A0}; demandés\u{A0}: \(asked.map { "$" + $0 }.joined(separator: ", "))")
        case .wrongArgument(let usage): "cela s'écrit\u{A0}: \(usage)"
        case .wrongOption(let text, let usage): "cela s'écrit\u{A0}: \(usage), et non «\u{A0}\(text)\u{A0}»"
        case .wrongParameterName(let name):
            "«\u{A0}\(name)\u{A0}» ne peut pas être le nom d'un paramètre\u{A0}: lettres, chiffres et _"
        case .excludeEachOther(let one, let other): "\(one) et \(other) s'excluent"
        case .wrongParameterFile(let path, let reason):
            "«\u{A0}\(path)\u{A0}» n'est pas un objet JSON de paramètres, tel que "
                + "{\"who\": \"El Khalfi\", \"verbs\": [\"saluer\"]}\u{A0}: \(reason)"
        case .notInSafeMode(let name):
            "\(name) est exclu par --safe, qui ne touche à aucun fichier hormis les documents"
        case .needsTerminal: "il faut un terminal pour cela"
        case .editorFailed(let editor): "l'éditeur s'est mal terminé\u{A0}: \(editor) ($VISUAL, $EDITOR)"
        case .scriptsReadEachOther(let path):
            "«\u{A0}\(path)\u{A0}» n'est pas lu\u{A0}: les scripts se lisent l'un l'autre sans fin"
        case .noSavedQuery(let name, let known):
            "aucune requête n'est gardée sous «\u{A0}\(name)\u{A0}»"
                + (known.isEmpty ? "" : "\u{A0}: \(known.joined(separator: ", "))")
        case .savedAs(let path): "gardé dans \(path)"
        case .queryNeedsAnswer:
            "cette requête interroge `them`, qui disparaît avec la session\u{A0}: gardez-la avec une condition"
        case .noHome: "il n'y a pas de dossier où la garder\u{A0}: définissez HOME"
        case .tooLongToCopy:
            "c'est plus que ce que les terminaux copient\u{A0}: .once FICHIER l'écrit dans un fichier"
        case .copied(let rows):
            "\(number(rows)) \(rows < 2 ? "ligne" : "lignes") dans le presse-papiers, si le terminal le permet"
        case .nobodyIsCalled(let name, let hasNear):
            "personne et rien ne s'appelle «\u{A0}\(name)\u{A0}»"
                + (hasNear ? "\u{202F}; ceux-ci ont ces mots dans leur nom\u{A0}:" : "")
        case .statements(let count): "\(number(count)) \(count < 2 ? "déclaration" : "déclarations")"
        case .fingerprint(let number): "empreinte \(Self.hexadecimal(number))"
        case .loaded(let documents, let statements):
            "\(number(documents)) \(documents < 2 ? "document" : "documents"), "
                + "\(number(statements)) \(statements < 2 ? "déclaration" : "déclarations")."
        case .invitation: "Posez vos questions\u{202F}; .tutorial et .help montrent comment, .quit pour quitter."
        case .helpHead: "Demandez qui a dit quoi\u{A0}:"
        case .helpFoot:
            ".tutorial montre comment, en dix étapes.\n.help MOT dit le sens d'un mot ou d'une commande\u{A0}: .help contains"
        case .tutorialEnd:
            "C'est tout. .examples a d'autres questions, .help les commandes, .save garde une requête."
        case .tutorialIsAboutSeeds: "les étapes parlent du document dans seeds\u{A0}: dixit seeds"
        case .snapshotBesideOthers(let path):
            "«\u{A0}\(path)\u{A0}» est un instantané, qui s'interroge seul\u{A0}: indexez ses documents avec les autres"
        case .snapshotIsRead(let path):
            "«\u{A0}\(path)\u{A0}» est un instantané, dont les documents ont été lus quand il a été fait\u{A0}: --from, --fields, "
                + "--encoding, --strict, --keep-duplicates et --annotations vont avec dixit index"
        case .snapshotWritten(let path, let documents, let statements, let bytes):
            "\(path)\u{A0}: \(number(documents)) \(documents < 2 ? "document" : "documents"), "
                + "\(number(statements)) \(statements < 2 ? "déclaration" : "déclarations"), \(number(bytes)) octets"
        case .readingRecords(let rows): "lecture\u{A0}: \(number(rows)) fiches"
        case .recordsWritten(let path, let sets, let bytes):
            ([path + "\u{A0}:"] + sets.map { "\(number($0.rows)) \($0.set)," }).joined(separator: " ")
                + " \(number(bytes)) octets"
        case .documentsAndRecords: "un corpus est fait de documents ou de fiches (--records), pas des deux"
        case .schemaWithoutRecords: "--schema et --rename vont avec --records people=people.jsonl …"
        case .memory(let bytes): "\(number(bytes)) octets"
        case .memoryPerMillion(let set, let bytes):
            "\(number(bytes)) octets pour un million de \(set) à ce rythme"
        case .unknownExport(let path):
            "«\u{A0}\(path)\u{A0}» n'est ni l'un ni l'autre\u{A0}: presse.db est une base SQLite, presse/ un dossier de JSON Lines et de CSV"
        case .partWantsFolder: "les tables d'une partie vont dans un dossier\u{A0}: -o partie/"
        case .partOfSnapshot(let name):
            "--identities est pour des documents qui sont lus, ce que \(name) n'est pas\u{A0}: dixit export DOCUMENTS les exporte"
        case .noEvidence: "il n'y a rien à relier\u{A0}: donnez ce qu'écrit dixit extract --records evidence"
        case .foreignExport(let path):
            "«\u{A0}\(path)\u{A0}» existe et ne vient pas d'un export\u{A0}: --replace met celui-ci à sa place"
        case .foreignEntry(let folder, let entry):
            "«\u{A0}\(entry)\u{A0}» dans «\u{A0}\(folder)\u{A0}» ne vient pas d'un export\u{A0}: nommez un dossier à lui"
        case .writingRows(let written, let all): "écriture\u{A0}: \(number(written)) lignes sur \(number(all))"
        case .exported(let path, let sets):
            path + "\u{A0}: " + sets.map { "\(number($0.rows)) \($0.set)" }.joined(separator: ", ")
        case .snapshotSound(let path, let bytes): "\(path)\u{A0}: intact, \(number(bytes)) octets"
        case .writing(let written, let all): "écriture de \(number(written)) octets sur \(number(all))"
        case .bratWantsFolder: "brat veut un dossier\u{A0}: -F brat -o annotations/"
        case .passedOver(let line): "«\u{A0}\(line)\u{A0}» est laissé de côté\u{A0}: une page n'a pas d'invite"
        case .said(let text): text
        }
    }

    private static func french(_ noun: Noun) -> String {
        switch noun {
        case .word: "le mot"
        case .set: "l'ensemble"
        case .field: "le champ"
        case .setting: "le réglage"
        case .definition: "le let"
        }
    }

    private func number(_ number: Int) -> String { AnswerSummary.written(number, .french) }

    /// `1 fichier`, `1 203 fichiers`
    private func count(_ count: Int, _ one: String, _ many: String) -> String {
        "\(number(count)) \(count < 2 ? one : many)"
    }
}

extension Placeholder {
    static let french = [
        "CMD": "COMMANDE", "FIELD": "CHAMP", "FILE": "FICHIER", "ID": "IDENTIFIANT", "KEY": "CLÉ", "NAME": "NOM",
        "FORM": "FORME", "PATH": "CHEMIN", "PREFIX": "DÉBUT", "QUERY": "REQUÊTE", "SET": "ENSEMBLE", "SIZE": "TAILLE",
        "TIME": "DURÉE", "VALUE": "VALEUR", "WHEN": "QUAND", "WORD": "MOT",
    ]
}

extension DotCommand {
    var frenchPurpose: String {
        switch self {
        case .help: "cette liste, ou le sens d'un mot"
        case .examples: "des questions pour commencer"
        case .tutorial: "le langage en dix étapes\nChacune est une requête. Sans numéro, l'étape après la dernière."
        case .shortcuts: "ce que font les touches"
        case .sets: "ce que l'on peut interroger"
        case .schema: "les champs d'un ensemble"
        case .values: "les valeurs les plus fréquentes d'un champ"
        case .names:
            "qui ou quoi un nom désigne\nTel que = le lit\u{A0}: nom de famille, autre ordre, initiales, titres. Si personne ne s'appelle ainsi, ceux qui ont ces mots."
        case .stats: "combien il y a de chaque chose"
        case .load: "d'autres documents à interroger désormais\nLes définitions et les paramètres restent."
        case .reload: "les mêmes documents, relus"
        case .corpus: "quels sont ces documents\nAvec un nombre, autre pour d'autres textes."
        case .read:
            "exécute un script\nIl est cherché à côté de celui qui le dit, puis dans le dossier courant. Les valeurs valent pour ce script\u{A0}: .read rapport.dixit who=\"El Khalfi\" words=@mots.txt"
        case .edit:
            "la dernière requête dans votre éditeur\n$VISUAL, sinon $EDITOR, sinon vi. Ce qui en revient est demandé."
        case .again: "la dernière requête encore une fois"
        case .undo:
            "défait la dernière modification\nDe find …, and …, by … la dernière ligne est retirée, et la requête d'avant demandée."
        case .timer: "le nombre de lignes et le temps"
        case .next: "les lignes suivantes de la réponse"
        case .prev: "les lignes précédentes"
        case .page: "les lignes d'une page"
        case .row: "tout sur une ligne de la réponse"
        case .source: "le passage d'où vient une ligne, marqué\nAvec all, dans le document entier."
        case .why: "pourquoi une ligne y est, par condition"
        case .whynot: "pourquoi une ligne n'y est pas"
        case .context: "caractères de chaque côté d'un mot trouvé"
        case .mode: "la forme des réponses"
        case .width: "colonnes auxquelles les tableaux s'ajustent"
        case .color: "les couleurs"
        case .pager: "les longues réponses, page par page\n$PAGER, sinon less."
        case .output:
            "les réponses dans un fichier, et retour\nLa forme suit du nom\u{A0}: .csv .tsv .json .jsonl .md .html .txt"
        case .once: "la prochaine réponse dans un fichier"
        case .copy: "la réponse dans le presse-papiers\nPour un tableur. Par le terminal (OSC 52), aussi à travers ssh."
        case .save: "garde la dernière requête sous un nom\nAvec les définitions et les paramètres qu'il lui faut."
        case .saved: "les requêtes gardées"
        case .run: "exécute l'une d'elles\n.run khalfi since=2016"
        case .lets: "les noms définis par `let`"
        case .forget: "oublie un tel nom, ou une requête gardée"
        case .cite: "de quoi citer cette réponse, en note\nAvec un numéro, d'où vient cette ligne."
        case .param: "les valeurs des $paramètres\n@FICHIER est une liste, une valeur par ligne."
        case .history:
            "ce qui a été saisi\noff ne garde plus rien, clear oublie tout. Une espace avant une ligne la laisse dehors."
        case .set: "tous les réglages, ou l'un d'eux"
        case .lang: "la langue des messages"
        case .explain: "montre aussi comment la question est lue"
        case .quit: "quitter (aussi Ctrl-D)"
        }
    }
}

extension DotCommand.Group {
    var frenchTitle: String {
        switch self {
        case .learn: "Apprendre"
        case .data: "Regarder les données"
        case .load: "Charger"
        case .run: "Exécuter"
        case .results: "La dernière réponse"
        case .present: "Présenter"
        case .keep: "Garder"
        case .parameters: "Paramètres"
        case .session: "La session"
        }
    }
}

extension Setting {
    var frenchPurpose: String {
        switch self {
        case .color: "les couleurs"
        case .context: "caractères de chaque côté dans une concordance"
        case .echo: "chaque requête en forme canonique avant sa réponse"
        case .explain: "avec chaque réponse, comment la question a été lue"
        case .lang: "la langue des messages"
        case .limit: "lignes d'une requête qui n'a pas de limit"
        case .mode: "la forme des réponses"
        case .page: "lignes montrées à la fois"
        case .pager: "les longues réponses dans un programme qui tourne les pages"
        case .prefill: "après une erreur, la requête corrigée est à l'invite"
        case .timeout: "arrête une requête qui dure plus longtemps"
        case .timer: "une ligne avec le nombre de lignes et le temps"
        case .width: "colonnes auxquelles les tableaux s'ajustent"
        }
    }
}

extension Shortcut {
    var frenchPurpose: String {
        switch self {
        case .tab: "complète un mot, un champ, un nom entre guillemets"
        case .upDown: "les requêtes d'avant, entières"
        case .search: "les recherche"
        case .lineEnds: "au début, à la fin de la ligne"
        case .words: "un mot en arrière, un mot en avant"
        case .eraseWord: "efface le mot d'avant"
        case .eraseLine: "efface la ligne jusqu'ici"
        case .undo: "défait la dernière modification de la ligne"
        case .clearScreen: "efface l'écran"
        case .interrupt: "efface ce qui est saisi\u{202F}; arrête une requête en cours"
        case .leave: "quitte, sur une ligne vide"
        case .emptyLine: "une ligne vide demande ce qui n'est pas complet"
        case .refine: "une ligne avec and, or, where, by, show, sort, limit … modifie la requête d'avant"
        case .secret: "une espace avant une ligne la laisse hors de l'historique"
        }
    }
}

extension HelpTopic {
    var frenchMeaning: String {
        switch self {
        case .find:
            "donne les lignes d'un ensemble\u{A0}: statements (déclarations), people (personnes), documents (articles)…"
        case .count: "compte les lignes d'un ensemble, en tout ou pour chaque valeur d'un champ."
        case .condition:
            "garde les lignes pour lesquelles une condition est vraie. `and` et `or` ne se mêlent qu'avec des parenthèses."
        case .contains:
            "cherche des mots, une expression ou, avec *, le début d'un mot\u{A0}; la casse et les accents ne comptent pas."
        case .values: "demande une valeur parmi plusieurs, ou ce qui se trouve entre deux, bornes comprises."
        case .missing: "demande si un champ est connu."
        case .show: "choisit les colonnes de la réponse\u{A0}; un point mène à ce qui est lié."
        case .sort: "ordonne la réponse et en prend une partie."
        case .sample: "prend des lignes au hasard, chaque fois les mêmes."
        case .format:
            "nomme la forme de la réponse\u{A0}: table, list, kwic, pivot, chart, json, jsonl, csv, excel, tsv, markdown, html."
        case .names:
            "nomme une requête pour celles qui suivent\u{A0}; `them` est le dernier résultat, `it` la ligne elle-même."
        case .param:
            "déclare une valeur donnée de l'extérieur\u{A0}: -p who=\"El Khalfi\", ou .param set who \"El Khalfi\"."
        case .spelling: "compare avec la casse et les accents, ou pardonne les fautes de frappe."
        case .quantifiers:
            "demande combien des choses auxquelles une ligne mène remplissent une condition, chacune à elle seule."
        case .near:
            "demande des mots proches l'un de l'autre\u{A0}: near, within 5 words of, within same sentence as."
        case .dates: "Une date peut s'arrêter au mois ou à l'année."
        case .quotes: "Les textes sont entre \"…\", « … » ou “…”. L'apostrophe est une lettre et n'ouvre rien."
        case .explain: "dit comment une question est lue et exécutée."
        }
    }
}

extension TutorialStep {
    var frenchText: String {
        switch self {
        case .everything:
            "Dixit sait qui a dit quoi. `find` donne des lignes\u{A0}: ici toutes les déclarations, une par ligne. Ensuite .row 1 montre tout de la première, et .source 1 où elle se trouve."
        case .name:
            "`where` en garde certaines. Majuscules et accents ne comptent pas, et le nom de famille suffit\u{202F}; une note dit qui était désigné."
        case .french:
            "Ensembles et champs ont aussi des noms français, et les guillemets français sont les bienvenus. `and` joint deux conditions."
        case .words:
            "`contains` cherche des mots. Un * termine le début d'un mot, et `or` entre deux textes demande l'un d'eux. `show` choisit les colonnes."
        case .concordance:
            "Un texte seul est une question\u{A0}: où se trouve-t-il\u{202F}? Les occurrences sont l'une sous l'autre."
        case .dots: "Un point mène à ce qui est lié\u{A0}: de la déclaration à son orateur, de là à sa fonction."
        case .counting:
            "`count … by` compte, du plus au moins fréquent. Essayez aussi de modifier une question\u{A0}: après find statements, la ligne by speaker les compte."
        case .chart:
            "`as` nomme la forme de la réponse\u{202F}; chart la dessine. Avec .once citations.csv la prochaine réponse est un fichier."
        case .lets: "`let` nomme une question, pour s'en servir dans d'autres."
        case .explain:
            "`explain` dit en une phrase comment une question est lue, et comment on y répond. S'il manque une ligne, demandez .whynot avec son identifiant."
        }
    }
}

extension FieldType {
    var frenchName: String {
        switch self {
        case .text: "texte"
        case .name(let many): many ? "noms" : "nom"
        case .keyword(let many): many ? "mots-clés" : "mot-clé"
        case .number: "nombre"
        case .date: "date"
        case .boolean: "true (vrai) ou false (faux)"
        case .one(let target, _): "l’un de \(target)"
        case .many(let target, _): "plusieurs de \(target)"
        }
    }
}
