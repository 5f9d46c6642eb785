// The French nouns of the schema of news, by canonical name.

extension Schema {
    /// Of sets.
    static let newsSetNouns: [String: FrenchNoun] = [
        "documents": m("les articles"), "sentences": f("les phrases"), "statements": f("les déclarations"),
        "actors": m("les acteurs"), "people": f("les personnes"), "organisations": f("les organisations"),
        "places": m("les lieux"), "events": m("les évènements"), "agreements": m("les accords"),
    ]

    /// Of fields; a field is called the same in each set that has it.
    static let newsFieldNouns: [String: FrenchNoun] = [
        "id": m("l’identifiant"), "title": m("le titre"), "lead": m("le chapeau"), "text": m("le texte"),
        "date": f("la date"), "place": m("le lieu"), "outlet": m("le journal"), "agency": f("l’agence"),
        "language": f("la langue"), "url": f("l’adresse"), "path": m("le fichier"), "words": m("le nombre de mots"),
        "added": m("l’ajout"), "document": m("l’article"), "position": m("le rang"), "paragraph": m("le paragraphe"),
        "start": m("le début"), "end": f("la fin"), "speaker": m("l’orateur"), "attribution": f("l’attribution"),
        "role": f("la fonction"), "roles": f("les fonctions"), "cue": m("le marqueur"), "verb": m("le verbe"),
        "act": m("l’acte"), "mode": m("le mode"), "event": m("l’évènement"), "addressee": m("le destinataire"),
        "medium": m("le canal"), "confidence": f("la confiance"), "rule": f("la règle"), "type": m("le type"),
        "name": m("le nom"), "names": m("les noms"), "kind": m("le genre"), "gender": m("le sexe"),
        "topic": m("le sujet"), "purpose": m("l’objet"), "status": m("le statut"),
        "organisers": m("les organisateurs"), "participants": m("les participants"), "parties": f("les parties"),
        "signatories": m("les signataires"), "organised": m("les évènements organisés"),
        "documents": m("les articles"), "sentences": f("les phrases"), "statements": f("les déclarations"),
        "actors": m("les acteurs"), "people": f("les personnes"), "organisations": f("les organisations"),
        "places": m("les lieux"), "events": m("les évènements"), "agreements": m("les accords"),
    ]

    private static func m(_ text: String) -> FrenchNoun { FrenchNoun(text, .masculine) }
    private static func f(_ text: String) -> FrenchNoun { FrenchNoun(text, .feminine) }
}
