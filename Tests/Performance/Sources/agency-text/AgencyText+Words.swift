// The words that dispatches are made of.

extension AgencyText {
    static let women = ["Anne", "Nadia", "Claire", "Fatima", "Lucie", "Marie", "Samira", "Hélène", "Julie", "Amina"]
    static let men = ["Paul", "Karim", "Luc", "Mustapha", "Jean", "Ahmed", "Pierre", "Omar", "Étienne", "Youssef"]
    static let particles = ["", "", "", "", "El ", "Ben ", "Aït ", "de "]
    static let surnames = [
        "Morel", "Girard", "Kermadec", "Haddad", "Benhaddou", "Fontaine", "Amrani", "Tazi", "Lefort", "Marchand",
        "Rivière",
        "Bouraoui", "Cherkaoui", "Delmas", "Ferrand", "Guérin", "Hamidi", "Jaubert", "Lahlou", "Mercier", "Naciri",
        "Perrin",
        "Rousset", "Sefrioui", "Tessier", "Vasseur", "Zerouali", "Barbier", "Chauvet", "Daoudi",
    ]
    static let rolesOfWomen = [
        ("la ministre", "la ministre"), ("la présidente", "la présidente"), ("la porte-parole", "la porte-parole"),
        ("la directrice", "la directrice"), ("la secrétaire générale", "la secrétaire générale"),
    ]
    static let rolesOfMen = [
        ("le ministre", "le ministre"), ("le président", "le président"), ("le porte-parole", "le porte-parole"),
        ("le directeur", "le directeur"), ("le secrétaire général", "le secrétaire général"),
    ]
    static let fields = [
        "de la pêche", "des transports", "de l'agriculture", "de la culture", "du conseil régional",
        "de la chambre de commerce",
        "du syndicat des marins", "de l'agence de l'eau", "de l'énergie", "du logement",
    ]
    static let cities = [
        "Brest", "Rabat", "Lyon", "Oran", "Marseille", "Tunis", "Nantes", "Casablanca", "Lille", "Agadir", "Bordeaux",
        "Fès",
    ]
    static let months = ["janvier", "mars", "avril", "mai", "juin", "septembre", "octobre", "novembre"]
    static let days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    static let agencies = ["AFP", "MAP", "APS", "TAP"]
    static let bodies = [
        "le ministère de l'Équipement", "la préfecture", "l'association Mer ouverte", "le syndicat des dockers",
        "la mairie",
        "l'Union des armateurs (UDA)", "la commission d'enquête", "le parquet", "le conseil de la ville",
        "la fédération",
    ]
    static let sources = [
        "une source proche du dossier", "la même source", "un rapport de la commission", "plusieurs témoins",
        "les autorités",
        "une étude publiée par l'institut", "des sources concordantes",
    ]
    static let cues = [
        "déclaré", "souligné", "indiqué", "précisé", "affirmé", "expliqué", "ajouté", "estimé", "assuré", "rappelé",
        "noté",
        "annoncé", "martelé", "reconnu", "confié",
    ]
    static let presents = ["souligne", "explique", "précise", "estime", "indique", "rappelle", "assure", "note"]
    static let gerunds = ["ajoutant", "soulignant", "précisant", "estimant", "rappelant", "notant"]
    static let acts = ["salué", "dénoncé", "annoncé", "critiqué", "promis", "réclamé", "rejeté", "défendu"]
    static let headlines = [
        "défend la réouverture du port", "appelle au dialogue", "annonce un plan de relance",
        "dénonce la hausse des prix",
    ]
    static let objects = [
        "la fermeture du port", "la réforme des quais", "la hausse des tarifs", "l'ouverture du chantier",
        "la baisse des aides",
        "la construction du pont", "la suspension des travaux",
    ]
    static let purposes = [
        "rouvrir le port", "moderniser les quais", "former les jeunes pêcheurs", "mettre en place un guichet unique",
    ]
    static let subjects = [
        "la situation du port", "le nouveau plan", "cette mesure", "la filière", "le chantier de la digue",
        "la réforme",
        "le budget de la région", "l'avenir des quais", "la société civile", "la coopération entre les villes",
    ]
    static let verbPhrases = [
        "reste", "demeure", "doit rester", "sera bientôt", "était déjà", "n'est pas", "pourrait devenir",
        "a toujours été",
    ]
    static let complements = [
        "une priorité pour les habitants", "au cœur des discussions avec les partenaires",
        "très fragile malgré les efforts",
        "l'affaire de tous les acteurs concernés", "un sujet d'inquiétude pour les familles", "plus urgente que jamais",
    ]
    static let circumstances = [
        "dans les prochaines semaines", "depuis le début de l'année", "au lendemain de la tempête", "sur toute la côte",
        "en vue de la saison d'été", "compte tenu des nouvelles normes", "avec le soutien de la région",
    ]
    static let things = ["pêcheurs", "salariés", "familles", "bateaux", "entreprises", "étudiants"]
    static let verbs = ["attendent", "sont bloqués", "manifestent", "travaillent", "sont arrivés", "restent à quai"]
}
