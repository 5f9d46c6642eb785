// Ce que l'aide dit de chaque option en français.

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
        case .linkEvidence:
            "Fichiers à relier\u{A0}; sans aucun, l'entrée standard est lue. Les lignes d'autres fiches sont laissées de côté."
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
        case .extractRecords:
            "Ce qui est donné, une ou plusieurs fois\u{A0}; sources\u{A0}: groupes, textes et sources sans nom\u{A0}; evidence est pour dixit link."
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
