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
        case .running(let time): "\(AnswerLine.written(time, .french)) … Ctrl-C arrête"
        case .noCorpus: "quels documents\u{202F}? Nommez des fichiers ou des dossiers\u{A0}: dixit seeds"
        case .nothingLoaded: "il n'y a aucun document à interroger"
        case .cannotWrite(let path, let reason): "je ne peux pas écrire «\u{A0}\(path)\u{A0}»\u{A0}: \(reason)"
        case .foreignForm(let path):
            "«\u{A0}\(path)\u{A0}» ne serait pas un tel fichier\u{A0}: un tableur ouvre reponses.csv "
                + "(avec -F excel ou .mode excel s'il est français)"
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
            "exécute un script\nLes valeurs valent pour ce script\u{A0}: .read rapport.dixit who=\"El Khalfi\" words=@mots.txt"
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

extension OptionText {
    var french: String {
        switch self {
        case .overview: "Répond à la question de savoir qui a dit quoi dans la presse."
        case .askUsage:
            """
            dixit [OPTIONS] CORPUS…                 une invite, si l'entrée standard est un terminal
                   dixit [OPTIONS] CORPUS… -c 'REQUÊTE'    répond et quitte (peut être répété, aussi -f FICHIER)
                   dixit index CORPUS… -o FICHIER.corpus · export CORPUS… -o FICHIER.db · sql REQUÊTE · extract CHEMIN… · check FICHIER… · fmt FICHIER… · schema [--json]
                   dixit completion bash|zsh|fish · manual
            """
        case .askDiscussion:
            """
            CORPUS, ce sont des fichiers ou des dossiers de documents, ou un instantané que `dixit index` en a fait. Les documents sont \
            du texte (.txt), du Markdown (.md), des pages web (.html), des JSON Lines (.jsonl), du JSON (.json), des tableaux (.csv, .tsv) et des \
            flux (.rss, .atom, .xml), aussi comprimés avec gzip (.gz) ou en archives (.zip)\u{202F}; - est l'entrée standard. Les fichiers qui \
            ne sont pas en UTF-8 sont reconnus. Le texte d'une page est son texte principal, sans navigation, et les positions comptent dans celui-ci.
            En JSON et en CSV, un document a un texte (sous text, body, content, contenu… ou ce que dit --fields) et peut-être id, title, date, \
            outlet et url. Sans identifiant, il s'appelle d'après son adresse, ou d'après son texte. Un document est lu une fois\u{A0}: la même \
            adresse, ou le même texte du même journal, est un doublon. Ce qui ne peut être lu est dit avec fichier et ligne, et le reste est lu.
            Codes de sortie\u{A0}: 0 tout s'est bien passé\u{202F}; 1 la dernière requête n'a rien trouvé (seulement avec -e)\u{202F}; \
            2 ligne de commande fausse ou script illisible\u{202F}; 3 requête fausse\u{202F}; 4 documents qui n'ont pu être \
            chargés\u{202F}; 5 arrêté\u{202F}; 130 interrompu.
            """
        case .corpus: "Des fichiers ou des dossiers de documents, ou un instantané."
        case .command: "Exécute une requête."
        case .file: "Exécute un script\u{202F}; - est l'entrée standard."
        case .format:
            "La forme des réponses\u{202F}; auto est un tableau au terminal et csv ailleurs, ou ce que dit -o."
        case .output:
            "Écrit les réponses dans un fichier, en entier ou pas du tout. Son nom dit la forme\u{A0}: reponses.md"
        case .param: "La valeur d'un paramètre\u{202F}; NOM=@FICHIER est une liste, une valeur par ligne."
        case .params: "Les valeurs des paramètres, dans un objet JSON."
        case .exitStatus: "Code de sortie 1 si la dernière requête n'a rien trouvé."
        case .keepGoing: "Continue après une erreur."
        case .today: "Ce que veut dire `today`, par exemple 2016-05-12."
        case .limit: "Les lignes d'une requête qui n'a pas de limit."
        case .timeout: "Arrête une requête qui dure plus longtemps\u{A0}: 10s, 500ms, 2m."
        case .maxMemory: "Arrête une requête à qui il faut plus de mémoire de travail\u{A0}: 2G, 500M."
        case .seed: "La graine d'un `sample` qui n'en a pas."
        case .explain: "Dit de chaque requête comment elle est lue et exécutée, au lieu de sa réponse."
        case .check: "Dit ce qui est faux dans les requêtes, et n'en exécute aucune."
        case .safe:
            "Les scripts ne touchent à aucun fichier hormis les documents\u{A0}: ni .read, ni .output, ni .save…"
        case .timing: "Dit combien de temps chaque réponse a pris."
        case .echo: "Dit chaque requête en forme canonique avant sa réponse."
        case .noInit: "Ne lit pas le fichier de démarrage, ~/.config/dixit/rc."
        case .noHistory: "Ni ne lit ni n'écrit l'historique de l'invite."
        case .batch: "Jamais d'invite\u{A0}: l'entrée standard est un script."
        case .interactive: "Une invite même si l'entrée standard n'est pas un terminal, et après -c et -f."
        case .progress: "L'avancement du chargement."
        case .version: "La version."
        case .documents: "Les documents"
        case .from: "Ce que sont les fichiers, si leurs noms ne le disent pas\u{202F}; l'entrée standard est jsonl."
        case .fields:
            "Comment s'appellent les champs\u{A0}: text=corps,title=titre. Les champs\u{A0}: id, text, title, date, outlet, url."
        case .encoding:
            "Le codage des caractères\u{A0}: windows-1252, utf-16. D'office, chaque fichier est regardé."
        case .strict: "S'arrête au premier document qui est faux, avec le code de sortie 4."
        case .keepDuplicates: "Garde les documents de même adresse, et ceux de même texte dans un même journal."
        case .messages: "Les messages"
        case .lang: "La langue des messages. D'office celle du système."
        case .color: "Les couleurs\u{202F}; NO_COLOR éteint auto."
        case .errorFormat:
            "Les erreurs\u{A0}: human avec la ligne et un repère, short une ligne chacune, json un objet par ligne."
        case .quiet: "Seulement données et erreurs\u{A0}: ni notes, ni nombres, ni avancement."
        case .checkOverview: "Dit ce qui est faux dans des scripts, sans les exécuter, et dans des instantanés."
        case .scripts: "Des scripts\u{202F}; - est l'entrée standard."
        case .formatOverview:
            "Écrit des scripts en forme canonique\u{A0}: une seule graphie pour chaque chose, commentaires gardés."
        case .inPlace: "Réécrit chaque script dans son fichier."
        case .schemaOverview: "Dit quels ensembles et quels champs on peut interroger."
        case .json: "En JSON."
        case .schemaWords:
            """
            Un corpus, par défaut la presse telle que les textes la donnent\u{A0}; et seulement ces ensembles ou ces champs\u{A0}: \
            statements, statements.speaker.
            """
        case .completionOverview:
            "Donne ce avec quoi un shell complète les options de dixit\u{A0}: bash, zsh ou fish."
        case .shell: "Le shell."
        case .manualOverview: "Donne la page de manuel, pour man."
        case .indexOverview:
            "Écrit les documents et tout ce qu'on y trouve dans un instantané, qui s'ouvre en quelques millisecondes."
        case .indexDiscussion:
            """
            Les fiches extraites ailleurs sont des JSON Lines, un objet par ligne, avec les champs de la presse (dixit schema) ou \
            ceux d'un schéma à elles\u{A0}: dixit index --records people=people.jsonl statements=statements.jsonl -o presse.corpus. \
            Les dates sont "2016-05-12", les relations l'identifiant de l'autre ligne ou une liste d'identifiants.
            Le fichier est là en entier ou pas du tout\u{202F}; qui interroge celui qu'il remplace n'est pas dérangé.
            Codes de sortie\u{A0}: 0 tout y est\u{202F}; 2 ligne de commande fausse, ou fichier qui ne peut être écrit\u{202F}; 4 documents \
            qui n'ont pu être chargés (les autres y sont), ou fiches fausses (rien n'est écrit)\u{202F}; 130 interrompu.
            """
        case .exportOverview: "Écrit un corpus en tables\u{A0}: une base SQLite, ou du JSON Lines et du CSV."
        case .exportDiscussion:
            """
            presse.db est une base SQLite avec clés, index, vues et recherche plein texte, que lisent Datasette et d'autres \
            programmes. Un nom qui finit par / est un dossier\u{A0}: chaque table en JSON Lines, celles qui se lisent en CSV aussi, et un \
            datapackage.json (Frictionless) qui dit ce qu'elles contiennent. À côté des tables à lire, il y a celles dont d'autres \
            moteurs ont besoin pour répondre aux questions de Dixit\u{A0}: textes repliés, mots et leurs places, formes des noms. Le \
            résultat est là en entier ou pas du tout\u{A0}; le même corpus donne les mêmes octets.
            """
        case .exportTarget: "La base (.db, .sqlite), ou le dossier (presse/)."
        case .replace: "Remplacer ce qui s'y trouve, même si cela ne vient pas d'un export."
        case .identities:
            "Qui est qui, comme dixit link l'a trouvé\u{A0}: seules les tables des documents sont écrites, parties d'un tout."
        case .linkOverview: "Trouve qui est qui dans les parties d'un corpus."
        case .linkDiscussion:
            """
            Un corpus trop grand pour une machine se lit par parties. Chacune dit qui ses documents nomment (dixit extract --records \
            evidence < partie.jsonl), ce qui est petit\u{A0}; cette commande le réunit, en mémoire, et écrit un dossier avec les personnes, \
            les organisations et les lieux de toutes les parties en tables, et identities.jsonl. Avec cela chaque partie fait ses autres \
            tables (dixit export partie.jsonl --identities noms/identities.jsonl -o partie/). Réunies, ce sont les tables d'un seul \
            corpus de tous les documents.
            Codes de sortie\u{A0}: 0 écrit\u{202F}; 2 ligne de commande fausse, ou dossier qui ne peut être écrit\u{202F}; 4 lignes fausses \
            (rien n'est écrit)\u{202F}; 130 interrompu.
            """
        case .linkEvidence: "Fichiers à relier\u{A0}; sans aucun, l'entrée standard est lue. Les lignes d'autres fiches sont laissées de côté."
        case .linkTarget: "Le dossier des tables et de identities.jsonl."
        case .sqlOverview: "Dit une question en SQL, sur les tables qu'écrit `dixit export`."
        case .sqlDiscussion:
            """
            Une instruction pour chaque requête du script, avec les colonnes et l'ordre de sa réponse\u{A0}: dixit sql -d sqlite \
            'count statements by speaker' | sqlite3 presse.db. SQLite a les tables de presse.db, les autres celles de presse/ (--tables \
            les crée). Les textes sont entre guillemets, jamais insérés tels quels. Ce que SQL ne peut dire comme Dixit l'entend \
            (matches, roughly, sample, relevance) est une erreur à sa place.
            """
        case .dialect: "Le moteur\u{A0}: sqlite, duckdb, postgres, clickhouse ou spark."
        case .sqlQuery: "La question\u{A0}; sans elle et sans -f, l'entrée standard est lue."
        case .sqlTables: "Les instructions qui créent les tables, au lieu d'une question."
        case .indexCorpus: "Des fichiers ou des dossiers de documents."
        case .records: "Des ensembles avec les JSON Lines de leurs lignes."
        case .recordSchema: "Le schéma des fiches, tel que dixit schema --json le donne."
        case .rename: "Le nom qu'ont dans le schéma les champs des fichiers\u{202F}; sans nom, ils sont omis."
        case .snapshot: "L'instantané."
        case .addedDay: "Le jour où les documents comptent comme ajoutés, par exemple 2016-05-12."
        case .statsOverview: "Dit combien il y a de chaque chose, et la mémoire que chaque partie occupe."
        case .extractOverview:
            "Donne ce qui est trouvé dans des textes, un objet JSON par ligne\u{A0}: déclarations, ou ce que dit --records."
        case .extractDiscussion:
            """
            Sans chemin, lit des JSON Lines sur l'entrée standard, comme le fait -. Un document garde son identifiant\u{202F}; s'il n'en a pas, \
            il s'appelle d'après son adresse ou, à défaut, d'après son texte. Un document donne donc les mêmes lignes dans quelque partie d'un \
            corpus qu'il vienne, et une lecture interrompue reprend avec les lignes non lues\u{A0}: \
            tail -n +20001 presse.jsonl | dixit extract. Rien n'est omis comme déjà lu. Les positions comptent les points de code du texte tel \
            qu'il est dans le champ.
            Codes de sortie\u{A0}: 0 lu, sauf les fiches dites fausses\u{202F}; 2 ligne de commande fausse\u{202F}; 4 fichiers qui n'ont pu \
            être lus, ou quoi que ce soit de faux avec --strict.
            """
        case .extractFormat: "La forme de ce qui est donné."
        case .extractPaths: "Des fichiers ou des dossiers de documents\u{202F}; - est l'entrée standard."
        case .extractRecords: "Ce qui est donné, une ou plusieurs fois\u{A0}; sources\u{A0}: groupes, textes et sources sans nom\u{A0}; evidence est pour dixit link."
        case .names: "Les noms que vous connaissez, au lieu de ceux du dixit.names à côté des textes."
        case .threads: "Combien de textes sont lus à la fois\u{A0}; le résultat est le même."
        case .annotateOverview:
            "Écrit un document comme page web, où déclarations, orateurs et personnes sont marqués."
        case .annotateDiscussion:
            """
            La page n'a besoin de rien d'autre. Ses mots sont dans la langue de --lang.
            Codes de sortie\u{A0}: 0 écrite\u{A0}; 2 ligne de commande fausse, ou page qui ne peut être écrite\u{A0}; 4 le document \
            n'a pas pu être lu.
            """
        case .annotatedFile: "Un fichier avec un document."
        case .annotations:
            "Déclarations et noms marqués ailleurs\u{A0}: JSON Lines comme dixit extract, .ann de brat, Web Annotations, ou des dossiers."
        case .annotationUse:
            "Si elles prennent la place de ce qui est trouvé ici, ou s'y ajoutent et l'emportent là où elles le recouvrent."
        case .extractTarget:
            "Le fichier\u{A0}; pour brat un nouveau dossier, avec un texte et ses annotations par document."
        case .reportOverview:
            "Écrit les réponses de scripts comme une page web\u{A0}: tableaux à trier, graphiques, et les passages d'où elles viennent."
        case .reportDiscussion:
            """
            La page n'a besoin de rien d'autre et ne va rien chercher. Le commentaire juste au-dessus d'une question en est le \
            titre. Ses mots sont dans la langue de --lang.
            Codes de sortie\u{A0}: 0 écrite\u{A0}; 2 ligne de commande fausse, ou page qui ne peut être écrite\u{A0}; 3 une question est \
            fausse\u{A0}; 4 une partie du corpus n'a pas pu être chargée (le reste y est)\u{A0}; 5 arrêtée par une limite\u{A0}; \
            130 interrompue. Rien n'est écrit après 3, 5 et 130.
            """
        case .reportTitle: "Ce qui se trouve en tête de la page\u{A0}; d'office le nom du script."
        case .reportRows: "Les lignes d'une réponse qui sont écrites\u{A0}; la page dit combien elle en omet."
        case .page: "La page\u{A0}; par défaut la sortie standard."
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
